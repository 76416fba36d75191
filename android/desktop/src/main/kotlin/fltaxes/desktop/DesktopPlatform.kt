package fltaxes.desktop

import fltaxes.core.BiometricPrompt
import fltaxes.core.BiometricsState
import fltaxes.core.Platform
import fltaxes.core.PlatformException
import fltaxes.core.SharedFile
import java.awt.Desktop
import java.awt.FileDialog
import java.awt.Frame
import java.awt.GraphicsEnvironment
import java.io.File
import java.io.IOException
import java.net.URI
import java.util.concurrent.ConcurrentHashMap
import javax.swing.SwingUtilities

/** What a desktop can do. Secrets are held by this process alone, so an account is there for one run: this window is for trying out. */
internal class DesktopPlatform : Platform {
    private val secrets = ConcurrentHashMap<String, ByteArray>()

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

    override suspend fun openLink(url: String) {
        val desktop = if (Desktop.isDesktopSupported()) Desktop.getDesktop() else null
        if (desktop?.isSupported(Desktop.Action.BROWSE) != true) throw PlatformException.Unavailable()
        try {
            desktop.browse(URI(url))
        } catch (_: IOException) {
            throw PlatformException.Failed()
        }
    }

    override suspend fun shareFile(file: SharedFile) {
        if (GraphicsEnvironment.isHeadless()) throw PlatformException.Unavailable()
        // Shown is done: a person may take their time.
        SwingUtilities.invokeLater { save(file) }
    }

    private fun save(file: SharedFile) {
        val dialog = FileDialog(null as Frame?, file.name, FileDialog.SAVE)
        dialog.file = file.name
        dialog.isVisible = true
        val name = dialog.file ?: return
        File(dialog.directory, name).writeBytes(file.bytes)
    }
}
