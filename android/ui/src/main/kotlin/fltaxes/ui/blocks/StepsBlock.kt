package fltaxes.ui.blocks

import androidx.compose.foundation.background
import androidx.compose.foundation.border
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.FlowRow
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.size
import androidx.compose.foundation.shape.CircleShape
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.semantics.selected
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import androidx.compose.ui.unit.sp
import fltaxes.screen.Step
import fltaxes.screen.StepState
import fltaxes.screen.Steps
import fltaxes.ui.look.Drawing
import fltaxes.ui.look.Icons
import fltaxes.ui.look.dp

/** Where one is in a flow: a mark, a number and the words say it. */
@Composable
internal fun StepsBlock(
    steps: Steps,
    modifier: Modifier = Modifier,
) {
    FlowRow(
        modifier.fillMaxWidth().padding(horizontal = 6.dp),
        horizontalArrangement = Arrangement.spacedBy(18.dp),
        verticalArrangement = Arrangement.spacedBy(8.dp),
    ) {
        steps.steps.forEachIndexed { index, step -> Step(index + 1, step) }
    }
}

@Composable
private fun Step(
    number: Int,
    step: Step,
) {
    val isHere = step.state == StepState.CURRENT
    val scheme = MaterialTheme.colorScheme
    Row(
        Modifier.semantics(mergeDescendants = true) { selected = isHere },
        Arrangement.spacedBy(8.dp),
        Alignment.CenterVertically,
    ) {
        Mark(number, step.state)
        Text(
            step.label,
            color = if (isHere) scheme.onBackground else scheme.onSurfaceVariant,
            style = if (isHere) MaterialTheme.typography.labelLarge else MaterialTheme.typography.bodyMedium,
        )
    }
}

@Composable
private fun Mark(
    number: Int,
    state: StepState,
) {
    val scheme = MaterialTheme.colorScheme
    val round = Modifier.size(dp(24.sp))
    val box =
        when (state) {
            StepState.DONE -> round.background(scheme.primaryContainer, CircleShape)
            StepState.CURRENT -> round.background(scheme.primary, CircleShape)
            StepState.AHEAD -> round.border(1.5.dp, scheme.outline, CircleShape)
        }
    Box(box, contentAlignment = Alignment.Center) {
        when (state) {
            StepState.DONE -> Drawing(Icons.Check, scheme.onPrimaryContainer, size = 15.sp)
            StepState.CURRENT -> Number(number, scheme.onPrimary)
            StepState.AHEAD -> Number(number, scheme.onSurfaceVariant)
        }
    }
}

@Composable
private fun Number(
    number: Int,
    ink: Color,
) {
    Text(number.toString(), color = ink, style = MaterialTheme.typography.labelMedium)
}
