package fltaxes.ui.page

import androidx.compose.foundation.layout.PaddingValues
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.widthIn
import androidx.compose.foundation.lazy.LazyColumn
import androidx.compose.foundation.lazy.LazyListState
import androidx.compose.foundation.lazy.items
import androidx.compose.runtime.Composable
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.runtime.SideEffect
import androidx.compose.runtime.getValue
import androidx.compose.runtime.remember
import androidx.compose.runtime.rememberUpdatedState
import androidx.compose.runtime.snapshotFlow
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.semantics.CollectionInfo
import androidx.compose.ui.semantics.collectionInfo
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import fltaxes.screen.Block
import fltaxes.screen.Touch
import fltaxes.ui.AppModel
import fltaxes.ui.blocks.BlockView

/** A line of text longer than this is hard to follow to its end. */
private val READABLE = 640.dp

/** Blocks below each other; only those near the view are there at all. */
@Composable
internal fun BlockList(
    blocks: List<Block>,
    model: AppModel,
    tag: String,
    state: LazyListState,
    ask: ((Touch) -> Unit)?,
    modifier: Modifier = Modifier,
) {
    val lines = remember(blocks) { lines(blocks) }
    KeepPlace(state, lines)
    if (ask != null) AskForMore(state, lines, ask)
    LazyColumn(
        modifier.testTag(tag).semantics { collectionInfo = CollectionInfo(lines.size, 1) },
        state,
        contentPadding = PaddingValues(start = 16.dp, end = 16.dp, top = 6.dp, bottom = 28.dp),
        horizontalAlignment = Alignment.CenterHorizontally,
    ) {
        items(lines, key = Line::key, contentType = { it.block::class }) { line ->
            BlockView(line.block, model, Modifier.widthIn(max = READABLE).padding(top = line.gap), line.edge)
        }
    }
}

/** What is remembered of the lines without anybody being told that it changed. */
private class Last(
    var lines: List<Line>,
)

/** The reader stays where they read when the lines change. */
@Composable
private fun KeepPlace(
    state: LazyListState,
    lines: List<Line>,
) {
    val last = remember { Last(lines) }
    // After the change is made and before it is measured.
    SideEffect {
        if (last.lines !== lines) {
            // What has slid below the upper edge's room does not count: the list itself does not hold on to it.
            val seen = state.layoutInfo.visibleItemsInfo.filter { it.offset + it.size > 0 }
            val inView = seen.map { InView(it.key.toString(), it.offset) }
            place(last.lines, lines, inView)?.let { state.requestScrollToItem(it.index, -it.top) }
            last.lines = lines
        }
    }
}

/** The ends of a list are asked for before they are reached. */
@Composable
private fun AskForMore(
    state: LazyListState,
    lines: List<Line>,
    send: (Touch) -> Unit,
) {
    val asking = remember { Asking() }
    val ask by rememberUpdatedState(send)
    LaunchedEffect(state, lines) {
        val indices = HashMap<String, Int>(lines.size)
        lines.forEachIndexed { index, line -> indices[line.key] = index }
        // By key: what is in view may be of the lines before these.
        snapshotFlow { state.layoutInfo.visibleItemsInfo.mapNotNull { indices[it.key] } }.collect { inView ->
            if (inView.isNotEmpty()) asking.next(lines, inView.min()..inView.max())?.let(ask)
        }
    }
}
