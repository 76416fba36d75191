package fltaxes.ui.blocks

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import fltaxes.screen.Figure
import fltaxes.ui.look.Age
import fltaxes.ui.look.Edge
import fltaxes.ui.look.NameAndValue
import fltaxes.ui.look.Sheet
import fltaxes.ui.look.Value

/** An amount beside its name, its age below. */
@Composable
internal fun FigureBlock(
    figure: Figure,
    edge: Edge,
    modifier: Modifier = Modifier,
) {
    val spoken = listOf(figure.label, figure.spoken ?: figure.value, figure.age).joinToString()
    Sheet(modifier.semantics(mergeDescendants = true) { contentDescription = spoken }, edge) {
        NameAndValue(
            modifier = Modifier.padding(horizontal = 18.dp, vertical = 13.dp),
            value = { Value(figure.value, figure.tone) },
        ) {
            Column(verticalArrangement = Arrangement.spacedBy(3.dp)) {
                Text(figure.label, style = MaterialTheme.typography.bodyLarge)
                Age(figure.age)
            }
        }
    }
}
