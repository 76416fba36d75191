package fltaxes.ui.story

import fltaxes.core.EngineInterface
import fltaxes.screen.Intent

/** An engine whose sends are counted, and held back while somebody only looks. */
class Watched(
    private val engine: EngineInterface,
) : EngineInterface by engine {
    private val held = mutableListOf<Intent>()
    private var isLooking = false

    var sent = 0
        private set

    override fun dispatch(intent: Intent) {
        if (isLooking) {
            held += intent
        } else {
            sent++
            engine.dispatch(intent)
        }
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
        val intents = held.toList()
        held.clear()
        intents.forEach(::dispatch)
    }
}
