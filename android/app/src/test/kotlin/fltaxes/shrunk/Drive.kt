package fltaxes.shrunk

import fltaxes.core.CoreException
import fltaxes.core.Engine
import fltaxes.core.ScreenListener
import fltaxes.core.interfaceVersion
import fltaxes.screen.Block
import fltaxes.screen.DeviceIntent
import fltaxes.screen.FieldId
import fltaxes.screen.Intent
import fltaxes.screen.Screen
import fltaxes.screen.ScreenId
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
        open(ScreenId.SIGN_IN)
        val card = theatre.cards().first { it.key == "debt" }
        type(FieldId.INN, "12345678901x")
        tap("sign-in")
        check(field(FieldId.INN).error != null) { "nothing is said of a letter in an INN" }
        type(FieldId.INN, card.inn)
        type(FieldId.PASSWORD, card.password)
        tap("sign-in")
        expect(ScreenId.CHOOSE_PIN)
        type(FieldId.PIN, "246810")
        type(FieldId.PIN_AGAIN, "246810")
        tap("keep-pin")
        expect(ScreenId.HOME)
        send(Intent.Device(DeviceIntent.ShareLog))
        send(Intent.Device(DeviceIntent.OpenLink("https://nalog.ru/")))
        engine.shutdown()
        check(runCatching { engine.screen() }.exceptionOrNull() is CoreException.Closed) { "not closed" }
        engine.close()

        open(ScreenId.UNLOCK)
        type(FieldId.PIN, "246810")
        tap("unlock")
        expect(ScreenId.HOME)
        println("asked ${phone.asked.toSortedSet()}")
    }

    private fun open(first: ScreenId) {
        engine = theatre.openOn(phone)
        engine.subscribe(
            object : ScreenListener {
                override fun changed(screen: Screen) = heard.set(screen)
            },
        )
        expect(first)
    }

    private fun expect(id: ScreenId) {
        theatre.pace().use { it.settle() }
        val screen = checkNotNull(heard.get()) { "no screen was heard of" }
        check(screen.id == id && engine.screen() == screen) { "not $id but ${screen.id}" }
        println("screen $id")
    }

    private fun send(intent: Intent) {
        engine.dispatch(intent)
        theatre.pace().use { it.settle() }
    }

    private fun type(
        field: FieldId,
        text: String,
    ) = send(Intent.Edit(field, text))

    private fun tap(key: String) =
        send(
            heard
                .get()
                .blocks
                .filterIsInstance<Block.Button>()
                .first { it.v1.key == key }
                .v1.intent,
        )

    private fun field(id: FieldId) =
        heard
            .get()
            .blocks
            .filterIsInstance<Block.Field>()
            .first { it.v1.field == id }
            .v1
}
