package fltaxes.ui.page

import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxSize
import androidx.compose.foundation.lazy.LazyListState
import androidx.compose.foundation.lazy.rememberLazyListState
import androidx.compose.material3.ExperimentalMaterial3Api
import androidx.compose.material3.pulltorefresh.PullToRefreshBox
import androidx.compose.runtime.Composable
import androidx.compose.runtime.SideEffect
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.saveable.rememberSaveable
import androidx.compose.runtime.setValue
import androidx.compose.ui.Modifier
import fltaxes.screen.Screen
import fltaxes.ui.AppModel

/** The content of a screen, in one column or, where there is room, in two. */
@Composable
internal fun Page(
    screen: Screen,
    model: AppModel,
    hasTwoColumns: Boolean,
    modifier: Modifier = Modifier,
    asksForMore: Boolean = true,
) {
    Pull(screen, model, modifier.fillMaxSize()) {
        val columns = Columns(rememberLazyListState(), rememberLazyListState(), rememberLazyListState())
        val at = if (hasTwoColumns) secondColumn(screen.blocks) else null
        KeepColumns(columns, at, secondColumn(screen.blocks))
        val asks = if (asksForMore) model::send else null
        if (at == null) {
            BlockList(screen.blocks, model, "page", columns.whole, asks, Modifier.fillMaxSize())
        } else {
            val (first, second) = screen.blocks.run { subList(0, at) to subList(at, size) }
            Row(Modifier.fillMaxSize()) {
                BlockList(first, model, "page", columns.first, asks, Modifier.weight(1f))
                BlockList(second, model, "page-2", columns.second, asks, Modifier.weight(1f))
            }
        }
    }
}

/** Where the lists of a page stand, in one column and in two. */
private class Columns(
    val whole: LazyListState,
    val first: LazyListState,
    val second: LazyListState,
)

/** A page that gets more room, or less, goes on where it was read. */
@Composable
private fun KeepColumns(
    columns: Columns,
    at: Int?,
    heading: Int?,
) {
    var before by rememberSaveable { mutableStateOf(at) }
    SideEffect {
        val was = before
        if (at == null && was != null && columns.second.canScrollBackward) {
            val index = was + columns.second.firstVisibleItemIndex
            columns.whole.requestScrollToItem(index, columns.second.firstVisibleItemScrollOffset)
        } else if (at != null && was == null && heading != null && columns.whole.firstVisibleItemIndex >= heading) {
            val index = columns.whole.firstVisibleItemIndex - heading
            columns.second.requestScrollToItem(index, columns.whole.firstVisibleItemScrollOffset)
        }
        before = at
    }
}

/** Pulling the page down reads everything anew, where that is possible. */
@OptIn(ExperimentalMaterial3Api::class)
@Composable
private fun Pull(
    screen: Screen,
    model: AppModel,
    modifier: Modifier = Modifier,
    content: @Composable () -> Unit,
) {
    var isPulled by remember { mutableStateOf(false) }
    val refresh = screen.refresh
    PullToRefreshBox(
        // What the core does by itself has its own quiet sign in the bar.
        isRefreshing = isPulled && screen.busy,
        onRefresh = {
            isPulled = true
            refresh?.let { model.send(it.touch) }
        },
        modifier = modifier,
    ) { content() }
}
