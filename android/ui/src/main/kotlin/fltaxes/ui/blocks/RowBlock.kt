package fltaxes.ui.blocks

import androidx.compose.foundation.clickable
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.clip
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import androidx.compose.ui.unit.sp
import fltaxes.screen.Row
import fltaxes.screen.Tone
import fltaxes.screen.Touch
import fltaxes.ui.look.Disc
import fltaxes.ui.look.Drawing
import fltaxes.ui.look.Edge
import fltaxes.ui.look.Icons
import fltaxes.ui.look.LocalPalette
import fltaxes.ui.look.NameAndValue
import fltaxes.ui.look.Sheet
import fltaxes.ui.look.Value
import fltaxes.ui.look.drawing

/** One line of a list. An arrow at its end says that a touch leads somewhere. */
@Composable
internal fun RowBlock(
    row: Row,
    edge: Edge,
    send: (Touch) -> Unit,
    modifier: Modifier = Modifier,
) {
    val touch = row.touch?.let { Modifier.clip(edge.shape).clickable(role = Role.Button) { send(it) } } ?: Modifier
    val spoken = row.spoken
    val told = Modifier.semantics(mergeDescendants = true) { if (spoken != null) contentDescription = spoken }
    Sheet(modifier.then(touch).then(told), edge) {
        Row(
            Modifier.heightIn(min = 64.dp).padding(start = 14.dp, end = 16.dp, top = 11.dp, bottom = 11.dp),
            Arrangement.spacedBy(13.dp),
            Alignment.CenterVertically,
        ) {
            Disc(row.icon.drawing, LocalPalette.current.tone(ground(row)))
            NameAndValue(Modifier.weight(1f), value(row)) { Name(row) }
            if (row.touch != null) Drawing(Icons.Onward, MaterialTheme.colorScheme.onSurfaceVariant, size = 18.sp)
        }
    }
}

@Composable
private fun Name(row: Row) {
    Column {
        Text(row.title, style = MaterialTheme.typography.bodyLarge)
        row.detail?.let {
            Text(it, color = MaterialTheme.colorScheme.onSurfaceVariant, style = MaterialTheme.typography.bodySmall)
        }
    }
}

// The drawing says already which way money went or what is owed: a second mark would be noise.
private fun value(row: Row): (@Composable () -> Unit)? = row.value?.let { { Value(it, row.tone, isMarked = false) } }

private fun ground(row: Row): Tone = if (row.tone == Tone.PLAIN) Tone.QUIET else row.tone
