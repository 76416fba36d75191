package fltaxes.ui.blocks

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.ButtonDefaults
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
import fltaxes.screen.Notice
import fltaxes.screen.Touch
import fltaxes.ui.look.Drawing
import fltaxes.ui.look.Icons
import fltaxes.ui.look.LocalPalette
import fltaxes.ui.look.Sheet
import fltaxes.ui.look.drawing

/** Something to know, said aloud as soon as it is there. */
@Composable
internal fun NoticeBlock(
    notice: Notice,
    send: (Touch) -> Unit,
    modifier: Modifier = Modifier,
) {
    val colours = LocalPalette.current.tone(notice.tone)
    Sheet(modifier, ground = colours.ground) {
        Column(Modifier.fillMaxWidth().padding(start = 16.dp, end = 14.dp, top = 13.dp, bottom = 13.dp)) {
            Row(
                Modifier.semantics(mergeDescendants = true) { liveRegion = LiveRegionMode.Polite },
                Arrangement.spacedBy(11.dp),
            ) {
                Drawing(notice.tone.drawing ?: Icons.About, colours.ink)
                Text(notice.text, color = colours.ink, style = MaterialTheme.typography.bodyMedium)
            }
            notice.action?.let { action ->
                TextButton(
                    onClick = { send(action.touch) },
                    modifier = Modifier.align(Alignment.End).testTag("${notice.key}/action"),
                    colors = ButtonDefaults.textButtonColors(contentColor = colours.ink),
                ) {
                    Text(action.label, style = MaterialTheme.typography.labelLarge)
                }
            }
        }
    }
}
