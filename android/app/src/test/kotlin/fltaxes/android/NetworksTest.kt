package fltaxes.android

import android.app.Application
import android.net.ConnectivityManager
import android.net.Network
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.RuntimeEnvironment
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config
import org.robolectric.shadows.ShadowNetwork
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertNotNull

@RunWith(RobolectricTestRunner::class)
@Config(application = Application::class)
class NetworksTest {
    private val application = RuntimeEnvironment.getApplication()
    private val manager = application.getSystemService(ConnectivityManager::class.java)
    private var heard = 0

    private fun watch() = assertNotNull(Networks.watch(application) { heard++ })

    private fun network(id: Int): Network = ShadowNetwork.newInstance(id)

    @Test
    fun `the network that was there all along is no news`() {
        val networks = watch()
        networks.onAvailable(assertNotNull(manager.activeNetwork))
        assertEquals(0, heard)
    }

    @Test
    fun `a network after none is news, and so is another one`() {
        val networks = watch()
        networks.onAvailable(assertNotNull(manager.activeNetwork))
        networks.onLost(assertNotNull(manager.activeNetwork))
        assertEquals(0, heard)
        networks.onAvailable(network(7))
        assertEquals(1, heard)
        networks.onAvailable(network(8))
        networks.onLost(network(7))
        networks.onAvailable(network(8))
        assertEquals(2, heard)
    }

    @Test
    fun `the system is asked to tell, until it is closed`() {
        val networks = watch()
        assertEquals(setOf<ConnectivityManager.NetworkCallback>(networks), shadowOf(manager).networkCallbacks)
        networks.close()
        assertEquals(emptySet(), shadowOf(manager).networkCallbacks)
    }
}
