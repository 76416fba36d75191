package fltaxes.ui.blocks

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.style.TextAlign
import androidx.compose.ui.unit.dp
import fltaxes.screen.Empty
import fltaxes.screen.Tone
import fltaxes.ui.look.Disc
import fltaxes.ui.look.LocalPalette
import fltaxes.ui.look.drawing

/** Nothing here, and why. */
@Composable
internal fun EmptyBlock(
    empty: Empty,
    modifier: Modifier = Modifier,
) {
    Column(
        modifier
            .fillMaxWidth()
            .padding(horizontal = 18.dp, vertical = 30.dp)
            .semantics(mergeDescendants = true) {},
        Arrangement.spacedBy(8.dp),
        Alignment.CenterHorizontally,
    ) {
        Disc(empty.icon.drawing, LocalPalette.current.tone(Tone.QUIET), Modifier.padding(bottom = 8.dp), size = 76.dp)
        Text(empty.title, style = MaterialTheme.typography.titleLarge, textAlign = TextAlign.Center)
        empty.detail?.let {
            Text(
                it,
                color = MaterialTheme.colorScheme.onSurfaceVariant,
                style = MaterialTheme.typography.bodyMedium,
                textAlign = TextAlign.Center,
            )
        }
    }
}
