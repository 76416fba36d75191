package fltaxes.ui

import androidx.compose.runtime.getValue
import androidx.compose.runtime.key
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.setValue
import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.v2.runDesktopComposeUiTest
import fltaxes.stage.play
import fltaxes.stage.stories
import fltaxes.ui.story.ComposeHands
import org.junit.Test
import org.junit.runner.RunWith
import org.junit.runners.Parameterized
import java.io.File
import kotlin.test.assertTrue
import kotlin.time.Duration.Companion.minutes

/** Every story that names Compose, on the real composables: one test a file, and no list that one could be missing from. */
@OptIn(ExperimentalTestApi::class)
@RunWith(Parameterized::class)
class StoriesTest(
    @Suppress("unused") private val name: String,
    private val file: String,
) {
    // A phone's width, and high enough to see a whole screen without a finger.
    @Test
    fun plays() =
        runDesktopComposeUiTest(width = 411, height = 2_600, testTimeout = 5.minutes) {
            var model by mutableStateOf<AppModel?>(null)
            setContent { model?.let { key(it) { TaxpayerApp(it) } } }
            val hands =
                ComposeHands(
                    ui = this,
                    rest = ::waitForIdle,
                    show = { engine -> model = AppModel(engine) },
                    hide = { model = null },
                )
            assertTrue(play(file, hands) > 0u)
        }

    companion object {
        @JvmStatic
        @Parameterized.Parameters(name = "{0}")
        fun files(): List<Array<String>> =
            stories(System.getProperty("fltaxes.stories"), "compose").map { arrayOf(File(it).nameWithoutExtension, it) }
    }
}
