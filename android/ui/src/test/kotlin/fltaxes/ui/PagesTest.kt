package fltaxes.ui

import androidx.compose.runtime.CompositionLocalProvider
import androidx.compose.ui.MotionDurationScale
import androidx.compose.ui.semantics.SemanticsActions
import androidx.compose.ui.test.ComposeUiTest
import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.assertIsNotEnabled
import androidx.compose.ui.test.hasAnyAncestor
import androidx.compose.ui.test.hasTestTag
import androidx.compose.ui.test.onNodeWithTag
import androidx.compose.ui.test.performClick
import androidx.compose.ui.test.performScrollToIndex
import androidx.compose.ui.test.performSemanticsAction
import androidx.compose.ui.test.v2.runDesktopComposeUiTest
import androidx.compose.ui.unit.LayoutDirection
import androidx.navigationevent.DirectNavigationEventInput
import androidx.navigationevent.NavigationEvent
import androidx.navigationevent.NavigationEventDispatcher
import androidx.navigationevent.NavigationEventDispatcherOwner
import androidx.navigationevent.compose.LocalNavigationEventDispatcherOwner
import fltaxes.screen.Block
import fltaxes.screen.More
import fltaxes.screen.Screen
import fltaxes.stage.longScreen
import fltaxes.stage.oneOfEach
import org.junit.Test
import kotlin.test.assertEquals
import kotlin.test.assertFalse
import kotlin.test.assertNotEquals
import kotlin.test.assertTrue

/** A device whose owner wants nothing to move. */
private object Still : MotionDurationScale {
    override val scaleFactor = 0f
}

/** Pages come and go as the platform's do, and are found again where one left them. */
@OptIn(ExperimentalTestApi::class)
class PagesTest {
    private val list: Screen = longScreen(200u).copy(path = listOf("list"), title = "List")
    private val letter: Screen =
        oneOfEach().let { all ->
            val blocks = all.blocks.filter { it is Block.Text || it is Block.Button }
            all.copy(path = listOf("list", "letter"), title = "Letter", tabs = emptyList(), blocks = blocks)
        }
    private val room: Screen =
        list.copy(path = listOf("list", "room"), tabs = list.tabs.map { it.copy(key = "tab-other") })
    private val lock: Screen = letter.copy(path = listOf("unlock"), title = "Locked", back = null)

    private fun ComposeUiTest.isThere(tag: String) = onAllNodes(hasTestTag(tag)).fetchSemanticsNodes().isNotEmpty()

    private fun ComposeUiTest.at(tag: String) = onNodeWithTag(tag).fetchSemanticsNode().boundsInRoot

    private fun ComposeUiTest.top(tag: String): Float = onNodeWithTag(tag).fetchSemanticsNode().positionInRoot.y

    private fun below(tag: String) = hasTestTag(tag) and hasAnyAncestor(hasTestTag("below:list"))

    @Test
    fun aListIsFoundAgainWhereItWasLeft() =
        rig(list) { rig ->
            onNodeWithTag("page").performScrollToIndex(120)
            val before = top("operation-121")
            rig.say(letter)
            assertFalse(isThere("operation-121"))
            rig.say(list)
            assertEquals(before, top("operation-121"))
        }

    @Test
    fun aPageThatLeftThePathBeginsAtItsTop() =
        rig(list) { rig ->
            onNodeWithTag("page").performScrollToIndex(120)
            rig.say(letter)
            rig.say(lock)
            rig.say(list)
            assertTrue(isThere("operation-0"))
        }

    @Test
    fun aPageOpenedFromElsewhereIsAnother() =
        rig(list) { rig ->
            onNodeWithTag("page").performScrollToIndex(120)
            rig.say(lock)
            rig.say(list)
            assertTrue(isThere("operation-0"))
        }

    @Test
    fun nothingOfAnAccountIsKeptAfterALock() =
        rig(list) { rig ->
            rig.say(letter)
            assertEquals(listOf(list, letter), rig.model.trail)
            rig.say(lock)
            assertEquals(listOf(lock), rig.model.trail)
            assertFalse(isThere("screen:letter") || isThere("screen:list"))
        }

