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
import fltaxes.screen.Figure
import fltaxes.screen.Touch
import fltaxes.ui.look.Age
import fltaxes.ui.look.Drawing
import fltaxes.ui.look.Edge
import fltaxes.ui.look.Icons
import fltaxes.ui.look.NameAndValue
import fltaxes.ui.look.Sheet
import fltaxes.ui.look.Value

/** An amount beside its name, its age below. An arrow at its end says that a touch explains it. */
@Composable
internal fun FigureBlock(
    figure: Figure,
    edge: Edge,
    send: (Touch) -> Unit,
    modifier: Modifier = Modifier,
) {
    val spoken = listOfNotNull(figure.label, figure.spoken ?: figure.value, figure.age).joinToString()
    val touch = figure.touch?.let { Modifier.clip(edge.shape).clickable(role = Role.Button) { send(it) } } ?: Modifier
    val told = Modifier.semantics(mergeDescendants = true) { contentDescription = spoken }
    Sheet(modifier.then(touch).then(told), edge) {
        Row(
            Modifier.heightIn(min = 52.dp).padding(start = 18.dp, end = 16.dp, top = 13.dp, bottom = 13.dp),
            Arrangement.spacedBy(13.dp),
            Alignment.CenterVertically,
        ) {
            NameAndValue(Modifier.weight(1f), { Value(figure.value, figure.tone) }) { Name(figure) }
            if (figure.touch != null) Drawing(Icons.Onward, MaterialTheme.colorScheme.onSurfaceVariant, size = 18.sp)
        }
    }
}

@Composable
private fun Name(figure: Figure) {
    Column(verticalArrangement = Arrangement.spacedBy(3.dp)) {
        Text(figure.label, style = MaterialTheme.typography.bodyLarge)
        figure.age?.let { Age(it) }
    }
}
