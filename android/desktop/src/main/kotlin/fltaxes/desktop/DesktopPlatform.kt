package fltaxes.desktop

import fltaxes.core.BiometricPrompt
import fltaxes.core.BiometricsState
import fltaxes.core.FileRequest
import fltaxes.core.PickedFile
import fltaxes.core.Platform
import fltaxes.core.PlatformException
import fltaxes.core.SharedFile
import kotlinx.coroutines.CancellationException
import kotlinx.coroutines.future.await
import java.awt.Desktop
import java.awt.FileDialog
import java.awt.Frame
import java.awt.GraphicsEnvironment
import java.io.File
import java.io.IOException
import java.net.URI
import java.net.URISyntaxException
import java.time.Duration
import java.util.TimeZone
import java.util.concurrent.ConcurrentHashMap
import java.util.concurrent.TimeoutException
import javax.swing.SwingUtilities

/** What a desktop can do. Secrets are held by this process alone, so an account is there for one run: this window is for trying out. */
internal class DesktopPlatform(
    private val patience: Duration = PATIENCE,
    private val browse: (URI) -> Unit = ::openBrowser,
) : Platform,
    AutoCloseable {
    private val secrets = ConcurrentHashMap<String, ByteArray>()
    private var signIn: SignIn? = null
    private var isClosed = false

    override fun loadSecret(name: String): ByteArray? = secrets[name]

    override fun keepSecret(
        name: String,
        secret: ByteArray,
    ) {
        secrets[name] = secret
    }

    override fun deleteSecret(name: String) {
        secrets.remove(name)?.fill(0)
    }

    override fun biometrics(): BiometricsState = BiometricsState.UNAVAILABLE

    override suspend fun keepWithBiometrics(
        name: String,
        secret: ByteArray,
        prompt: BiometricPrompt,
    ): Unit = throw PlatformException.Unavailable()

    override suspend fun loadWithBiometrics(
        name: String,
        prompt: BiometricPrompt,
    ): ByteArray = throw PlatformException.Unavailable()

    override fun forgetBiometrics(name: String) = Unit

    override fun utcOffsetMinutes(atSecond: Long): Int = TimeZone.getDefault().getOffset(atSecond * 1_000) / 60_000

    override suspend fun openLink(url: String) = open(url)

    @Synchronized
    override fun signInRedirect(): String {
        if (isClosed) throw PlatformException.Unavailable()
        signIn?.close()
        val next =
            try {
                SignIn(patience)
            } catch (_: IOException) {
                throw PlatformException.Unavailable()
            }
        signIn = next
        return next.redirect
    }

    override suspend fun openSignIn(
        url: String,
        redirect: String,
    ): String {
        // Where it has ended, or another one was begun meanwhile, nothing leads back any more.
        val signIn = underWay(redirect) ?: throw PlatformException.Cancelled()
        try {
            open(url)
            return signIn.answer.await()
        } catch (_: CancellationException) {
            throw PlatformException.Cancelled()
        } catch (_: TimeoutException) {
            throw PlatformException.Cancelled()
        } finally {
            forget(signIn)
        }
    }

    /** Ends the sign-in that is under way, if there is one; there will be no other. */
    @Synchronized
    override fun close() {
        isClosed = true
        signIn?.close()
    }

    @Synchronized
    private fun underWay(redirect: String): SignIn? = signIn?.takeIf { it.redirect == redirect && !it.answer.isDone }

    @Synchronized
    private fun forget(over: SignIn) {
        over.close()
        if (signIn === over) signIn = null
    }

    /** A browser's link and no other: a file would open whatever the desktop opens files with. */
    private fun open(url: String) {
        val page =
            try {
                URI(url)
            } catch (_: URISyntaxException) {
                throw PlatformException.Denied()
            }
        if (page.scheme?.lowercase() !in WEB) throw PlatformException.Denied()
        try {
            browse(page)
        } catch (_: IOException) {
            throw PlatformException.Failed()
        }
    }

    override suspend fun shareFile(file: SharedFile) {
        if (GraphicsEnvironment.isHeadless()) throw PlatformException.Unavailable()
        // Shown is done: a person may take their time.
        SwingUtilities.invokeLater { save(file) }
    }

    /** No desktop makes pictures smaller as a phone does. */
    override suspend fun pickFile(request: FileRequest): PickedFile = throw PlatformException.Unavailable()

    private fun save(file: SharedFile) {
        val dialog = FileDialog(null as Frame?, file.name, FileDialog.SAVE)
        dialog.file = file.name
        dialog.isVisible = true
        val name = dialog.file ?: return
        File(dialog.directory, name).writeBytes(file.bytes)
    }

    private companion object {
        val WEB = setOf("https", "http")

        /** How long a person may take in the browser; ours. */
        val PATIENCE: Duration = Duration.ofMinutes(15)

        fun openBrowser(page: URI) {
            val desktop = if (Desktop.isDesktopSupported()) Desktop.getDesktop() else null
            if (desktop?.isSupported(Desktop.Action.BROWSE) != true) throw PlatformException.Unavailable()
            desktop.browse(page)
        }
    }
}
