package fltaxes.ui

import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.requiredSize
import androidx.compose.runtime.CompositionLocalProvider
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.setValue
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.LocalDensity
import androidx.compose.ui.platform.LocalLayoutDirection
import androidx.compose.ui.test.ComposeUiTest
import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.v2.runDesktopComposeUiTest
import androidx.compose.ui.unit.Density
import androidx.compose.ui.unit.LayoutDirection
import androidx.compose.ui.unit.dp
import fltaxes.screen.Screen

/** The app on a core that a test speaks for, in a window that a test chooses. */
@OptIn(ExperimentalTestApi::class)
class Rig(
    val ui: ComposeUiTest,
    screen: Screen,
    assets: Map<String, ByteArray> = emptyMap(),
) {
    val core = FakeEngine(screen, assets)
    var model by mutableStateOf(AppModel(core))

    /** A new screen comes and is drawn. */
    fun say(screen: Screen) {
        core.say(screen)
        ui.waitForIdle()
    }

    /** The screen as it is now. */
    val now: Screen
        get() = checkNotNull(model.screen)
}

@OptIn(ExperimentalTestApi::class)
fun rig(
    screen: Screen,
    width: Int = 400,
    height: Int = 860,
    fontScale: Float = 1f,
    direction: LayoutDirection = LayoutDirection.Ltr,
    assets: Map<String, ByteArray> = emptyMap(),
    test: ComposeUiTest.(Rig) -> Unit,
) = runDesktopComposeUiTest(width = width, height = height) {
    val rig = Rig(this, screen, assets)
    setContent {
        CompositionLocalProvider(
            LocalDensity provides Density(1f, fontScale),
            LocalLayoutDirection provides direction,
        ) {
            Box(Modifier.requiredSize(width.dp, height.dp)) { TaxpayerApp(rig.model) }
        }
    }
    waitForIdle()
    test(rig)
}
