package fltaxes.ui.blocks

import androidx.compose.foundation.BorderStroke
import androidx.compose.foundation.layout.PaddingValues
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.shape.RoundedCornerShape
import androidx.compose.material3.Button
import androidx.compose.material3.ButtonDefaults
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.text.style.TextAlign
import androidx.compose.ui.unit.dp
import fltaxes.screen.Button
import fltaxes.screen.ButtonRole
import fltaxes.screen.Tone
import fltaxes.screen.Touch
import fltaxes.ui.look.LocalPalette
import fltaxes.ui.look.outline

/** Something to do. The one thing to do here is filled; what cannot be undone has a line in its colour. */
@Composable
internal fun ButtonBlock(
    button: Button,
    send: (Touch) -> Unit,
    modifier: Modifier = Modifier,
) {
    val scheme = MaterialTheme.colorScheme
    val bad = LocalPalette.current.tone(Tone.BAD).ink
    Button(
        onClick = { send(button.touch) },
        modifier = modifier.fillMaxWidth().heightIn(min = 54.dp),
        enabled = button.enabled,
        shape = RoundedCornerShape(18.dp),
        colors =
            when (button.role) {
                ButtonRole.PRIMARY -> colours(scheme.primary, scheme.onPrimary)
                ButtonRole.SECONDARY -> colours(scheme.surfaceContainerHighest, scheme.onSurface)
                ButtonRole.DESTRUCTIVE -> colours(Color.Transparent, bad)
            },
        border =
            when (button.role) {
                ButtonRole.PRIMARY -> null
                ButtonRole.SECONDARY -> outline()
                ButtonRole.DESTRUCTIVE -> BorderStroke(1.5.dp, bad)
            },
        contentPadding = PaddingValues(horizontal = 22.dp, vertical = 12.dp),
    ) {
        Text(button.label, style = MaterialTheme.typography.labelLarge, textAlign = TextAlign.Center)
    }
}

@Composable
private fun colours(
    ground: Color,
    ink: Color,
) = ButtonDefaults.buttonColors(containerColor = ground, contentColor = ink)
