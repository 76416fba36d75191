package fltaxes.ui.blocks

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
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
import androidx.compose.ui.semantics.error
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import fltaxes.screen.Toggle
import fltaxes.screen.Touch
import fltaxes.ui.look.Edge
import fltaxes.ui.look.Sheet
import fltaxes.ui.look.Wrong

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
    val wrong = toggle.error
    val told = Modifier.semantics(mergeDescendants = true) { if (wrong != null) error(wrong) }
    Sheet(modifier.then(touch).then(told), edge) {
        Row(
            Modifier.heightIn(min = 60.dp).padding(start = 18.dp, end = 14.dp, top = 6.dp, bottom = 6.dp),
            Arrangement.spacedBy(12.dp),
            Alignment.CenterVertically,
        ) {
            Column(Modifier.weight(1f), Arrangement.spacedBy(2.dp)) {
                Text(toggle.label, style = MaterialTheme.typography.bodyLarge)
                if (wrong != null) Wrong(wrong)
            }
            Switch(toggle.on, onCheckedChange = null)
        }
    }
}
