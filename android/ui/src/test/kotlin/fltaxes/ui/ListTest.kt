package fltaxes.ui

import androidx.compose.ui.geometry.Offset
import androidx.compose.ui.semantics.SemanticsActions
import androidx.compose.ui.test.ComposeUiTest
import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.assertIsDisplayed
import androidx.compose.ui.test.hasTestTag
import androidx.compose.ui.test.onNodeWithTag
import androidx.compose.ui.test.performScrollToIndex
import androidx.compose.ui.test.performSemanticsAction
import androidx.compose.ui.test.performTouchInput
import androidx.compose.ui.test.swipeUp
import fltaxes.screen.Block
import fltaxes.screen.More
import fltaxes.screen.Notice
import fltaxes.screen.Screen
import fltaxes.screen.Section
import fltaxes.screen.Tone
import fltaxes.stage.longScreen
import org.junit.Test
import kotlin.test.assertEquals
import kotlin.test.assertTrue

@OptIn(ExperimentalTestApi::class)
class ListTest {
    private val all = longScreen(400u).blocks

    private fun more(
        key: String,
        label: String,
    ) = Block.More(More(key, label, false, if (key == "older") 41uL else 42uL))

    /** A window of a long list, with its ends. */
    private fun window(
        from: Int,
        until: Int,
    ): Screen {
        val ends = if (from > 0) listOf(more("newer", "$from newer")) else emptyList()
        val blocks = ends + all.subList(from, until) + more("older", "${400 - until} older")
        return longScreen(0u).copy(blocks = blocks)
    }

    private fun ComposeUiTest.top(key: String): Float = onNodeWithTag(key).fetchSemanticsNode().positionInRoot.y

    private fun ComposeUiTest.isThere(key: String): Boolean =
        onAllNodes(hasTestTag(key)).fetchSemanticsNodes().isNotEmpty()

    private fun ComposeUiTest.scrollBy(dots: Float) {
        onNodeWithTag("page").performSemanticsAction(SemanticsActions.ScrollBy) { it(0f, dots) }
        waitForIdle()
    }

    @Test
    fun fiveThousandBlocksAreOnlyThereWhereOneLooks() =
        rig(longScreen(5_000u)) {
            assertTrue(isThere("operation-0"))
            val drawn = { (0 until 5_000).count { isThere("operation-$it") } }
            onNodeWithTag("page").performScrollToIndex(4_999)
            onNodeWithTag("operation-4999").assertIsDisplayed()
            assertTrue(drawn() in 5..60, "${drawn()} rows are there")
        }

    @Test
    fun moreIsAskedForBeforeTheEndAndOnce() =
        rig(window(0, 50)) { rig ->
            assertEquals(emptyList(), rig.core.sent, "the end is far")
            repeat(20) { if (rig.core.sent.isEmpty()) onNodeWithTag("page").performTouchInput { swipeUp() } }
            waitForIdle()
            assertEquals(listOf<Sent>(Sent.Touched(41uL)), rig.core.sent)
            scrollBy(5_000f)
            assertEquals(1, rig.core.sent.size, "it was asked for already")
        }

    @Test
    fun itIsAskedBeforeItIsSeen() =
        rig(window(0, 50)) { rig ->
            repeat(100) { if (rig.core.sent.isEmpty()) scrollBy(60f) }
            assertEquals(1, rig.core.sent.size)
            assertTrue(!isThere("older") || top("older") > 700f)
        }

    @Test
    fun thePlaceIsKeptWhenOlderOnesCome() =
        rig(window(0, 150)) { rig ->
            onNodeWithTag("page").performScrollToIndex(140)
            val before = top("operation-142")
            // The window slides: a hundred rows go above, and as many come below.
            rig.say(window(100, 250))
            assertEquals(before, top("operation-142"))
        }

    @Test
    fun thePlaceIsKeptWhenNewerOnesArePutBefore() =
        rig(window(50, 200)) { rig ->
            scrollBy(400f)
            val before = top("operation-56")
            rig.say(window(0, 200))
            assertEquals(before, top("operation-56"))
        }

    @Test
    fun thePlaceIsKeptWhereOnlyTheEndWasAtTheTop() =
        rig(window(50, 200).let { it.copy(blocks = all.subList(0, 1) + it.blocks) }) { rig ->
            // The «newer» line is the first in view.
            onNodeWithTag("page").performScrollToIndex(1)
            val before = top("operation-50")
            rig.say(window(0, 200).let { it.copy(blocks = listOf(more("newer", "fewer")) + it.blocks) })
            // Give or take the gap above it, which is another one below a row.
            assertEquals(before, top("operation-50"), 14f)
        }

    @Test
    fun whatComesAboveTheTopIsSeen() =
        rig(window(0, 50)) { rig ->
            val first = Block.Section(Section("first", "First", null))
            rig.say(window(0, 50).let { it.copy(blocks = listOf(first) + it.blocks) })
            onNodeWithTag("first").assertIsDisplayed()
        }

    @Test
    fun aNoticeThatComesIsSeenWhereverOneIs() =
        rig(window(0, 150)) { rig ->
            onNodeWithTag("page").performScrollToIndex(60)
            val hint = Block.Notice(Notice("hint", Tone.ATTENTION, "The device refused", null))
            rig.say(window(0, 150).let { it.copy(blocks = listOf(hint) + it.blocks) })
            onNodeWithTag("hint").assertIsDisplayed()
        }

    @Test
    fun twiceTheSameKeyIsNoEnd() =
        rig(longScreen(3u).let { it.copy(blocks = it.blocks + it.blocks) }) {
            assertEquals(2, onAllNodes(hasTestTag("operation-1")).fetchSemanticsNodes().size)
        }

    @Test
    fun pullingThePageDownRefreshes() =
        rig(longScreen(50u)) { rig ->
            onNodeWithTag("page").performTouchInput {
                down(Offset(200f, 100f))
                repeat(20) { moveBy(Offset(0f, 30f)) }
                up()
            }
            waitForIdle()
            assertEquals(Sent.Touched(checkNotNull(rig.now.refresh).touch), rig.core.sent.singleOrNull())
        }
}
