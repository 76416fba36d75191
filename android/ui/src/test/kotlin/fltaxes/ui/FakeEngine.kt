package fltaxes.ui

import fltaxes.core.Asset
import fltaxes.core.CoreException
import fltaxes.core.EngineInterface
import fltaxes.core.ScreenListener
import fltaxes.screen.Block
import fltaxes.screen.Screen
import fltaxes.screen.Touch

/** What a core was sent. */
sealed interface Sent {
    data class Touched(
        val touch: Touch,
    ) : Sent

    data class Typed(
        val field: String,
        val text: String,
    ) : Sent

    data object Back : Sent

    data class Followed(
        val link: String,
    ) : Sent

    data object NetworkBack : Sent
}

/** A core that says what a test tells it to, and remembers what it was sent. */
class FakeEngine(
    private var newest: Screen,
    private val assets: Map<String, ByteArray> = emptyMap(),
) : EngineInterface {
    val sent = mutableListOf<Sent>()
    var listeners = mutableListOf<ScreenListener>()
    var failure: Exception? = null

    override fun screen(): Screen = newest.also { fail() }

    override fun touch(touch: Touch) = send(Sent.Touched(touch))

    override fun typed(
        field: String,
        text: String,
    ) = send(Sent.Typed(field, text))

    override fun back() = send(Sent.Back)

    override fun follow(link: String) = send(Sent.Followed(link))

    override fun networkIsBack() = send(Sent.NetworkBack)

    override fun asset(key: String): Asset? = assets[key]?.let { Asset("image/png", it) }

    override fun subscribe(listener: ScreenListener) {
        fail()
        listeners += listener
        listener.changed(newest)
    }

    override fun shutdown() {
        failure = CoreException.Closed()
    }

    /** A new screen comes, on another thread as from the core. */
    fun say(screen: Screen) {
        newest = screen
        Thread { listeners.forEach { it.changed(screen) } }.apply { start() }.join()
    }

    private fun send(what: Sent) {
        fail()
        sent += what
    }

    private fun fail() {
        failure?.let { throw it }
    }
}

/** The same screen with other blocks. */
fun Screen.with(vararg blocks: Block): Screen = copy(blocks = blocks.toList())
