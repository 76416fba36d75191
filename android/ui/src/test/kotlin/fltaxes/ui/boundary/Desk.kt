package fltaxes.ui.boundary

import fltaxes.core.BiometricPrompt
import fltaxes.core.BiometricsState
import fltaxes.core.Engine
import fltaxes.core.FileRequest
import fltaxes.core.PickedFile
import fltaxes.core.Platform
import fltaxes.core.PlatformException
import fltaxes.core.SharedFile
import fltaxes.screen.Block
import fltaxes.screen.Field
import fltaxes.screen.Notice
import fltaxes.screen.Screen
import fltaxes.screen.Touch
import fltaxes.stage.Theatre
import fltaxes.ui.key
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

    override suspend fun pickFile(request: FileRequest): PickedFile = throw PlatformException.Cancelled()

    override fun utcOffsetMinutes(atSecond: Long): Int = 180
}

/** An engine on a stage, used by the keys of what it shows. */
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

    /** Which page is seen. */
    val page: String
        get() = screen.key

    fun field(key: String): Field =
        screen.blocks
            .filterIsInstance<Block.Field>()
            .single { it.v1.key == key }
            .v1

    fun type(
        key: String,
        text: String,
    ) {
        engine.typed(field(key).id, text)
        settle()
    }

    /** What the button, row or tab of this key hands back. */
    fun touch(key: String): Touch =
        screen.tabs.find { it.key == key }?.touch ?: screen.blocks.firstNotNullOf { block ->
            when (block) {
                is Block.Button -> block.v1.touch.takeIf { block.v1.key == key }
                is Block.Row -> block.v1.touch.takeIf { block.v1.key == key }
                else -> null
            }
        }

    fun tap(key: String) {
        engine.touch(touch(key))
        settle()
    }

    fun back() {
        engine.back()
        settle()
    }

    /** To where the PIN is chosen, and with a PIN to one's own figures. */
    fun signIn(pin: String? = "246810") {
        val card = theatre.cards().single { it.key == "debt" }
        type("inn", card.inn)
        type("password", card.password)
        tap("sign-in")
        assertEquals("choose-pin", page)
        if (pin == null) return
        type("pin", pin)
        type("pin-again", pin)
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
