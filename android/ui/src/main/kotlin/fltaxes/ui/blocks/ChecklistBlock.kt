package fltaxes.ui.blocks

import androidx.compose.foundation.background
import androidx.compose.foundation.border
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.size
import androidx.compose.foundation.shape.CircleShape
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import androidx.compose.ui.unit.sp
import fltaxes.screen.Check
import fltaxes.screen.CheckState
import fltaxes.screen.Checklist
import fltaxes.screen.Tone
import fltaxes.ui.look.Drawing
import fltaxes.ui.look.Icons
import fltaxes.ui.look.LocalPalette
import fltaxes.ui.look.Sheet
import fltaxes.ui.look.dp

/** What has to hold, and what of it holds already. */
@Composable
internal fun ChecklistBlock(
    checklist: Checklist,
    modifier: Modifier = Modifier,
) {
    Sheet(modifier) {
        Column(Modifier.padding(horizontal = 18.dp, vertical = 14.dp), Arrangement.spacedBy(10.dp)) {
            Text(checklist.title, style = MaterialTheme.typography.titleSmall)
            checklist.checks.forEach { Line(it) }
        }
    }
}

@Composable
private fun Line(check: Check) {
    val isOpen = check.state == CheckState.OPEN
    Row(
        Modifier.semantics(mergeDescendants = true) { contentDescription = check.spoken },
        Arrangement.spacedBy(10.dp),
    ) {
        Mark(check.state)
        Text(
            check.label,
            color = if (isOpen) MaterialTheme.colorScheme.onSurfaceVariant else MaterialTheme.colorScheme.onSurface,
            style = MaterialTheme.typography.bodyMedium,
        )
    }
}

/** A shape for each state, so that its colour is never needed; beside the first line, however many there are. */
@Composable
private fun Mark(state: CheckState) {
    val palette = LocalPalette.current
    val round = Modifier.size(dp(18.sp))
    when (state) {
        CheckState.OPEN -> {
            Box(round.padding(1.dp).border(1.5.dp, MaterialTheme.colorScheme.outline, CircleShape))
        }

        CheckState.MET -> {
            val good = palette.tone(Tone.GOOD)
            Box(round.background(good.ink, CircleShape), Alignment.Center) {
                Drawing(Icons.Check, good.ground, size = 12.sp)
            }
        }

        CheckState.FAILED -> {
            Drawing(Icons.Cross, palette.tone(Tone.BAD).ink, size = 18.sp)
        }
    }
}
