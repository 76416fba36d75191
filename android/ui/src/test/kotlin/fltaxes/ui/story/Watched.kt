package fltaxes.ui.story

import fltaxes.core.EngineInterface
import fltaxes.screen.Touch

/** An engine whose sends are counted, and held back while somebody only looks. */
class Watched(
    private val engine: EngineInterface,
) : EngineInterface by engine {
    private val held = mutableListOf<Touch>()
    private var isLooking = false

    var sent = 0
        private set

    override fun touch(touch: Touch) {
        if (isLooking) {
            held += touch
        } else {
            sent++
            engine.touch(touch)
        }
    }

    override fun typed(
        field: String,
        text: String,
    ) {
        sent++
        engine.typed(field, text)
    }

    override fun back() {
        sent++
        engine.back()
    }

    /** Bringing something into view may make a list ask for more. That counts with the next thing a person does. */
    fun <T> looking(look: () -> T): T {
        isLooking = true
        try {
            return look()
        } finally {
            isLooking = false
        }
    }

    /** What was held back while somebody looked. */
    fun sendHeld() {
        val touches = held.toList()
        held.clear()
        touches.forEach(::touch)
    }
}
