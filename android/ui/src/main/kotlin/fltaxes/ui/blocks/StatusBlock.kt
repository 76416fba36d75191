package fltaxes.ui.blocks

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.heading
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import fltaxes.screen.Status
import fltaxes.ui.look.Age
import fltaxes.ui.look.Disc
import fltaxes.ui.look.Icons
import fltaxes.ui.look.LocalPalette
import fltaxes.ui.look.Sheet
import fltaxes.ui.look.ToneColours
import fltaxes.ui.look.drawing
import fltaxes.ui.look.tabular

/** The hero: where a person stands, in one large line. */
@Composable
internal fun StatusBlock(
    status: Status,
    modifier: Modifier = Modifier,
) {
    val colours = LocalPalette.current.tone(status.tone)
    Sheet(modifier.semantics(mergeDescendants = true) { heading() }, ground = colours.ground) {
        Column(Modifier.padding(horizontal = 22.dp, vertical = 24.dp), Arrangement.spacedBy(6.dp)) {
            Disc(
                picture = status.tone.drawing ?: Icons.About,
                colours = ToneColours(ink = colours.ground, ground = colours.ink),
                modifier = Modifier.padding(bottom = 10.dp),
                size = 44.dp,
            )
            Text(status.headline, color = colours.ink, style = MaterialTheme.typography.displaySmall.tabular)
            status.detail?.let { Text(it, color = colours.ink, style = MaterialTheme.typography.bodyLarge.tabular) }
            Age(status.age, Modifier.padding(top = 8.dp), colours.ink)
        }
    }
}
