package fltaxes.ui

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.WindowInsets
import androidx.compose.foundation.layout.fillMaxHeight
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.size
import androidx.compose.foundation.layout.widthIn
import androidx.compose.foundation.layout.windowInsetsPadding
import androidx.compose.foundation.selection.selectable
import androidx.compose.foundation.selection.selectableGroup
import androidx.compose.foundation.shape.RoundedCornerShape
import androidx.compose.material3.HorizontalDivider
import androidx.compose.material3.Icon
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Surface
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.clip
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.text.style.TextAlign
import androidx.compose.ui.unit.dp
import fltaxes.screen.Tab
import fltaxes.screen.Touch
import fltaxes.ui.look.drawing

/** The rooms, where a thumb reaches them. */
@Composable
internal fun TabBar(
    tabs: List<Tab>,
    send: (Touch) -> Unit,
    insets: WindowInsets,
    modifier: Modifier = Modifier,
) {
    val scheme = MaterialTheme.colorScheme
    // Its ground goes on below the system's own bar, what can be touched does not.
    Surface(modifier, color = scheme.surface, contentColor = scheme.onSurface) {
        Column(Modifier.fillMaxWidth().windowInsetsPadding(insets)) {
            HorizontalDivider(color = scheme.outlineVariant)
            Row(Modifier.fillMaxWidth().selectableGroup().padding(horizontal = 4.dp)) {
                tabs.forEach { tab -> TabItem(tab, send, Modifier.weight(1f).heightIn(min = 68.dp)) }
            }
        }
    }
}

/** The same at the side, where a screen is wide. */
@Composable
internal fun TabRail(
    tabs: List<Tab>,
    send: (Touch) -> Unit,
    modifier: Modifier = Modifier,
) {
    Column(
        modifier
            .fillMaxHeight()
            .widthIn(min = 96.dp, max = 140.dp)
            .selectableGroup()
            .padding(top = 14.dp),
        Arrangement.spacedBy(8.dp),
        Alignment.CenterHorizontally,
    ) {
        tabs.forEach { tab -> TabItem(tab, send, Modifier.heightIn(min = 72.dp)) }
    }
}

@Composable
private fun TabItem(
    tab: Tab,
    send: (Touch) -> Unit,
    modifier: Modifier = Modifier,
) {
    val scheme = MaterialTheme.colorScheme
    val ink = if (tab.selected) scheme.onBackground else scheme.onSurfaceVariant
    Column(
        modifier
            .clip(RoundedCornerShape(18.dp))
            .selectable(tab.selected, role = Role.Tab) { send(tab.touch) }
            .testTag(tab.key)
            .padding(horizontal = 4.dp, vertical = 7.dp),
        Arrangement.spacedBy(3.dp, Alignment.CenterVertically),
        Alignment.CenterHorizontally,
    ) {
        Surface(
            color = if (tab.selected) scheme.secondaryContainer else Color.Transparent,
            contentColor = if (tab.selected) scheme.onSecondaryContainer else scheme.onSurfaceVariant,
            shape = RoundedCornerShape(16.dp),
        ) {
            Icon(
                tab.icon.drawing,
                contentDescription = null,
                modifier = Modifier.padding(horizontal = 18.dp, vertical = 4.dp).size(24.dp),
            )
        }
        Text(tab.label, color = ink, style = MaterialTheme.typography.labelMedium, textAlign = TextAlign.Center)
    }
}
