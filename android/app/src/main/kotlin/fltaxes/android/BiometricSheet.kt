package fltaxes.android

import android.content.Context
import android.hardware.biometrics.BiometricPrompt.AuthenticationCallback
import android.hardware.biometrics.BiometricPrompt.AuthenticationResult
import android.hardware.biometrics.BiometricPrompt.CryptoObject
import android.os.CancellationSignal
import fltaxes.core.BiometricPrompt
import fltaxes.core.PlatformException
import kotlinx.coroutines.suspendCancellableCoroutine
import javax.crypto.Cipher
import kotlin.coroutines.Continuation
import kotlin.coroutines.resume
import kotlin.coroutines.resumeWithException
import android.hardware.biometrics.BiometricPrompt as SystemPrompt

/** The system's sheet that asks for a finger or a face. */
internal class BiometricSheet(
    private val context: Context,
) : PersonSecrets.Asking {
    override suspend fun ask(
        prompt: BiometricPrompt,
        cipher: Cipher,
    ): Cipher =
        suspendCancellableCoroutine { waiting ->
            val answer = Answer(waiting)
            val gone = CancellationSignal()
            waiting.invokeOnCancellation { gone.cancel() }
            SystemPrompt
                .Builder(context)
                .setTitle(prompt.title)
                .setDescription(prompt.reason)
                .setNegativeButton(prompt.cancel, context.mainExecutor) { _, _ ->
                    answer.fail(PlatformException.Cancelled())
                }.build()
                .authenticate(CryptoObject(cipher), gone, context.mainExecutor, answer)
        }

    /** Hears once: the system may tell of the button and of the end. */
    private class Answer(
        private var waiting: Continuation<Cipher>?,
    ) : AuthenticationCallback() {
        override fun onAuthenticationSucceeded(result: AuthenticationResult) {
            val cipher = result.cryptoObject?.cipher ?: return fail(PlatformException.Failed())
            take()?.resume(cipher)
        }

        override fun onAuthenticationError(
            errorCode: Int,
            errString: CharSequence,
        ) = fail(problem(errorCode))

        fun fail(problem: PlatformException) {
            take()?.resumeWithException(problem)
        }

        private fun take() = waiting.also { waiting = null }
    }

    companion object {
        /** What the system's code means to the core. */
        fun problem(code: Int): PlatformException =
            when (code) {
                SystemPrompt.BIOMETRIC_ERROR_USER_CANCELED,
                SystemPrompt.BIOMETRIC_ERROR_CANCELED,
                SystemPrompt.BIOMETRIC_ERROR_TIMEOUT,
                -> PlatformException.Cancelled()

                SystemPrompt.BIOMETRIC_ERROR_LOCKOUT,
                SystemPrompt.BIOMETRIC_ERROR_LOCKOUT_PERMANENT,
                -> PlatformException.Denied()

                SystemPrompt.BIOMETRIC_ERROR_HW_NOT_PRESENT,
                SystemPrompt.BIOMETRIC_ERROR_HW_UNAVAILABLE,
                SystemPrompt.BIOMETRIC_ERROR_NO_BIOMETRICS,
                SystemPrompt.BIOMETRIC_ERROR_NO_DEVICE_CREDENTIAL,
                -> PlatformException.Unavailable()

                else -> PlatformException.Failed()
            }
    }
}