    /** Two frames into a change, and where both pages are. */
    private fun turning(
        from: Screen,
        to: Screen,
        direction: LayoutDirection = LayoutDirection.Ltr,
        check: ComposeUiTest.() -> Unit,
    ) = rig(list, direction = direction) { rig ->
        rig.say(from)
        mainClock.autoAdvance = false
        rig.core.say(to)
        repeat(8) { mainClock.advanceTimeByFrame() }
        check()
    }

    private fun ComposeUiTest.left(page: String) = onNodeWithTag("screen:$page").fetchSemanticsNode().positionInRoot.x

    @Test
    fun aDeeperPageComesFromTheEnd() =
        turning(list, letter) {
            assertTrue(left("letter") > 0f && left("list") < 0f, "${left("letter")} ${left("list")}")
        }

    @Test
    fun goingBackTakesItAwayAgain() =
        turning(letter, list) {
            assertTrue(left("letter") > 0f && left("list") < 0f, "${left("letter")} ${left("list")}")
        }

    @Test
    fun fromRightToLeftItIsTheOtherWay() =
        turning(list, letter, LayoutDirection.Rtl) { assertTrue(left("letter") < 0f && left("list") > 0f) }

    @Test
    fun elsewhereNothingSlides() = turning(list, lock) { assertTrue(left("unlock") == 0f && left("list") == 0f) }

    @Test
    fun fromRoomToRoomNothingSlides() = turning(list, room) { assertTrue(left("room") == 0f && left("list") == 0f) }

    @Test
    fun aRoomStandsAlone() =
        rig(list, width = 1_000) { rig ->
            rig.say(room)
            assertFalse(isThere("below:list"))
            // What keeps the tabs of its room is no other room.
            rig.say(list)
            rig.say(letter.copy(tabs = list.tabs))
            assertTrue(isThere("below:list"))
        }

    @Test
    fun whoWantsNoMotionGetsNone() =
        runDesktopComposeUiTest(
            effectContext = Still,
            width = 400,
            height = 860,
        ) {
            val core = FakeEngine(list)
            val model = AppModel(core)
            setContent { TaxpayerApp(model) }
            waitForIdle()
            mainClock.autoAdvance = false
            core.say(letter)
            repeat(3) { mainClock.advanceTimeByFrame() }
            assertEquals(0f, left("letter"))
            assertFalse(isThere("screen:list"))
        }

    /** A finger has pulled a letter half back. */
    private fun pulled(then: ComposeUiTest.(AppModel, FakeEngine, DirectNavigationEventInput) -> Unit) =
        runDesktopComposeUiTest(width = 400, height = 860) {
            val core = FakeEngine(list)
            val model = AppModel(core)
            val finger = DirectNavigationEventInput()
            val dispatcher = NavigationEventDispatcher().apply { addInput(finger) }
            val owner =
                object : NavigationEventDispatcherOwner {
                    override val navigationEventDispatcher = dispatcher
                }
            setContent {
                CompositionLocalProvider(LocalNavigationEventDispatcherOwner provides owner) { TaxpayerApp(model) }
            }
            waitForIdle()
            onNodeWithTag("page").performScrollToIndex(120)
            core.say(letter)
            waitForIdle()
            runOnIdle {
                finger.backStarted(NavigationEvent())
                finger.backProgressed(NavigationEvent(progress = 0.5f))
            }
            waitForIdle()
            assertTrue(left("letter") > 0f, "the page follows the finger")
            assertTrue(isThere("operation-121"), "and the one below is seen, where it was left")
            assertEquals(emptyList(), core.sent)
            then(model, core, finger)
        }

    @Test
    fun aFingerThatPullsAPageBackSendsOneBack() =
        pulled { _, core, finger ->
            runOnIdle { finger.backCompleted() }
            waitForIdle()
            assertEquals(listOf<Sent>(Sent.Back), core.sent)
            core.say(list)
            waitForIdle()
            assertFalse(isThere("screen:letter"))
            assertTrue(isThere("operation-121"))
        }

