package fltaxes.ui.blocks

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.size
import androidx.compose.material3.CircularProgressIndicator
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.material3.TextButton
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import fltaxes.screen.Progress
import fltaxes.screen.Touch
import fltaxes.ui.look.Sheet

/** Work under way, and the way to stop it. */
@Composable
internal fun ProgressBlock(
    progress: Progress,
    send: (Touch) -> Unit,
    modifier: Modifier = Modifier,
) {
    Sheet(modifier) {
        Row(
            Modifier.heightIn(min = 60.dp).padding(start = 18.dp, end = 8.dp, top = 8.dp, bottom = 8.dp),
            Arrangement.spacedBy(14.dp),
            Alignment.CenterVertically,
        ) {
            CircularProgressIndicator(Modifier.size(24.dp), strokeWidth = 3.dp)
            Text(
                progress.label,
                Modifier.weight(1f).semantics { liveRegion = LiveRegionMode.Polite },
                style = MaterialTheme.typography.bodyLarge,
            )
            progress.cancel?.let { cancel ->
                TextButton({ send(cancel.touch) }, Modifier.testTag("${progress.key}/action")) {
                    Text(cancel.label, style = MaterialTheme.typography.labelLarge)
                }
            }
        }
    }
}
