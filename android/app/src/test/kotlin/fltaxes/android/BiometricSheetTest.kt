package fltaxes.android

import android.hardware.biometrics.BiometricPrompt.AuthenticationCallback
import android.hardware.biometrics.BiometricPrompt.CryptoObject
import android.os.CancellationSignal
import android.os.Looper
import fltaxes.core.BiometricPrompt
import fltaxes.core.PlatformException
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.CoroutineStart
import kotlinx.coroutines.Deferred
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.ExperimentalCoroutinesApi
import kotlinx.coroutines.SupervisorJob
import kotlinx.coroutines.async
import org.junit.Before
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.RuntimeEnvironment
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config
import org.robolectric.annotation.Implementation
import org.robolectric.annotation.Implements
import org.robolectric.util.ReflectionHelpers
import org.robolectric.util.ReflectionHelpers.ClassParameter
import java.util.concurrent.Executor
import javax.crypto.Cipher
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertFalse
import kotlin.test.assertIs
import kotlin.test.assertSame
import kotlin.test.assertTrue
import android.hardware.biometrics.BiometricPrompt as SystemPrompt

/** The system's side of the sheet, which the test plays. */
@Implements(SystemPrompt::class)
class FakeSheet {
    @Implementation
    fun authenticate(
        crypto: CryptoObject,
        cancel: CancellationSignal,
        executor: Executor,
        callback: AuthenticationCallback,
    ) {
        shown = Shown(crypto, cancel, executor, callback)
    }

    class Shown(
        val crypto: CryptoObject,
        val cancel: CancellationSignal,
        val executor: Executor,
        val callback: AuthenticationCallback,
    )

    companion object {
        lateinit var shown: Shown
    }
}

@OptIn(ExperimentalCoroutinesApi::class)
@RunWith(RobolectricTestRunner::class)
@Config(shadows = [FakeSheet::class])
class BiometricSheetTest {
    private val cipher = Cipher.getInstance("AES/GCM/NoPadding")
    private lateinit var answer: Deferred<Cipher>

    @Before
    fun ask() {
        val sheet = BiometricSheet(RuntimeEnvironment.getApplication())
        val scope = CoroutineScope(SupervisorJob() + Dispatchers.Unconfined)
        answer =
            scope.async(start = CoroutineStart.UNDISPATCHED) {
                sheet.ask(BiometricPrompt("title", "reason", "cancel"), cipher)
            }
        assertFalse(answer.isCompleted)
    }

    private fun system(act: AuthenticationCallback.() -> Unit) {
        FakeSheet.shown.executor.execute { FakeSheet.shown.callback.act() }
        shadowOf(Looper.getMainLooper()).idle()
    }

    private fun agreed(): SystemPrompt.AuthenticationResult =
        ReflectionHelpers.callConstructor<SystemPrompt.AuthenticationResult>(
            SystemPrompt.AuthenticationResult::class.java,
            ClassParameter.from(CryptoObject::class.java, FakeSheet.shown.crypto),
            ClassParameter.from(Integer.TYPE, 2),
        )

    @Test
    fun `a finger unlocks the cipher that was asked for`() {
        val result = agreed()
        system { onAuthenticationSucceeded(result) }
        assertSame(cipher, answer.getCompleted())
    }

    @Test
    fun `a finger that is not known is tried again by the system`() {
        system { onAuthenticationFailed() }
        assertFalse(answer.isCompleted)
    }

    @Test
    fun `the end is heard once`() {
        system { onAuthenticationError(SystemPrompt.BIOMETRIC_ERROR_LOCKOUT, "too often") }
        system { onAuthenticationError(SystemPrompt.BIOMETRIC_ERROR_CANCELED, "and gone") }
        assertIs<PlatformException.Denied>(answer.getCompletionExceptionOrNull())
    }

    @Test
    fun `a core that waits no longer takes the sheet away`() {
        answer.cancel()
        assertTrue(FakeSheet.shown.cancel.isCanceled)
        system { onAuthenticationSucceeded(agreed()) }
    }

    @Test
    fun `each of the system's codes has a meaning`() {
        val meanings =
            (0..20).groupBy { BiometricSheet.problem(it)::class.simpleName.orEmpty() }
        assertEquals(
            mapOf(
                "Unavailable" to listOf(1, 11, 12, 14),
                "Cancelled" to listOf(3, 5, 10),
                "Denied" to listOf(7, 9),
                "Failed" to (0..20) - setOf(1, 11, 12, 14, 3, 5, 10, 7, 9),
            ),
            meanings,
        )
    }
}
