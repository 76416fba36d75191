package fltaxes.ui.blocks

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import fltaxes.screen.Countdown
import fltaxes.screen.Tone
import fltaxes.ui.look.Disc
import fltaxes.ui.look.Icons
import fltaxes.ui.look.LocalPalette
import fltaxes.ui.look.NameAndValue
import fltaxes.ui.look.Sheet
import fltaxes.ui.look.tabular

/** What is waited for, and how long still. */
@Composable
internal fun CountdownBlock(
    countdown: Countdown,
    modifier: Modifier = Modifier,
) {
    Sheet(modifier.semantics(mergeDescendants = true) {}) {
        Row(
            Modifier.padding(horizontal = 14.dp, vertical = 13.dp),
            Arrangement.spacedBy(13.dp),
            Alignment.CenterVertically,
        ) {
            Disc(Icons.Clock, LocalPalette.current.tone(Tone.QUIET))
            NameAndValue(
                modifier = Modifier.weight(1f),
                value = { Text(countdown.remaining, style = MaterialTheme.typography.titleLarge.tabular) },
            ) {
                Text(countdown.label, style = MaterialTheme.typography.bodyLarge)
            }
        }
    }
}
