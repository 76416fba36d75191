package fltaxes.android

import android.security.keystore.UserNotAuthenticatedException
import fltaxes.core.BiometricPrompt
import fltaxes.core.PlatformException
import java.security.InvalidAlgorithmParameterException
import java.security.InvalidKeyException
import javax.crypto.Cipher

/** Secrets that only the person's finger or face gives back; each has a key of its own. */
internal class PersonSecrets(
    private val keys: Keys,
    private val files: SealedFiles,
    private val asking: Asking,
) {
    /** Shows the system's own sheet and gives the cipher back once the person agreed. */
    fun interface Asking {
        suspend fun ask(
            prompt: BiometricPrompt,
            cipher: Cipher,
        ): Cipher
    }

    suspend fun keep(
        name: String,
        secret: ByteArray,
        prompt: BiometricPrompt,
    ) {
        // What was kept under this name opens no more from here on: its key is replaced.
        files.delete(name)
        val key =
            try {
                keys.newPersonKey(alias(name))
            } catch (_: InvalidAlgorithmParameterException) {
                // No finger and no face is enrolled.
                throw PlatformException.Unavailable()
            }
        val cipher = asking.ask(prompt, Seal.sealing(key))
        files.write(name, Seal.seal(cipher, name, secret))
    }

    suspend fun load(
        name: String,
        prompt: BiometricPrompt,
    ): ByteArray {
        val sealed = files.read(name) ?: throw PlatformException.Unavailable()
        val cipher =
            try {
                val key = keys.find(alias(name)) ?: throw PlatformException.Invalidated()
                Seal.opening(key, sealed)
            } catch (_: UserNotAuthenticatedException) {
                // The phone is locked, and the key with it.
                throw PlatformException.Denied()
            } catch (_: InvalidKeyException) {
                // Fingers or faces were added: the key is dead, and so is what it sealed.
                throw PlatformException.Invalidated()
            }
        return Seal.open(asking.ask(prompt, cipher), name, sealed)
    }

    fun forget(name: String) {
        keys.delete(alias(name))
        files.delete(name)
    }

    private fun alias(name: String) = "fltaxes.person." + SealedFiles.digest(name)
}
