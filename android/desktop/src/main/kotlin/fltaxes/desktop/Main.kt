package fltaxes.desktop

import androidx.compose.runtime.Composable
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.runtime.snapshotFlow
import androidx.compose.ui.input.key.Key
import androidx.compose.ui.input.key.KeyEvent
import androidx.compose.ui.input.key.KeyEventType
import androidx.compose.ui.input.key.key
import androidx.compose.ui.input.key.type
import androidx.compose.ui.unit.DpSize
import androidx.compose.ui.unit.dp
import androidx.compose.ui.window.FrameWindowScope
import androidx.compose.ui.window.Window
import androidx.compose.ui.window.application
import androidx.compose.ui.window.rememberWindowState
import fltaxes.core.Engine
import fltaxes.core.EngineConfig
import fltaxes.ui.AppModel
import fltaxes.ui.CannotStart
import fltaxes.ui.CoreLibrary
import fltaxes.ui.TaxpayerApp
import fltaxes.ui.Words
import fltaxes.ui.phoneLetters
import kotlinx.coroutines.flow.filterNotNull
import java.nio.file.Files

private const val NAME = "FL Taxes"

/** Opens the window, on a sandbox with made-up taxpayers. */
fun main() {
    val fault = CoreLibrary.check()
    if (fault != null) {
        window(NAME) { CannotStart(Words.ofDevice().of(fault), letters = phoneLetters()) }
        return
    }
    Sandbox.start(System.getProperty("fltaxes.desk") ?: "fl-desk").use { sandbox ->
        println("The sandbox is at ${sandbox.address}.")
        println("Who can sign in, all made up: key, INN, password")
        sandbox.cards.forEach { println("${it.key} ${it.inn} ${it.password}  ${it.title}") }
        val folder = Files.createTempDirectory("fl-taxes-window")
        val platform = DesktopPlatform()
        val engine = Engine(EngineConfig("$folder", sandbox.profile), platform)
        val model = AppModel(engine)
        val letters = phoneLetters()
        window(NAME, model) {
            if (System.getProperty("fltaxes.trace") == "true") Traced(model)
            TaxpayerApp(model, letters = letters)
        }
        engine.shutdown()
        platform.close()
        folder.toFile().deleteRecursively()
    }
}

private fun window(
    name: String,
    model: AppModel? = null,
    content: @Composable FrameWindowScope.() -> Unit,
) = application(exitProcessOnExit = false) {
    val screen = model?.screen
    Window(
        onCloseRequest = ::exitApplication,
        state = rememberWindowState(size = DpSize(420.dp, 860.dp)),
        title = if (screen == null) name else "${screen.title} — $name",
        onPreviewKeyEvent = { event -> model != null && onKey(event, model) },
    ) { content() }
}

/** F5 reads anew, Esc goes back: what a window has keys for and a phone has gestures for. */
private fun onKey(
    event: KeyEvent,
    model: AppModel,
): Boolean {
    if (event.type != KeyEventType.KeyDown) return false
    val screen = model.screen ?: return false
    when (event.key) {
        Key.F5 -> model.send(screen.refresh?.touch ?: return false)
        Key.Escape -> if (screen.back == null) return false else model.back()
        else -> return false
    }
    return true
}

/** Says each screen and where its parts are, for a script that waits for them. */
@Composable
private fun FrameWindowScope.Traced(model: AppModel) {
    LaunchedEffect(model) {
        val trace = Trace(window)
        trace.start()
        snapshotFlow { model.screen }.filterNotNull().collect(trace::shown)
    }
}
