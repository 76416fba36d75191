package fltaxes.android

import android.app.Application
import android.hardware.biometrics.BiometricManager
import fltaxes.core.BiometricsState
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.RuntimeEnvironment
import org.robolectric.annotation.Config
import org.robolectric.shadow.api.Shadow
import org.robolectric.shadows.ShadowBiometricManager
import kotlin.test.Test
import kotlin.test.assertEquals

@RunWith(RobolectricTestRunner::class)
@Config(application = Application::class)
class SensorsTest {
    private val application = RuntimeEnvironment.getApplication()
    private val manager: ShadowBiometricManager =
        Shadow.extract(application.getSystemService(BiometricManager::class.java))

    @Test
    fun `a strong finger or face can be asked for`() {
        manager.setAuthenticatorType(BiometricManager.Authenticators.BIOMETRIC_STRONG)
        manager.setCanAuthenticate(true)
        assertEquals(BiometricsState.READY, Sensors.state(application))
    }

    @Test
    fun `a weak one cannot`() {
        manager.setAuthenticatorType(BiometricManager.Authenticators.BIOMETRIC_WEAK)
        manager.setCanAuthenticate(true)
        assertEquals(BiometricsState.UNAVAILABLE, Sensors.state(application))
    }
}
