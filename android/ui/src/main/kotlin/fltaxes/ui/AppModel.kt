package fltaxes.ui

import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.setValue
import fltaxes.core.CoreException
import fltaxes.core.EngineInterface
import fltaxes.core.ScreenListener
import fltaxes.screen.Field
import fltaxes.screen.Screen
import fltaxes.screen.Touch
import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.filterNotNull

/** What keeps the core from doing what it is asked: nothing a person did. */
enum class Trouble {
    /** The engine was closed. */
    CLOSED,

    /** A mistake of ours inside it. */
    INTERNAL,
}

/**
 * The newest screen, and the texts being typed. It outlives the composition: an Activity that is made anew shows the same.
 *
 * [changed] may be called from any thread; all the rest belongs to the thread of the composition.
 */
class AppModel(
    private val engine: EngineInterface,
) : ScreenListener {
    // Whoever is slow finds the newest here and never a queue.
    private val newest = MutableStateFlow<Screen?>(null)
    private val typed = Typed()
    private var subscribed = false

    /** What was last seen of each page on the way to here; what is shown is the last of them. */
    internal var trail: List<Screen> by mutableStateOf(emptyList())
        private set

    /** What is shown. Null only where the core could not even say that. */
    val screen: Screen?
        get() = trail.lastOrNull()

    /** What a person should know of the core itself. */
    var trouble: Trouble? by mutableStateOf(null)
        private set

    init {
        guarded { engine.screen() }?.let(::show)
    }

    override fun changed(screen: Screen) {
        CoreThread.stay()
        newest.value = screen
    }

    /** Shows every newer screen for as long as it runs, on the thread that runs it. */
    suspend fun watch() {
        if (!subscribed) subscribed = guarded { engine.subscribe(this) } != null
        newest.filterNotNull().collect(::show)
    }

    /** A person touched what carries this. */
    fun send(touch: Touch) {
        guarded { engine.touch(touch) }
    }

    /** A person went back the platform's way. */
    fun back() {
        guarded { engine.back() }
    }

    /** The system gave the app a link. */
    fun follow(link: String) {
        guarded { engine.follow(link) }
    }

    /** The device has a network again. */
    fun networkIsBack() {
        guarded { engine.networkIsBack() }
    }

    /** What is typed into a field. */
    fun text(field: Field): String = typed.text(field)

    /** A person typed: the field now holds this text, whole. */
    fun edit(
        field: Field,
        text: String,
    ) {
        if (typed.edit(field, text)) tell(field.id, text)
    }

    /** Whether what is typed into a secret field is shown. */
    fun isLookedAt(field: Field): Boolean = typed.isLookedAt(field)

    /** A person wants to see what is typed, or to hide it again. */
    fun look(field: Field) = typed.look(field)

    /** A picture that the screen names, as a file. */
    fun picture(asset: String): ByteArray? = guarded { engine.asset(asset) }?.bytes

    /** The typed texts that may be kept while the app is put away: no secret is among them. */
    fun keptTexts(): Map<String, String> = typed.kept()

    /** Gives them back to the fields that are there, or to the first that come. */
    fun restoreTexts(texts: Map<String, String>) {
        typed.restore(texts)
        tellRestored()
    }

    internal fun show(screen: Screen) {
        typed.show(screen)
        trail = trail.followedBy(screen)
        tellRestored()
    }

    private fun tellRestored() {
        typed.takeRestored().forEach { (id, text) -> tell(id, text) }
    }

    private fun tell(
        id: String,
        text: String,
    ) {
        guarded { engine.typed(id, text) }
    }

    /** Whatever the core throws becomes a message; a call that goes well again takes the message away. */
    private fun <T> guarded(call: () -> T): T? =
        try {
            call().also { if (trouble == Trouble.INTERNAL) trouble = null }
        } catch (_: CoreException.Closed) {
            trouble = Trouble.CLOSED
            null
        } catch (_: Exception) {
            trouble = Trouble.INTERNAL
            null
        }
}
