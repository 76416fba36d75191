package fltaxes.ui

import androidx.compose.runtime.Composable
import androidx.navigationevent.NavigationEventInfo
import androidx.navigationevent.NavigationEventTransitionState.InProgress
import androidx.navigationevent.compose.LocalNavigationEventDispatcherOwner
import androidx.navigationevent.compose.NavigationBackHandler
import androidx.navigationevent.compose.rememberNavigationEventState
import fltaxes.screen.Screen

/** The platform's way back, predicted or not. Says how far a finger has pulled the page back, from 0 to 1. */
@Composable
internal fun backPull(
    screen: Screen,
    model: AppModel,
): () -> Float {
    // A picture of the screen has no platform around it.
    if (LocalNavigationEventDispatcherOwner.current == null) return { 0f }
    val state = rememberNavigationEventState(NavigationEventInfo.None)
    val back = screen.back
    NavigationBackHandler(state, isBackEnabled = back != null, onBackCompleted = { back?.let(model::send) })
    return { (state.transitionState as? InProgress)?.latestEvent?.progress ?: 0f }
}
