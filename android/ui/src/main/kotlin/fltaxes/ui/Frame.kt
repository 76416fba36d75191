package fltaxes.ui

import androidx.compose.animation.AnimatedContent
import androidx.compose.animation.fadeIn
import androidx.compose.animation.fadeOut
import androidx.compose.animation.scaleIn
import androidx.compose.animation.togetherWith
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
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.graphics.graphicsLayer
import androidx.compose.ui.platform.LocalDensity
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.unit.Dp
import androidx.compose.ui.unit.dp
import fltaxes.screen.Notice
import fltaxes.screen.Screen
import fltaxes.screen.ScreenId
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

/** Everything around a page, and the page. */
@Composable
internal fun Frame(
    screen: Screen,
    model: AppModel,
    trouble: Notice?,
    modifier: Modifier = Modifier,
) {
    val pull = backPull(screen, model)
    BoxWithConstraints(modifier.fillMaxSize().imePadding()) {
        val room = Room.of(maxWidth, LocalDensity.current.fontScale)
        val hasRail = screen.tabs.isNotEmpty() && room != Room.PHONE
        Row(Modifier.fillMaxSize()) {
            if (hasRail) {
                val edges = WindowInsetsSides.Start + WindowInsetsSides.Vertical
                TabRail(screen.tabs, model::send, Modifier.windowInsetsPadding(WindowInsets.safeDrawing.only(edges)))
            }
            Column(Modifier.weight(1f).fillMaxHeight()) {
                val edges = WindowInsetsSides.Top + WindowInsetsSides.Horizontal
                TopBar(screen, model, Modifier.windowInsetsPadding(WindowInsets.safeDrawing.only(edges)))
                listOfNotNull(trouble, screen.notice).forEach { Pinned(it, model) }
                val sides = WindowInsets.safeDrawing.only(WindowInsetsSides.Horizontal)
                Pages(
                    screen,
                    model,
                    room == Room.TWO_COLUMNS,
                    Modifier.weight(1f).windowInsetsPadding(sides).graphicsLayer {
                        scaleX = 1f - PULLED * pull()
                        scaleY = 1f - PULLED * pull()
                    },
                )
                // A keyboard needs the room more.
                val isTyping = WindowInsets.ime.getBottom(LocalDensity.current) > 0
                if (screen.tabs.isNotEmpty() && !hasRail && !isTyping) {
                    val below = WindowInsetsSides.Bottom + WindowInsetsSides.Horizontal
                    TabBar(screen.tabs, model::send, WindowInsets.safeDrawing.only(below))
                }
            }
        }
    }
}

/** How much smaller a page becomes while a finger pulls it back. */
private const val PULLED = 0.06f

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

/** One screen goes and another comes; within a screen nothing moves. */
@Composable
private fun Pages(
    screen: Screen,
    model: AppModel,
    hasTwoColumns: Boolean,
    modifier: Modifier = Modifier,
) {
    AnimatedContent(
        targetState = screen,
        modifier = modifier.fillMaxWidth(),
        transitionSpec = { (fadeIn() + scaleIn(initialScale = 0.97f)) togetherWith fadeOut() },
        contentKey = Screen::id,
    ) { shown -> Page(shown, model, hasTwoColumns, Modifier.testTag("screen:${shown.id.word}")) }
}

/** Its name as every story and log has it. */
val ScreenId.word: String
    get() = name.lowercase().replace('_', '-')
