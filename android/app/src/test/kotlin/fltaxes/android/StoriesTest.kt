package fltaxes.android

import androidx.compose.ui.test.junit4.v2.createEmptyComposeRule
import androidx.test.core.app.ActivityScenario
import fltaxes.core.EngineConfig
import fltaxes.core.EngineInterface
import fltaxes.core.Platform
import fltaxes.stage.play
import fltaxes.ui.story.ComposeHands
import org.junit.Rule
import org.junit.runner.RunWith
import org.robolectric.ParameterizedRobolectricTestRunner
import org.robolectric.annotation.Config
import java.io.File
import kotlin.test.Test
import kotlin.test.assertTrue

/** The app with the engine that a story hands over. */
class StoryApplication : TaxesApplication() {
    lateinit var next: EngineInterface

    override fun open(
        config: EngineConfig,
        platform: Platform,
    ): EngineInterface =
        object : EngineInterface by next {
            // A story kills without a goodbye.
            override fun shutdown() = Unit
        }
}

/** Stories here in the real window. The desktop plays all that name Compose; these touch what a phone does its own way. */
@RunWith(ParameterizedRobolectricTestRunner::class)
@Config(application = StoryApplication::class, qualifiers = "w411dp-h2600dp-port-mdpi")
class StoriesTest(
    private val story: String,
) {
    @get:Rule
    val compose = createEmptyComposeRule()

    private val app = app<StoryApplication>()
    private var window: ActivityScenario<MainActivity>? = null

    @Test
    fun plays() {
        val hands =
            ComposeHands(
                ui = compose,
                rest = compose::waitForIdle,
                show = {
                    app.next = it
                    window = ActivityScenario.launch(MainActivity::class.java)
                },
                hide = {
                    window?.close()
                    app.holder.close()
                },
            )
        assertTrue(play(File("../../tests/journeys/stories/$story.story").path, hands) > 0u)
    }

    companion object {
        @JvmStatic
        @ParameterizedRobolectricTestRunner.Parameters(name = "{0}")
        fun stories() =
            listOf(
                "session/first_sign_in",
                "home/debt",
                "connection/offline",
                "session/kill_and_reopen",
                "operations/operations_scroll",
                "settings/settings",
                "links/deep_link",
                "recovery/recovery",
                "session/biometrics",
                "esia/esia",
            )
    }
}
