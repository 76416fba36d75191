package fltaxes.shrunk

import fltaxes.core.CoreException
import fltaxes.core.Engine
import fltaxes.core.ScreenListener
import fltaxes.core.interfaceVersion
import fltaxes.screen.Block
import fltaxes.screen.Screen
import fltaxes.stage.Theatre
import java.util.concurrent.atomic.AtomicReference

/**
 * Drives the core with classes that R8 has shrunk: run by [ShrunkCoreIT] in a virtual machine of its own, with nothing beside them. A
 * person signs in, a file is shared and a link is refused: calls, records and enums both ways, a listener, callbacks with answers and
 * with errors, at once and later. Any of them lost, it ends with an exception.
 */
fun main() {
    println("version ${interfaceVersion()}")
    Drive().run()
}

private class Drive {
    private val phone = NotingPhone()
    private val heard = AtomicReference<Screen>()
    private val theatre = Theatre()
    private lateinit var engine: Engine

    fun run() {
        open("sign-in")
        tap("recovery")
        expect("recovery")
        tap("gosuslugi")
        engine.back()
        expect("sign-in")
        val card = theatre.cards().first { it.key == "debt" }
        type("inn", "12345678901x")
        tap("sign-in")
        check(field("inn").error != null) { "nothing is said of a letter in an INN" }
        type("inn", card.inn)
        type("password", card.password)
        tap("sign-in")
        expect("choose-pin")
        type("pin", "246810")
        type("pin-again", "246810")
        tap("keep-pin")
        expect("home")
        tap("tab-settings")
        tap("share-log")
        engine.shutdown()
        check(runCatching { engine.screen() }.exceptionOrNull() is CoreException.Closed) { "not closed" }
        engine.close()

        open("unlock")
        type("pin", "246810")
        tap("unlock")
        expect("home")
        println("asked ${phone.asked.toSortedSet()}")
    }

    private fun open(first: String) {
        engine = theatre.openOn(phone)
        engine.subscribe(
            object : ScreenListener {
                override fun changed(screen: Screen) = heard.set(screen)
            },
        )
        expect(first)
    }

    private fun expect(page: String) {
        settle()
        val screen = checkNotNull(heard.get()) { "no screen was heard of" }
        check(screen.path.last() == page && engine.screen() == screen) { "not $page but ${screen.path}" }
        println("screen $page")
    }

    private fun settle() = theatre.pace().use { it.settle() }

    private fun type(
        key: String,
        text: String,
    ) {
        engine.typed(field(key).id, text)
        settle()
    }

    private fun tap(key: String) {
        val screen = heard.get()
        val touch =
            screen.tabs.find { it.key == key }?.touch ?: screen.blocks.firstNotNullOf { block ->
                when (block) {
                    is Block.Button -> block.v1.touch.takeIf { block.v1.key == key }
                    is Block.Row -> block.v1.touch.takeIf { block.v1.key == key }
                    else -> null
                }
            }
        engine.touch(touch)
        settle()
    }

    private fun field(key: String) =
        heard
            .get()
            .blocks
            .filterIsInstance<Block.Field>()
            .first { it.v1.key == key }
            .v1
}
