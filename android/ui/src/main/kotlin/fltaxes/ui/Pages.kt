package fltaxes.ui

import androidx.compose.animation.AnimatedVisibility
import androidx.compose.animation.EnterTransition
import androidx.compose.animation.ExitTransition
import androidx.compose.animation.core.SeekableTransitionState
import androidx.compose.animation.core.Transition
import androidx.compose.animation.core.animate
import androidx.compose.animation.core.rememberTransition
import androidx.compose.animation.core.tween
import androidx.compose.animation.fadeIn
import androidx.compose.animation.fadeOut
import androidx.compose.animation.slideInHorizontally
import androidx.compose.animation.slideOutHorizontally
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.BoxScope
import androidx.compose.foundation.layout.fillMaxHeight
import androidx.compose.foundation.layout.fillMaxSize
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.runtime.Composable
import androidx.compose.runtime.DisposableEffect
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.runtime.SideEffect
import androidx.compose.runtime.getValue
import androidx.compose.runtime.key
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.saveable.SaveableStateHolder
import androidx.compose.runtime.saveable.rememberSaveable
import androidx.compose.runtime.saveable.rememberSaveableStateHolder
import androidx.compose.runtime.setValue
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.clipToBounds
import androidx.compose.ui.graphics.graphicsLayer
import androidx.compose.ui.platform.LocalLayoutDirection
import androidx.compose.ui.unit.LayoutDirection
import fltaxes.screen.Screen
import kotlinx.coroutines.launch

/** A page by where it is: opened from elsewhere, it is another one. */
internal typealias Path = List<String>

/** What is known of a page while it comes and goes. */
private data class Spot(
    val path: Path,
    val room: String?,
)

private fun Screen.spot() = Spot(path, room)

private fun List<Spot>.has(path: Path): Boolean = any { it.path == path }

private fun way(
    from: Spot,
    to: Spot,
): Way = if (isAnotherRoom(from.room, to.room)) Way.ELSEWHERE else Way.between(from.path, to.path)

/** How much of a wide window the page below has. */
private const val BELOW = 0.42f

/** How far a page gives way to the one that comes over it. */
private const val ASIDE = 4

/** How much smaller a page becomes while a finger pulls it back to one that nobody has seen yet. */
private const val PULLED = 0.06f

/** What is drawn: the page on top, and in a wide window the one below beside it. */
private fun panes(
    trail: List<Screen>,
    isWide: Boolean,
): List<Spot> = listOfNotNull(if (isWide) trail.below() else null, trail.last()).map { it.spot() }

/**
 * The pages as the platform has them: a deeper one comes over the last, going back takes it away again, also under a finger,
 * and elsewhere is another place. A page that is left has its places kept as long as the path holds it.
 */
@Composable
internal fun Pages(
    trail: List<Screen>,
    isWide: Boolean,
    pull: Float?,
    modifier: Modifier = Modifier,
    page: @Composable (Shown) -> Unit,
) {
    val places = rememberPlaces(trail)
    val now = panes(trail, isWide)
    val below = trail.below()?.let { panes(trail.dropLast(1), isWide) }
    val state = remember { SeekableTransitionState(now) }
    val transition = rememberTransition(state, "pages")
    Turn(state, transition, now, below, pull)
    Box(modifier.fillMaxSize().clipToBounds()) {
        val drawn = (state.currentState + state.targetState).map { it.path }.distinct().sortedBy { it.size }
        for (path in drawn) {
            key(path) {
                val isOver = path == now.last().path
                val shrunk = if (isOver && below == null) pull ?: 0f else 0f
                // Where it goes to, or where it was when it goes.
                val among = state.targetState.takeIf { it.has(path) } ?: state.currentState
                val way = way(state.currentState.last(), state.targetState.last())
                val direction = LocalLayoutDirection.current
                transition.AnimatedVisibility(
                    visible = { it.has(path) },
                    modifier = pane(path, among).clipToBounds().shrunk(shrunk),
                    enter = coming(way, direction),
                    exit = going(way, direction),
                ) {
                    places.Keep(path) {
                        lastSeen(trail, path)?.let { screen ->
                            page(
                                Shown(
                                    screen,
                                    isOnTop = path == trail.last().path,
                                    isCovered = path != among.last().path,
                                    isBeside = among.size > 1,
                                ),
                            )
                        }
                    }
                }
            }
        }
    }
}

