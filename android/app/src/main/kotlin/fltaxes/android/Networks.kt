package fltaxes.android

import android.content.Context
import android.net.ConnectivityManager
import android.net.Network

/** Says when there is another network than there was. */
internal class Networks private constructor(
    private val manager: ConnectivityManager,
    private val back: () -> Unit,
) : ConnectivityManager.NetworkCallback() {
    private var known: Network? = manager.activeNetwork

    override fun onAvailable(network: Network) {
        // The first call tells of the network that was there all along.
        val news = network != known
        known = network
        if (news) back()
    }

    override fun onLost(network: Network) {
        if (known == network) known = null
    }

    fun close() = manager.unregisterNetworkCallback(this)

    companion object {
        /** Watches, or does not where the system refuses: the app then asks again when a person does. */
        fun watch(
            context: Context,
            back: () -> Unit,
        ): Networks? =
            try {
                val manager = context.getSystemService(ConnectivityManager::class.java)
                Networks(manager, back).also(manager::registerDefaultNetworkCallback)
            } catch (_: RuntimeException) {
                null
            }
    }
}
