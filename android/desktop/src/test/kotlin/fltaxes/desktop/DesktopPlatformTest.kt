package fltaxes.desktop

import fltaxes.core.BiometricPrompt
import fltaxes.core.BiometricsState
import fltaxes.core.PlatformException
import fltaxes.core.SharedFile
import kotlinx.coroutines.runBlocking
import kotlin.test.Test
import kotlin.test.assertContentEquals
import kotlin.test.assertEquals
import kotlin.test.assertFailsWith
import kotlin.test.assertNull

class DesktopPlatformTest {
    private val platform = DesktopPlatform()

    @Test
    fun secretsAreHeldForTheRunAndWipedWhenDeleted() {
        val secret = byteArrayOf(1, 2, 3)
        platform.keepSecret("a", secret)
        assertContentEquals(byteArrayOf(1, 2, 3), platform.loadSecret("a"))
        platform.deleteSecret("a")
        platform.deleteSecret("a")
        assertNull(platform.loadSecret("a"))
        assertContentEquals(byteArrayOf(0, 0, 0), secret)
    }

    @Test
    fun whatADesktopCannotDoIsRefused() {
        val prompt = BiometricPrompt("title", "reason", "cancel")
        assertEquals(BiometricsState.UNAVAILABLE, platform.biometrics())
        assertFailsWith<PlatformException.Unavailable> {
            runBlocking { platform.keepWithBiometrics("a", ByteArray(1), prompt) }
        }
        assertFailsWith<PlatformException.Unavailable> { runBlocking { platform.loadWithBiometrics("a", prompt) } }
        // The tests have no display.
        assertFailsWith<PlatformException.Unavailable> {
            runBlocking { platform.shareFile(SharedFile("log.txt", "text/plain", ByteArray(1))) }
        }
        assertFailsWith<PlatformException.Unavailable> { runBlocking { platform.openLink("https://example.test") } }
    }
}