/** A page as it is drawn. */
internal class Shown(
    val screen: Screen,
    /** It is the one that the core tells of. */
    val isOnTop: Boolean,
    /** Another one lies over it, and stands beside it. */
    val isCovered: Boolean,
    /** There are two beside each other. */
    val isBeside: Boolean,
)

/** A page that goes is drawn as it was last. */
@Composable
private fun lastSeen(
    trail: List<Screen>,
    path: Path,
): Screen? {
    val last = remember { arrayOfNulls<Screen>(1) }
    trail.find { it.path == path }?.let { last[0] = it }
    return last[0]
}

/** Goes to what is shown now: by itself, or as far as a finger pulls. */
@Composable
private fun Turn(
    state: SeekableTransitionState<List<Spot>>,
    transition: Transition<List<Spot>>,
    now: List<Spot>,
    below: List<Spot>?,
    pull: Float?,
) {
    val target = below.takeIf { pull != null }
    LaunchedEffect(now, target, if (target != null) pull else null) {
        if (target != null && pull != null) {
            state.seekTo(pull, target)
        } else if (state.currentState != now) {
            state.animateTo(now)
        } else if (state.targetState != now) {
            // The finger let go: the page comes back the way it went.
            val rest = (state.fraction * transition.totalDurationNanos / NANOS).toInt()
            animate(state.fraction, 0f, animationSpec = tween(rest)) { fraction, _ ->
                launch { if (fraction > 0f) state.seekTo(fraction) else state.snapTo(now) }
            }
        }
    }
}

private const val NANOS = 1_000_000

private fun coming(
    way: Way,
    direction: LayoutDirection,
): EnterTransition =
    when (way) {
        Way.DEEPER -> slideInHorizontally { direction.towardsEnd(it) }
        Way.BACK -> slideInHorizontally { -direction.towardsEnd(it / ASIDE) }
        Way.ELSEWHERE -> fadeIn()
    }

private fun going(
    way: Way,
    direction: LayoutDirection,
): ExitTransition =
    when (way) {
        Way.DEEPER -> slideOutHorizontally { -direction.towardsEnd(it / ASIDE) }
        Way.BACK -> slideOutHorizontally { direction.towardsEnd(it) }
        Way.ELSEWHERE -> fadeOut()
    }

private fun LayoutDirection.towardsEnd(dots: Int): Int = if (this == LayoutDirection.Ltr) dots else -dots

/** Where a page stands among those that are shown. */
private fun BoxScope.pane(
    path: Path,
    among: List<Spot>,
): Modifier =
    when {
        among.size < 2 -> Modifier.fillMaxSize()
        path == among.last().path -> Modifier.align(Alignment.CenterEnd).fillMaxWidth(1f - BELOW).fillMaxHeight()
        else -> Modifier.align(Alignment.CenterStart).fillMaxWidth(BELOW).fillMaxHeight()
    }

private fun Modifier.shrunk(pull: Float): Modifier =
    if (pull == 0f) {
        this
    } else {
        graphicsLayer {
            scaleX = 1f - PULLED * pull
            scaleY = 1f - PULLED * pull
        }
    }

/** The places of the pages of the path: where their lists stand. */
private class Places(
    private val holder: SaveableStateHolder,
) {
    var open by mutableStateOf(emptySet<Path>())

    @Composable
    fun Keep(
        path: Path,
        content: @Composable () -> Unit,
    ) {
        // Before what is kept, so that this is asked after it was put away.
        DisposableEffect(path) { onDispose { if (path !in open) drop(path) } }
        holder.SaveableStateProvider(path.joinToString("/"), content)
    }

    fun drop(path: Path) = holder.removeState(path.joinToString("/"))
}

@Composable
private fun rememberPlaces(trail: List<Screen>): Places {
    val holder = rememberSaveableStateHolder()
    val places = remember { Places(holder) }
    // Also of a run before this one, whose account nobody knows any more.
    var known by rememberSaveable { mutableStateOf(ArrayList<ArrayList<String>>()) }
    val open = trail.map { it.path }
    SideEffect {
        places.open = open.toSet()
        if (known != open) {
            known.filter { it !in open }.forEach(places::drop)
            known = open.mapTo(ArrayList()) { ArrayList(it) }
        }
    }
    return places
}