    @Test
    fun aFingerThatLetsGoLeavesThePage() =
        pulled { _, core, finger ->
            runOnIdle { finger.backCancelled() }
            waitForIdle()
            assertEquals(emptyList(), core.sent)
            assertEquals(0f, left("letter"))
            assertFalse(isThere("screen:list"))
        }

    @Test
    fun whereNoWayLeadsBackTheGestureIsThePlatforms() =
        runDesktopComposeUiTest(width = 400, height = 860) {
            val core = FakeEngine(list.copy(back = null))
            val finger = DirectNavigationEventInput()
            var left = 0
            val dispatcher = NavigationEventDispatcher { left++ }.apply { addInput(finger) }
            val owner =
                object : NavigationEventDispatcherOwner {
                    override val navigationEventDispatcher = dispatcher
                }
            val model = AppModel(core)
            setContent {
                CompositionLocalProvider(LocalNavigationEventDispatcherOwner provides owner) { TaxpayerApp(model) }
            }
            waitForIdle()
            runOnIdle { finger.backCompleted() }
            assertEquals(emptyList(), core.sent)
            assertEquals(1, left)
        }

    @Test
    fun aTabletShowsListAndPageBesideEachOther() =
        rig(list, width = 1_000) { rig ->
            rig.say(letter)
            assertTrue(at("below:list").right <= at("screen:letter").left + 1f)
            onNode(below("operation-3")).performClick()
            val row = list.blocks[3] as Block.Row
            assertEquals(listOf<Sent>(Sent.Touched(checkNotNull(row.v1.touch))), rig.core.sent)
            onNodeWithTag("button").performClick()
            assertEquals(2, rig.core.sent.size)
            assertTrue(isThere("tab-home"), "the rooms stay at the side")
        }

    @Test
    fun theListStaysWhereItIsWhileAnotherLetterIsRead() =
        rig(list, width = 1_000) { rig ->
            onNodeWithTag("page").performScrollToIndex(120)
            val before = top("operation-120")
            rig.say(letter)
            assertEquals(before, onNode(below("operation-120")).fetchSemanticsNode().positionInRoot.y)
            rig.say(letter.copy(path = listOf("list", "other"), title = "Other"))
            assertEquals(before, onNode(below("operation-120")).fetchSemanticsNode().positionInRoot.y)
            rig.say(list)
            assertEquals(before, top("operation-120"))
        }

    @Test
    fun readingAListAtItsEndClosesNoLetter() {
        val more = Block.More(More("older", "Older", false, 91uL))
        rig(list.copy(blocks = list.blocks + more), width = 1_000) { rig ->
            rig.say(letter)
            val page = onNode(hasTestTag("page") and hasAnyAncestor(hasTestTag("below:list")))
            page.performScrollToIndex(200)
            waitForIdle()
            assertEquals(emptyList(), rig.core.sent)
            onNode(below("older")).performClick()
            assertEquals(listOf<Sent>(Sent.Touched(91uL)), rig.core.sent)
        }
    }

    @Test
    fun aFieldBesideAnotherPageTakesNothing() =
        rig(oneOfEach().copy(path = listOf("list")), width = 1_000) { rig ->
            rig.say(letter)
            onNode(below("field")).assertIsNotEnabled()
        }

    @Test
    fun aLessWideWindowShowsOnePage() =
        rig(list, width = 800) { rig ->
            rig.say(letter)
            assertFalse(isThere("below:list"))
            assertTrue(isThere("tab-home"))
        }

    @Test
    fun aListInTwoColumnsGoesOnWhereItWasReadInOne() {
        val blocks = oneOfEach().blocks.filter { it is Block.Status || it is Block.Section } + list.blocks
        rig(list.copy(blocks = blocks), width = 1_000) { rig ->
            onNodeWithTag("page-2").performSemanticsAction(SemanticsActions.ScrollBy) { it(0f, 6_000f) }
            waitForIdle()
            val seen = list.blocks.indices.first { isThere("operation-$it") }
            assertNotEquals(0, seen)
            rig.say(letter)
            assertTrue(onAllNodes(below("operation-${seen + 2}")).fetchSemanticsNodes().isNotEmpty())
        }
    }
}
