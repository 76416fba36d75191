package fltaxes.ui.page

import fltaxes.screen.Block
import fltaxes.screen.More
import fltaxes.screen.Touch

/** How many lines before its end a list asks for more. */
internal const val AHEAD = 8

/**
 * Which end of a list asks for more. Each asks once for what is now between its ends, and again when it has been out of
 * reach; else a window that is smaller than the page would slide up and down for ever.
 */
internal class Asking {
    private val asked = HashMap<String, MutableSet<String>>()
    private var waitsFor: Pair<String, String>? = null

    /** What to send, given the lines and the first and last of them in view. */
    fun next(
        lines: List<Line>,
        inView: IntRange,
    ): Touch? {
        val near = lines.slice(maxOf(0, inView.first - AHEAD)..minOf(lines.lastIndex, inView.last + AHEAD))
        val mores = near.mapNotNull { (it.block as? Block.More)?.v1 }
        asked.keys.retainAll(mores.mapTo(HashSet(), More::key))
        if (mores.isEmpty()) return null
        val between = between(lines)
        // One at a time: two windows asked for at once would cross.
        if (waitsFor?.let { (key, window) -> key in asked && window == between } == true) return null
        val more = mores.firstOrNull { !it.busy && it.label + between !in asked[it.key].orEmpty() } ?: return null
        asked.getOrPut(more.key) { HashSet() } += more.label + between
        waitsFor = more.key to between
        return more.touch
    }

    private fun between(lines: List<Line>): String {
        val first = lines.firstOrNull { it.block is Block.Row }?.key
        return "$first…${lines.lastOrNull { it.block is Block.Row }?.key}"
    }
}
