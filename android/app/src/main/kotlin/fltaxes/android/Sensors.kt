package fltaxes.android

import android.content.Context
import android.content.pm.PackageManager
import android.hardware.biometrics.BiometricManager
import android.os.Build
import fltaxes.core.BiometricsState

/** Whether a finger or a face can be asked for. */
internal object Sensors {
    fun state(context: Context): BiometricsState =
        if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.R) strong(context) else fingers(context)

    private fun strong(context: Context): BiometricsState {
        val manager = context.getSystemService(BiometricManager::class.java) ?: return BiometricsState.UNAVAILABLE
        return when (manager.canAuthenticate(BiometricManager.Authenticators.BIOMETRIC_STRONG)) {
            BiometricManager.BIOMETRIC_SUCCESS -> BiometricsState.READY
            BiometricManager.BIOMETRIC_ERROR_NONE_ENROLLED -> BiometricsState.NOT_ENROLLED
            else -> BiometricsState.UNAVAILABLE
        }
    }

    /** Android 9 and 10 tell the strength of fingers alone. */
    @Suppress("DEPRECATION")
    private fun fingers(context: Context): BiometricsState {
        val manager =
            context
                .getSystemService(android.hardware.fingerprint.FingerprintManager::class.java)
                ?.takeIf { context.packageManager.hasSystemFeature(PackageManager.FEATURE_FINGERPRINT) }
        return when {
            manager == null || !manager.isHardwareDetected -> BiometricsState.UNAVAILABLE
            manager.hasEnrolledFingerprints() -> BiometricsState.READY
            else -> BiometricsState.NOT_ENROLLED
        }
    }
}
