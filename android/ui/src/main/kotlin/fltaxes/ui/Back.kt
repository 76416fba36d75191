package fltaxes.ui

import androidx.compose.runtime.Composable
import androidx.navigationevent.NavigationEventInfo
import androidx.navigationevent.NavigationEventTransitionState.InProgress
import androidx.navigationevent.compose.LocalNavigationEventDispatcherOwner
import androidx.navigationevent.compose.NavigationBackHandler
import androidx.navigationevent.compose.rememberNavigationEventState

/** The platform's way back, predicted or not. How far a finger has pulled the page, from 0 to 1; null while none does. */
@Composable
internal fun backPull(model: AppModel): Float? {
    // A picture of the screen has no platform around it.
    if (LocalNavigationEventDispatcherOwner.current == null) return null
    val state = rememberNavigationEventState(NavigationEventInfo.None)
    NavigationBackHandler(state, isBackEnabled = model.screen?.back != null, onBackCompleted = model::back)
    return (state.transitionState as? InProgress)?.latestEvent?.progress
}
