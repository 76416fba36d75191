package fltaxes.ui

import androidx.compose.animation.AnimatedVisibility
import androidx.compose.animation.expandVertically
import androidx.compose.animation.shrinkVertically
import androidx.compose.foundation.background
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.BoxWithConstraints
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.WindowInsets
import androidx.compose.foundation.layout.WindowInsetsSides
import androidx.compose.foundation.layout.fillMaxHeight
import androidx.compose.foundation.layout.fillMaxSize
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.ime
import androidx.compose.foundation.layout.imePadding
import androidx.compose.foundation.layout.only
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.safeDrawing
import androidx.compose.foundation.layout.widthIn
import androidx.compose.foundation.layout.windowInsetsPadding
import androidx.compose.material3.MaterialTheme
import androidx.compose.runtime.Composable
import androidx.compose.runtime.remember
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.LocalDensity
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.unit.Dp
import androidx.compose.ui.unit.dp
import fltaxes.screen.Notice
import fltaxes.screen.Screen
import fltaxes.screen.Tab
import fltaxes.ui.blocks.NoticeBlock
import fltaxes.ui.page.Page

/** What a window has room for. Letters count: twice as large, they need twice the room. */
internal enum class Room {
    PHONE,
    RAIL,
    TWO_COLUMNS,
    ;

    companion object {
        private val rail = 600.dp
        private val columns = 840.dp

        fun of(
            width: Dp,
            fontScale: Float,
        ): Room {
            val size = width / fontScale.coerceAtLeast(1f)
            return if (size >= columns) {
                TWO_COLUMNS
            } else if (size >= rail) {
                RAIL
            } else {
                PHONE
            }
        }
    }
}

/** Everything around the pages, and the pages. */
@Composable
internal fun Frame(
    trail: List<Screen>,
    model: AppModel,
    trouble: Notice?,
    modifier: Modifier = Modifier,
) {
    val pull = backPull(model)
    BoxWithConstraints(modifier.fillMaxSize().imePadding()) {
        val room = Room.of(maxWidth, LocalDensity.current.fontScale)
        val isWide = room == Room.TWO_COLUMNS
        // At the side the rooms stay while one goes deeper.
        val rail = trail.map { it.tabs }.lastOrNull { it.isNotEmpty() }
        Row(Modifier.fillMaxSize()) {
            if (rail != null && room != Room.PHONE) {
                val edges = WindowInsetsSides.Start + WindowInsetsSides.Vertical
                TabRail(rail, model::send, Modifier.windowInsetsPadding(WindowInsets.safeDrawing.only(edges)))
            }
            Column(Modifier.weight(1f).fillMaxHeight()) {
                Pages(trail, isWide, pull, Modifier.weight(1f)) { shown -> Pane(shown, model, trouble, isWide) }
                TabsBelow(if (room == Room.PHONE) trail.last().tabs else emptyList(), model)
            }
        }
    }
}

/** The rooms, where a thumb reaches them; they make room for a page without them. */
@Composable
private fun TabsBelow(
    tabs: List<Tab>,
    model: AppModel,
) {
    // A keyboard needs the room more.
    val isTyping = WindowInsets.ime.getBottom(LocalDensity.current) > 0
    AnimatedVisibility(tabs.isNotEmpty() && !isTyping, enter = expandVertically(), exit = shrinkVertically()) {
        val below = WindowInsetsSides.Bottom + WindowInsetsSides.Horizontal
        val last = remember { arrayOf(tabs) }
        if (tabs.isNotEmpty()) last[0] = tabs
        TabBar(last[0], model::send, WindowInsets.safeDrawing.only(below))
    }
}

/** A page with what stands above it. */
@Composable
private fun Pane(
    shown: Shown,
    model: AppModel,
    trouble: Notice?,
    isWide: Boolean,
) {
    val screen = if (shown.isCovered) shown.screen.covered() else shown.screen
    val sides =
        when {
            !shown.isBeside -> WindowInsetsSides.Horizontal
            shown.isCovered -> WindowInsetsSides.Start
            else -> WindowInsetsSides.End
        }
    Column(
        Modifier
            .fillMaxSize()
            .background(MaterialTheme.colorScheme.background)
            .testTag(if (shown.isCovered) "below:${screen.key}" else "screen:${screen.key}"),
    ) {
        val above = WindowInsets.safeDrawing.only(WindowInsetsSides.Top + sides)
        TopBar(screen, model, Modifier.windowInsetsPadding(above))
        listOfNotNull(trouble.takeIf { !shown.isCovered }, screen.notice).forEach { Pinned(it, model) }
        Page(
            screen,
            model,
            hasTwoColumns = isWide && !shown.isBeside,
            asksForMore = shown.isOnTop,
            modifier = Modifier.weight(1f).windowInsetsPadding(WindowInsets.safeDrawing.only(sides)),
        )
    }
}

/** What is true of the whole screen stays in view. */
@Composable
private fun Pinned(
    notice: Notice,
    model: AppModel,
) {
    Box(Modifier.fillMaxWidth().padding(horizontal = 16.dp, vertical = 5.dp), Alignment.Center) {
        NoticeBlock(notice, model::send, Modifier.widthIn(max = 1000.dp).testTag(notice.key))
    }
}

/** The page's name, as every story and log has it. */
val Screen.key: String
    get() = path.lastOrNull().orEmpty()
