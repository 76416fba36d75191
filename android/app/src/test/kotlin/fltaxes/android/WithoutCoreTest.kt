package fltaxes.android

import androidx.compose.ui.test.assertTextEquals
import androidx.compose.ui.test.junit4.v2.createEmptyComposeRule
import androidx.compose.ui.test.onNodeWithTag
import androidx.test.core.app.ActivityScenario
import org.junit.Rule
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.annotation.Config
import kotlin.test.Test
import kotlin.test.assertEquals

/** The app where its core is not, or is another library: run twice, each time in a virtual machine of its own. */
@RunWith(RobolectricTestRunner::class)
@Config(application = NotingApplication::class)
class WithoutCoreTest {
    @get:Rule
    val compose = createEmptyComposeRule()

    private val app = app<NotingApplication>()

    @Test
    fun `it is said before the first call, whenever the app is opened`() {
        val words =
            when (System.getProperty("uniffi.component.fl_core.libraryOverride")) {
                "no_such_library" -> R.string.core_missing
                else -> R.string.core_other
            }
        repeat(2) {
            ActivityScenario.launch(MainActivity::class.java).use {
                compose.waitForIdle()
                compose.onNodeWithTag("cannot-start").assertTextEquals(app.getString(words))
            }
        }
        assertEquals(emptyList(), app.configs)
    }
}
