package fltaxes.android

import android.content.ActivityNotFoundException
import android.security.keystore.KeyPermanentlyInvalidatedException
import android.security.keystore.UserNotAuthenticatedException
import com.sun.jna.Native
import fltaxes.core.PlatformException
import kotlinx.coroutines.CancellationException
import java.io.FileNotFoundException
import java.nio.file.AccessDeniedException

private val kept = ThreadLocal.withInitial { false }

/**
 * Answers the core: whatever goes wrong leaves as a [PlatformException], since anything else, an [Error] above all, would end the app.
 * The cause stays behind: its words may hold a name.
 */
internal inline fun <T> answer(block: () -> T): T =
    try {
        block()
    } catch (problem: Throwable) {
        throw asPlatform(problem)
    }

/** The same on a thread of the core, which stays known to the virtual machine: attaching it anew costs as much as the call. */
internal inline fun <T> answerCore(block: () -> T): T {
    keepThread()
    return answer(block)
}

internal fun keepThread() {
    if (kept.get() == true) return
    Native.detach(false)
    kept.set(true)
}

/** A key that cannot be had while the phone is locked, or its key store not itself, may be there the next time: that is no invalid key. */
internal fun asPlatform(problem: Throwable): PlatformException =
    when (problem) {
        is PlatformException -> problem
        is KeyPermanentlyInvalidatedException -> PlatformException.Invalidated()
        is ActivityNotFoundException -> PlatformException.Unavailable()
        is UserNotAuthenticatedException -> PlatformException.Denied()
        is SecurityException, is AccessDeniedException, is FileNotFoundException -> PlatformException.Denied()
        is CancellationException -> PlatformException.Cancelled()
        else -> PlatformException.Failed()
    }
