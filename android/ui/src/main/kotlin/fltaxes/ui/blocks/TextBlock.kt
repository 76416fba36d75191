package fltaxes.ui.blocks

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.unit.dp
import fltaxes.screen.Text
import fltaxes.screen.Tone
import fltaxes.ui.look.Drawing
import fltaxes.ui.look.LocalPalette
import fltaxes.ui.look.drawing

/** A paragraph. */
@Composable
internal fun TextBlock(
    text: Text,
    modifier: Modifier = Modifier,
) {
    val ink = LocalPalette.current.tone(text.tone).ink
    val type = MaterialTheme.typography
    Row(modifier.fillMaxWidth().padding(horizontal = 6.dp), Arrangement.spacedBy(8.dp)) {
        text.tone.drawing?.let { Drawing(it, ink) }
        Text(text.text, color = ink, style = if (text.tone == Tone.QUIET) type.bodyMedium else type.bodyLarge)
    }
}
