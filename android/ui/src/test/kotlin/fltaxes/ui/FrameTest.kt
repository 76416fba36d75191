package fltaxes.ui

import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.SemanticsProperties
import androidx.compose.ui.semantics.getOrNull
import androidx.compose.ui.test.ComposeUiTest
import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.SemanticsMatcher
import androidx.compose.ui.test.assertIsDisplayed
import androidx.compose.ui.test.assertIsNotSelected
import androidx.compose.ui.test.assertIsSelected
import androidx.compose.ui.test.hasTestTag
import androidx.compose.ui.test.onNodeWithTag
import androidx.compose.ui.test.onNodeWithText
import androidx.compose.ui.test.performClick
import androidx.compose.ui.unit.dp
import fltaxes.core.CoreException
import fltaxes.core.InternalException
import fltaxes.screen.Action
import fltaxes.screen.Icon
import fltaxes.screen.Notice
import fltaxes.screen.Screen
import fltaxes.screen.Tab
import fltaxes.screen.Tone
import fltaxes.stage.oneOfEach
import fltaxes.ui.story.Eyes
import org.junit.Test
import kotlin.test.assertEquals
import kotlin.test.assertFalse
import kotlin.test.assertNull
import kotlin.test.assertTrue

@OptIn(ExperimentalTestApi::class)
class FrameTest {
    private val tabs =
        listOf(
            Tab("tab-home", "Home", Icon.HOME, true, 31uL),
            Tab("tab-operations", "Operations", Icon.OPERATIONS, false, 32uL),
        )
    private val screen: Screen = oneOfEach().copy(tabs = tabs)

    private fun ComposeUiTest.at(tag: String) = onNodeWithTag(tag).fetchSemanticsNode().boundsInRoot

    private fun ComposeUiTest.isThere(tag: String) = onAllNodes(hasTestTag(tag)).fetchSemanticsNodes().isNotEmpty()

    @Test
    fun aPhoneHasItsTabsBelow() =
        rig(screen) { rig ->
            assertTrue(at("tab-home").top > 700f)
            onNodeWithTag("tab-home").assertIsSelected()
            onNodeWithTag("tab-operations").assertIsNotSelected().performClick()
            assertEquals(Sent.Touched(32uL), rig.core.sent.last())
        }

    @Test
    fun aTabletHasThemAtItsSideAndUsesTheRoom() =
        rig(screen, width = 1_000) {
            assertTrue(at("tab-home").right < 150f && at("tab-operations").right < 150f)
            assertTrue(isThere("page-2"))
            assertTrue(at("section").left > at("figure").right, "what follows the first heading has its own column")
        }

    @Test
    fun betweenThereIsOneReadableColumn() =
        rig(screen, width = 800) {
            assertFalse(isThere("page-2"))
            assertTrue(at("figure").width <= 640f)
        }

    @Test
    fun largeLettersNeedMoreRoom() {
        assertEquals(Room.TWO_COLUMNS, Room.of(900.dp, 1f))
        assertEquals(Room.RAIL, Room.of(900.dp, 1.3f))
        assertEquals(Room.PHONE, Room.of(900.dp, 2f))
    }

    @Test
    fun backAndRefreshAreSent() =
        rig(screen) { rig ->
            onNodeWithTag("back").performClick()
            assertEquals(Sent.Touched(checkNotNull(screen.back)), rig.core.sent.last())
            onNodeWithTag("refresh").performClick()
            assertEquals(Sent.Touched(checkNotNull(screen.refresh).touch), rig.core.sent.last())
            rig.say(screen.copy(back = null, refresh = null))
            assertFalse(isThere("back") || isThere("refresh"))
        }

    @Test
    fun oneScreenMakesRoomForTheNext() =
        rig(screen) { rig ->
            rig.say(screen.copy(path = listOf("operations"), title = "History"))
            assertEquals("operations", Eyes(this).screen())
            assertFalse(isThere("screen:home"))
            onNodeWithText("History").assertIsDisplayed()
        }

    @Test
    fun aNoticeIsSaidAloudAndStaysInView() =
        rig(
            screen.copy(
                notice = Notice("connection", Tone.ATTENTION, "No network", Action("Again", 33uL)),
            ),
        ) {
            val said = onNodeWithText("No network").fetchSemanticsNode().config
            assertEquals(LiveRegionMode.Polite, said.getOrNull(SemanticsProperties.LiveRegion))
            onNodeWithTag("connection/action").performClick()
            assertEquals(Sent.Touched(33uL), it.core.sent.last())
            assertTrue(at("connection").bottom < at("page").top + 1f)
        }

    @Test
    fun headingsAreHeadings() =
        rig(screen, height = 2_400) {
            val headings = onAllNodes(SemanticsMatcher.keyIsDefined(SemanticsProperties.Heading)).fetchSemanticsNodes()
            val tags = headings.mapNotNull { it.config.getOrNull(SemanticsProperties.TestTag) }
            assertEquals(setOf("title", "status", "section"), tags.toSet())
        }

    @Test
    fun whatDiffersWhenSpokenIsSpoken() =
        rig(screen, height = 2_400) {
            fun spoken(tag: String) =
                onNodeWithTag(tag).fetchSemanticsNode().config.getOrNull(SemanticsProperties.ContentDescription)
            assertEquals(listOf("Transport tax, 3,000 roubles"), spoken("row"))
            assertEquals(listOf("ENS balance, minus 5,646 roubles 95 kopecks, kept, an hour ago"), spoken("figure"))
        }

    @Test
    fun aClosedCoreIsSaidCalmly() =
        rig(screen) { rig ->
            rig.core.failure = CoreException.Closed()
            onNodeWithTag("refresh").performClick()
            onNodeWithText("The app has stopped", substring = true).assertIsDisplayed()
        }

    @Test
    fun aMistakeInsideIsSaidUntilAllIsWell() =
        rig(screen) { rig ->
            for (mistake in listOf(
                InternalException("x"),
                fltaxes.screen.InternalException("x"),
                IllegalStateException(),
            )) {
                rig.core.failure = mistake
                onNodeWithTag("refresh").performClick()
                onNodeWithText("Something went wrong", substring = true).assertIsDisplayed()
                rig.core.failure = null
                onNodeWithTag("refresh").performClick()
                waitForIdle()
                assertNull(rig.model.trouble)
            }
        }

    @Test
    fun aCoreThatSaysNothingIsSaidToo() =
        rig(screen) { rig ->
            val dead = FakeEngine(screen).apply { failure = CoreException.Closed() }
            rig.model = AppModel(dead)
            onNodeWithTag("cannot-start").assertIsDisplayed()
        }
}
