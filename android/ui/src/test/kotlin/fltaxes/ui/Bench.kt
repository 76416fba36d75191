package fltaxes.ui

import androidx.compose.ui.ImageComposeScene
import androidx.compose.ui.unit.Density
import androidx.compose.ui.use
import com.sun.jna.Native
import fltaxes.core.ScreenListener
import fltaxes.screen.Block
import fltaxes.screen.Screen
import fltaxes.stage.BufferSink
import fltaxes.stage.Theatre
import fltaxes.stage.deliver
import fltaxes.stage.deliverPlain
import fltaxes.stage.emptyCall
import fltaxes.stage.longScreen
import fltaxes.stage.screenBytes
import java.util.Locale

/** What the boundary costs from the JVM: `name,microseconds` a line, the median of many. Run by android/bench. */
fun main() {
    // First of all, since everything is cold only once.
    tell("first-screen", firstScreen())
    Theatre().use { theatre ->
        theatre.open().use { engine ->
            theatre.pace().use { it.settle() }
            measured { emptyCall() }
            tell("empty-call", measured { emptyCall() })
            tell("dispatch", measured { engine.networkIsBack() })
            for (blocks in listOf(50u, 500u)) {
                val screen = longScreen(blocks)
                deliver(screen, WARM, Taker)
                tell("screen-$blocks", median(deliver(screen, TIMES, Taker)))
                val bytes = screenBytes(screen)
                deliverPlain(bytes, WARM, Taker)
                tell("plain-$blocks", median(deliverPlain(bytes, TIMES, Taker)))
            }
            engine.shutdown()
        }
    }
}

/** From nothing loaded but the JVM to the first screen of the core drawn by the shell. */
private fun firstScreen(): Double {
    val start = System.nanoTime()
    check(CoreLibrary.check() == null)
    Theatre().use { theatre ->
        theatre.open().use { engine ->
            val model = AppModel(engine)
            ImageComposeScene(400, 860, Density(1f)) { TaxpayerApp(model) }.use { scene ->
                var frame = 0L
                do {
                    scene.render(frame)
                    frame += FRAME
                } while (model.screen
                        ?.blocks
                        .orEmpty()
                        .none { it is Block.Field }
                )
                scene.render(frame)
            }
        }
    }
    return (System.nanoTime() - start) / NANOS
}

private const val TIMES = 2_000u
private const val WARM = 3_000u
private const val FRAME = 16_000_000L
private const val NANOS = 1e3

/** Takes what it is given and lets it go, on a thread that stays attached as the app's do. */
private object Taker : ScreenListener, BufferSink {
    override fun changed(screen: Screen) = Native.detach(false)

    override fun take(bytes: ByteArray) = Native.detach(false)
}

private fun measured(work: () -> Unit): Double =
    median(
        (0u until TIMES)
            .map {
                val start = System.nanoTime()
                work()
                (System.nanoTime() - start) / NANOS
            }.sorted(),
    )

private fun median(sorted: List<Double>): Double = sorted[sorted.size / 2]

private fun tell(
    name: String,
    microseconds: Double,
) = println(String.format(Locale.ROOT, "%s,%.3f", name, microseconds))
