package fltaxes.ui.blocks

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.selection.toggleable
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Switch
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.clip
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.unit.dp
import fltaxes.screen.Toggle
import fltaxes.screen.Touch
import fltaxes.ui.look.Edge
import fltaxes.ui.look.Sheet

/** On or off. The whole line is the switch. */
@Composable
internal fun ToggleBlock(
    toggle: Toggle,
    edge: Edge,
    send: (Touch) -> Unit,
    modifier: Modifier = Modifier,
) {
    val touch =
        Modifier.clip(edge.shape).toggleable(toggle.on, role = Role.Switch) { send(toggle.touch) }
    Sheet(modifier.then(touch), edge) {
        Row(
            Modifier.heightIn(min = 60.dp).padding(start = 18.dp, end = 14.dp, top = 6.dp, bottom = 6.dp),
            Arrangement.spacedBy(12.dp),
            Alignment.CenterVertically,
        ) {
            Text(toggle.label, Modifier.weight(1f), style = MaterialTheme.typography.bodyLarge)
            Switch(toggle.on, onCheckedChange = null)
        }
    }
}
