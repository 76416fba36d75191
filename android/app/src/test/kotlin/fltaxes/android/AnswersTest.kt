package fltaxes.android

import android.content.ActivityNotFoundException
import android.security.keystore.KeyPermanentlyInvalidatedException
import android.security.keystore.UserNotAuthenticatedException
import fltaxes.core.PlatformException
import kotlinx.coroutines.CancellationException
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import java.io.FileNotFoundException
import java.io.IOException
import java.nio.file.AccessDeniedException
import java.security.GeneralSecurityException
import java.security.UnrecoverableKeyException
import kotlin.reflect.KClass
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertFailsWith
import kotlin.test.assertNull
import kotlin.test.assertSame

@RunWith(RobolectricTestRunner::class)
class AnswersTest {
    private val meanings: Map<Throwable, KClass<out PlatformException>> =
        mapOf(
            KeyPermanentlyInvalidatedException() to PlatformException.Invalidated::class,
            UnrecoverableKeyException() to PlatformException.Failed::class,
            UserNotAuthenticatedException() to PlatformException.Denied::class,
            ActivityNotFoundException() to PlatformException.Unavailable::class,
            SecurityException() to PlatformException.Denied::class,
            AccessDeniedException("here") to PlatformException.Denied::class,
            FileNotFoundException() to PlatformException.Denied::class,
            CancellationException() to PlatformException.Cancelled::class,
            IOException() to PlatformException.Failed::class,
            GeneralSecurityException() to PlatformException.Failed::class,
            IllegalStateException() to PlatformException.Failed::class,
            OutOfMemoryError() to PlatformException.Failed::class,
            StackOverflowError() to PlatformException.Failed::class,
            NoClassDefFoundError() to PlatformException.Failed::class,
            Throwable() to PlatformException.Failed::class,
        )

    @Test
    fun `whatever goes wrong leaves as the platform's error, without its cause`() {
        for ((problem, meaning) in meanings) {
            val told = assertFailsWith(meaning) { answer { throw problem } }
            assertNull(told.cause, "$problem")
            assertFailsWith(meaning) { answerCore { throw problem } }
        }
    }

    @Test
    fun `what is said already stays as it is said`() {
        val said = PlatformException.Cancelled()
        assertSame(said, runCatching { answer { throw said } }.exceptionOrNull())
    }

    @Test
    fun `what goes well is handed through`() = assertEquals(7, answer { answerCore { 7 } })
}
