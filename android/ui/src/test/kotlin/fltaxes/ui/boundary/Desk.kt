package fltaxes.ui.boundary

import fltaxes.core.BiometricPrompt
import fltaxes.core.BiometricsState
import fltaxes.core.Engine
import fltaxes.core.Platform
import fltaxes.core.PlatformException
import fltaxes.core.SharedFile
import fltaxes.screen.Block
import fltaxes.screen.FieldId
import fltaxes.screen.Intent
import fltaxes.screen.Notice
import fltaxes.screen.Screen
import fltaxes.screen.ScreenId
import fltaxes.stage.Theatre
import java.util.concurrent.TimeUnit
import java.util.concurrent.locks.LockSupport
import kotlin.test.assertEquals
import kotlin.test.assertNotNull
import kotlin.test.fail

/** A device that keeps secrets in memory; a test makes it fail where it likes. */
open class Device : Platform {
    private val secrets = HashMap<String, ByteArray>()

    override fun loadSecret(name: String): ByteArray? = secrets[name]

    override fun keepSecret(
        name: String,
        secret: ByteArray,
    ) {
        secrets[name] = secret
    }

    override fun deleteSecret(name: String) {
        secrets -= name
    }

    override fun biometrics(): BiometricsState = BiometricsState.UNAVAILABLE

    override suspend fun keepWithBiometrics(
        name: String,
        secret: ByteArray,
        prompt: BiometricPrompt,
    ): Unit = throw PlatformException.Unavailable()

    override suspend fun loadWithBiometrics(
        name: String,
        prompt: BiometricPrompt,
    ): ByteArray = throw PlatformException.Unavailable()

    override fun forgetBiometrics(name: String) = Unit

    override suspend fun openLink(url: String) = Unit

    override fun signInRedirect(): String = "fltaxes://esia"

    override suspend fun openSignIn(
        url: String,
        redirect: String,
    ): String? = null

    override suspend fun shareFile(file: SharedFile) = Unit

    override fun utcOffsetMinutes(atSecond: Long): Int = 180
}

/** An engine on a stage, used by its own intents. */
class Desk(
    device: Platform = Device(),
) : AutoCloseable {
    val theatre = Theatre()
    val engine: Engine = theatre.openOn(device)

    init {
        settle()
    }

    val screen: Screen
        get() = engine.screen()

    fun settle() = theatre.pace().use { it.settle() }

    fun send(intent: Intent) {
        engine.dispatch(intent)
        settle()
    }

    fun type(
        field: FieldId,
        text: String,
    ) = send(Intent.Edit(field, text))

    fun tap(key: String) {
        val button = screen.blocks.filterIsInstance<Block.Button>().single { it.v1.key == key }
        send(button.v1.intent)
    }

    /** To where the PIN is chosen, and with a PIN to one's own figures. */
    fun signIn(pin: String? = "246810") {
        val card = theatre.cards().single { it.key == "debt" }
        type(FieldId.INN, card.inn)
        type(FieldId.PASSWORD, card.password)
        tap("sign-in")
        assertEquals(ScreenId.CHOOSE_PIN, screen.id)
        if (pin == null) return
        type(FieldId.PIN, pin)
        type(FieldId.PIN_AGAIN, pin)
        tap("keep-pin")
    }

    fun notice(key: String): Notice =
        assertNotNull(
            screen.blocks
                .filterIsInstance<Block.Notice>()
                .map { it.v1 }
                .find { it.key == key },
            "there is no `$key` on $screen",
        )

    override fun close() {
        engine.shutdown()
        engine.destroy()
        theatre.destroy()
    }
}

/** Waits for what another thread brings about; what never comes fails. */
fun waitFor(
    what: String,
    isThere: () -> Boolean,
) {
    val end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60)
    while (!isThere()) {
        if (System.nanoTime() > end) fail("$what never came")
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1))
    }
}
