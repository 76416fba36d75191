package fltaxes.ui.page

import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxSize
import androidx.compose.material3.ExperimentalMaterial3Api
import androidx.compose.material3.pulltorefresh.PullToRefreshBox
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
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
) {
    Pull(screen, model, modifier.fillMaxSize()) {
        val at = if (hasTwoColumns) secondColumn(screen.blocks) else null
        if (at == null) {
            BlockList(screen.blocks, model, "page", Modifier.fillMaxSize())
        } else {
            Row(Modifier.fillMaxSize()) {
                BlockList(screen.blocks.subList(0, at), model, "page", Modifier.weight(1f))
                BlockList(screen.blocks.subList(at, screen.blocks.size), model, "page-2", Modifier.weight(1f))
            }
        }
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
            refresh?.let { model.send(it.intent) }
        },
        modifier = modifier,
    ) { content() }
}
