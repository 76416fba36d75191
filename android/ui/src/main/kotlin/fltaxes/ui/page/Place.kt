package fltaxes.ui.page

import fltaxes.screen.Block

/** A line that is in view: how far below the top it begins, in pixels; above it where negative. */
internal data class InView(
    val key: String,
    val top: Int,
)

/** Where the list should stand next: this line, so far below the top. */
internal data class Place(
    val index: Int,
    val top: Int,
)

/**
 * Where a reader is after the lines changed; null where the list itself keeps the place, which it does for the first line in
 * view as long as that line is there.
 */
internal fun place(
    before: List<Line>,
    after: List<Line>,
    inView: List<InView>,
): Place? {
    val first = inView.firstOrNull() ?: return null
    told(before, after)?.let { index -> if (inView.none { it.key == after[index].key }) return Place(index, 0) }
    val isAtTop = first.key == before.firstOrNull()?.key && first.top >= 0
    if (isAtTop) return if (first.key == after.firstOrNull()?.key) null else Place(0, 0)
    val indices = HashMap<String, Int>()
    after.forEachIndexed { index, line -> indices[line.key] = index }
    val isRow = before.filter { it.block is Block.Row }.mapTo(HashSet()) { it.key }
    val isKept =
        first.key in indices && (first.key in isRow || before.first { it.key == first.key }.block !is Block.More)
    if (isKept) return null
    // «More» is there in every window; a row is where one reads.
    val anchor = inView.firstOrNull { it.key in isRow && it.key in indices } ?: return null
    return Place(indices.getValue(anchor.key), anchor.top)
}

/** What has just been said and should be seen: a notice that came, a field that became wrong. */
private fun told(
    before: List<Line>,
    after: List<Line>,
): Int? {
    val known = before.associate { it.key to it.block }
    return after
        .indexOfFirst { line ->
            when (val block = line.block) {
                is Block.Notice -> line.key !in known
                is Block.Field -> block.v1.error != null && (known[line.key] as? Block.Field)?.v1?.error == null
                else -> false
            }
        }.takeIf { it >= 0 }
}
