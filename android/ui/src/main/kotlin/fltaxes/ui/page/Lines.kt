package fltaxes.ui.page

import androidx.compose.ui.unit.Dp
import androidx.compose.ui.unit.dp
import fltaxes.screen.Block
import fltaxes.ui.blocks.key
import fltaxes.ui.look.Edge

/** A block in its place: what belongs together stands together. */
internal data class Line(
    val key: String,
    val block: Block,
    val edge: Edge,
    val gap: Dp,
)

/** The blocks of a column, in their places. */
internal fun lines(blocks: List<Block>): List<Line> {
    val keys = HashMap<String, Int>()
    return blocks.mapIndexed { index, block ->
        val before = blocks.getOrNull(index - 1)
        val isJoinedAbove = block.joins(before)
        val isJoinedBelow = blocks.getOrNull(index + 1)?.joins(block) ?: false
        // A key that comes twice is a mistake of the core, and no reason to fall over.
        val times = keys.merge(block.key, 1, Int::plus) ?: 1
        Line(
            key = if (times == 1) block.key else "${block.key}#$times",
            block = block,
            edge =
                when {
                    isJoinedAbove && isJoinedBelow -> Edge.BETWEEN
                    isJoinedAbove -> Edge.LAST
                    isJoinedBelow -> Edge.FIRST
                    else -> Edge.ALONE
                },
            gap = gap(before, block, isJoinedAbove),
        )
    }
}

/** They make one sheet. */
private fun Block.joins(before: Block?): Boolean =
    when (this) {
        is Block.Figure, is Block.Row -> before is Block.Figure || before is Block.Row

        is Block.Toggle -> before is Block.Toggle

        is Block.Status, is Block.Section, is Block.Text, is Block.Field, is Block.Button, is Block.Notice,
        is Block.Steps, is Block.Checklist, is Block.Countdown, is Block.Filter, is Block.Choice, is Block.Files,
        is Block.Picture, is Block.Progress, is Block.Empty, is Block.More,
        -> false
    }

private fun gap(
    before: Block?,
    block: Block,
    isJoined: Boolean,
): Dp =
    when {
        before == null -> 0.dp
        isJoined -> 2.dp
        block is Block.Section -> 26.dp
        before is Block.Section -> 10.dp
        block is Block.Button && before is Block.Button -> 10.dp
        else -> 14.dp
    }

/** Where a second column begins: at the first heading, if something stands before it. */
internal fun secondColumn(blocks: List<Block>): Int? = blocks.indexOfFirst { it is Block.Section }.takeIf { it > 0 }
