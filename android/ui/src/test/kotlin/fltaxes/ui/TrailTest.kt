package fltaxes.ui

import fltaxes.screen.Block
import fltaxes.screen.Screen
import fltaxes.stage.oneOfEach
import org.junit.Test
import kotlin.test.assertEquals
import kotlin.test.assertNull
import kotlin.test.assertTrue

class TrailTest {
    private fun at(vararg path: String): Screen =
        oneOfEach().copy(path = path.toList(), title = path.joinToString("/"), tabs = emptyList())

    private fun seen(vararg screens: Screen): List<Screen> =
        screens.fold(emptyList()) { trail, screen -> trail.followedBy(screen) }

    private fun List<Screen>.titles() = map { it.title }

    @Test
    fun aDeeperPageKeepsTheOnesBelow() =
        assertEquals(listOf("a", "a/b", "a/b/c"), seen(at("a"), at("a", "b"), at("a", "b", "c")).titles())

    @Test
    fun theNewestOfAPageIsKept() {
        val newer = at("a").copy(title = "newer")
        assertEquals(listOf("newer"), seen(at("a"), newer).titles())
        assertEquals(listOf("newer", "a/b"), seen(at("a"), newer, at("a", "b")).titles())
    }

    @Test
    fun whatThePathNoLongerHoldsIsDropped() {
        assertEquals(listOf("a"), seen(at("a"), at("a", "b"), at("a")).titles())
        assertEquals(listOf("a", "a/c"), seen(at("a"), at("a", "b"), at("a", "b", "d"), at("a", "c")).titles())
        assertEquals(listOf("unlock"), seen(at("a"), at("a", "b"), at("unlock")).titles())
        assertEquals(listOf("a/b"), seen(at("unlock"), at("a", "b")).titles())
    }

    @Test
    fun onlyThePageRightBelowStandsBeside() {
        assertEquals("a", seen(at("a"), at("a", "b")).below()?.title)
        assertNull(seen(at("a"), at("a", "b", "c")).below(), "nobody saw what lies between")
        assertNull(seen(at("a")).below())
        val tab = oneOfEach().tabs.single()
        val room = at("a").copy(tabs = listOf(tab))
        assertEquals("a", seen(room, at("a", "b").copy(tabs = listOf(tab))).below()?.title, "it is of the same room")
        val other = at("a", "b").copy(tabs = listOf(tab.copy(key = "tab-other")))
        assertNull(seen(room, other).below(), "another room stands alone")
    }

    @Test
    fun thePathSaysWhichWayOneGoes() {
        assertEquals(Way.DEEPER, Way.between(listOf("a"), listOf("a", "b", "c")))
        assertEquals(Way.BACK, Way.between(listOf("a", "b"), listOf("a")))
        assertEquals(Way.ELSEWHERE, Way.between(listOf("a", "b"), listOf("b")))
        assertEquals(Way.ELSEWHERE, Way.between(listOf("a", "b"), listOf("a", "c")))
        assertEquals(Way.ELSEWHERE, Way.between(listOf("a"), listOf("ab")))
    }

    @Test
    fun aCoveredPageOffersNothingThatTheCoreWouldNotTake() {
        val covered = at("a").copy(busy = true).covered()
        assertNull(covered.back)
        assertNull(covered.refresh)
        assertTrue(!covered.busy)
        assertTrue(covered.blocks.filterIsInstance<Block.Field>().none { it.v1.enabled })
        val others = oneOfEach().blocks.filterNot { it is Block.Field }
        assertEquals(others, covered.blocks.filterNot { it is Block.Field })
    }
}
