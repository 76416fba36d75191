package fltaxes.android

import android.os.Build
import android.security.keystore.KeyProperties
import org.junit.After
import org.junit.Before
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.RuntimeEnvironment
import org.robolectric.util.ReflectionHelpers
import kotlin.test.Test
import kotlin.test.assertContentEquals
import kotlin.test.assertEquals
import kotlin.test.assertFalse
import kotlin.test.assertSame
import kotlin.test.assertTrue

@RunWith(RobolectricTestRunner::class)
class KeysTest {
    @Before
    fun store() = FakeKeyStore.install()

    private val version = Build.VERSION.SDK_INT

    @After
    fun sameVersion() = ReflectionHelpers.setStaticField(Build.VERSION::class.java, "SDK_INT", version)

    private fun made(alias: String) = FakeKeyStore.keys.getValue(alias).spec

    @Test
    fun `the device's key asks nobody and is made once`() {
        val first = Keys(strongBox = false).deviceKey("device")
        assertSame(first, Keys(strongBox = false).deviceKey("device"))
        val spec = made("device")
        assertFalse(spec.isUserAuthenticationRequired)
        assertEquals(256, spec.keySize)
        assertContentEquals(arrayOf(KeyProperties.BLOCK_MODE_GCM), spec.blockModes)
    }

    @Test
    fun `a person's key asks every time, for a strong finger or face, and dies with a new one`() {
        Keys(strongBox = false).newPersonKey("person")
        val spec = made("person")
        assertTrue(spec.isUserAuthenticationRequired)
        assertTrue(spec.isInvalidatedByBiometricEnrollment)
        assertEquals(0, spec.userAuthenticationValidityDurationSeconds)
        assertEquals(KeyProperties.AUTH_BIOMETRIC_STRONG, spec.userAuthenticationType)
    }

    @Test
    fun `a chip of its own is used where there is one`() {
        Keys(strongBox = true).deviceKey("device")
        assertTrue(made("device").isStrongBoxBacked)
        Keys(strongBox = false).deviceKey("other")
        assertFalse(made("other").isStrongBoxBacked)
    }

    @Test
    fun `a key is shut while the phone is locked, where the system does that well`() {
        Keys(strongBox = true, shutWhileLocked = true).deviceKey("device")
        assertTrue(made("device").isUnlockedDeviceRequired && made("device").isStrongBoxBacked)
        Keys(strongBox = false, shutWhileLocked = true).newPersonKey("person")
        assertTrue(made("person").isUnlockedDeviceRequired && made("person").isUserAuthenticationRequired)
        val phone = RuntimeEnvironment.getApplication()
        for ((version, isShut) in listOf(34 to false, 35 to true)) {
            ReflectionHelpers.setStaticField(Build.VERSION::class.java, "SDK_INT", version)
            Keys.of(phone).deviceKey("$version")
            assertEquals(isShut, made("$version").isUnlockedDeviceRequired, "$version")
        }
    }

    @Test
    fun `a phone that makes no such key gets the best that it makes`() {
        FakeKeyStore.knowsNoLock = true
        Keys(strongBox = true, shutWhileLocked = true).deviceKey("device")
        assertTrue(made("device").isStrongBoxBacked && !made("device").isUnlockedDeviceRequired)
        FakeKeyStore.chipIsFull = true
        Keys(strongBox = true, shutWhileLocked = true).deviceKey("plain")
        assertFalse(made("plain").isStrongBoxBacked || made("plain").isUnlockedDeviceRequired)
        FakeKeyStore.knowsNoLock = false
        Keys(strongBox = true, shutWhileLocked = true).deviceKey("shut")
        assertTrue(made("shut").isUnlockedDeviceRequired && !made("shut").isStrongBoxBacked)
    }

    @Test
    fun `a chip that refuses is done without`() {
        FakeKeyStore.chipIsFull = true
        Keys(strongBox = true).deviceKey("device")
        assertFalse(made("device").isStrongBoxBacked)
        Keys(strongBox = true).newPersonKey("person")
        assertFalse(made("person").isStrongBoxBacked)
        assertTrue(made("person").isUserAuthenticationRequired)
    }
}
