package fltaxes.shrunk

import fltaxes.core.BiometricPrompt
import fltaxes.core.BiometricsState
import fltaxes.core.FileRequest
import fltaxes.core.PickedFile
import fltaxes.core.Platform
import fltaxes.core.PlatformException
import fltaxes.core.SharedFile
import java.util.concurrent.ConcurrentHashMap
import java.util.concurrent.ConcurrentLinkedQueue

/** A phone that keeps secrets for the run, shares, and refuses links; it notes what it was asked. */
internal class NotingPhone : Platform {
    val asked = ConcurrentLinkedQueue<String>()
    private val secrets = ConcurrentHashMap<String, ByteArray>()

    override fun loadSecret(name: String): ByteArray? {
        asked += "load"
        return secrets[name]
    }

    override fun keepSecret(
        name: String,
        secret: ByteArray,
    ) {
        asked += "keep"
        secrets[name] = secret
    }

    override fun deleteSecret(name: String) {
        asked += "delete"
        secrets -= name
    }

    override fun biometrics(): BiometricsState {
        asked += "biometrics"
        return BiometricsState.READY
    }

    override suspend fun keepWithBiometrics(
        name: String,
        secret: ByteArray,
        prompt: BiometricPrompt,
    ): Unit = throw PlatformException.Cancelled()

    override suspend fun loadWithBiometrics(
        name: String,
        prompt: BiometricPrompt,
    ): ByteArray = throw PlatformException.Invalidated()

    override fun forgetBiometrics(name: String) = Unit

    override suspend fun openLink(url: String) {
        asked += "open $url"
        throw PlatformException.Unavailable()
    }

    override fun signInRedirect(): String {
        asked += "redirect"
        return "fltaxes://esia"
    }

    override suspend fun openSignIn(
        url: String,
        redirect: String,
    ): String? {
        asked += "sign in at $url"
        throw PlatformException.Cancelled()
    }

    override suspend fun shareFile(file: SharedFile) {
        asked += "share ${file.name}, ${file.bytes.isNotEmpty()}"
    }

    override suspend fun pickFile(request: FileRequest): PickedFile {
        asked += "pick ${request.source}"
        throw PlatformException.Cancelled()
    }

    override fun utcOffsetMinutes(atSecond: Long): Int = 180
}
