package fltaxes.ui.page

import fltaxes.screen.Block
import fltaxes.screen.More
import fltaxes.stage.longScreen
import org.junit.Test
import kotlin.test.assertEquals
import kotlin.test.assertNull
import kotlin.test.assertTrue

class AskingTest {
    private val rows = longScreen(100u).blocks

    private fun touch(key: String) = if (key == "older") 41uL else 42uL

    private fun more(
        key: String,
        busy: Boolean = false,
    ) = Block.More(More(key, key, busy, touch(key)))

    private fun window(
        from: Int,
        until: Int,
        busy: Boolean = false,
    ): List<Line> {
        val newer = if (from > 0) listOf(more("newer", busy)) else emptyList()
        val older = if (until < rows.size) listOf(more("older", busy)) else emptyList()
        return lines(newer + rows.subList(from, until) + older)
    }

    @Test
    fun nothingIsAskedForFarFromTheEnds() = assertNull(Asking().next(window(0, 50), 20..30))

    @Test
    fun theEndThatIsNearIsAskedFor() {
        assertEquals(touch("older"), Asking().next(window(0, 50), 30..(50 - AHEAD)))
        assertEquals(touch("newer"), Asking().next(window(10, 60), AHEAD..20))
    }

    @Test
    fun aBusyEndIsLeftAlone() = assertNull(Asking().next(window(0, 50, busy = true), 40..49))

    @Test
    fun anEndThatWasOutOfReachMayBeAskedForAgain() {
        val asking = Asking()
        val lines = window(0, 50)
        assertEquals(touch("older"), asking.next(lines, 45..50))
        assertNull(asking.next(lines, 44..50))
        assertNull(asking.next(lines, 15..25))
        assertEquals(touch("older"), asking.next(lines, 45..50))
    }

    @Test
    fun aWindowSmallerThanThePageDoesNotSlideForEver() {
        val asking = Asking()
        var from = 20
        var asked = 0
        while (asked <= 100) {
            val lines = window(from, from + 5)
            val touch = asking.next(lines, 0..lines.lastIndex) ?: break
            from += if (touch == touch("older")) 5 else -5
            from = from.coerceIn(0, 90)
            asked++
        }
        assertTrue(asked < 100, "it slides for ever")
    }
}
