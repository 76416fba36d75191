package fltaxes.ui.blocks

import androidx.compose.foundation.clickable
import androidx.compose.foundation.interaction.MutableInteractionSource
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.defaultMinSize
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.ExperimentalMaterial3Api
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.OutlinedTextFieldDefaults
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.runtime.remember
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.clip
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.semantics.error
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.input.VisualTransformation
import androidx.compose.ui.unit.dp
import androidx.compose.ui.unit.sp
import fltaxes.screen.Choice
import fltaxes.screen.Touch
import fltaxes.ui.look.Drawing
import fltaxes.ui.look.Icons
import fltaxes.ui.look.dp
import fltaxes.ui.look.tabular

/** What is chosen out of many. It looks like a field among fields; its arrow says that a touch leads to where one chooses. */
@Composable
internal fun ChoiceBlock(
    choice: Choice,
    send: (Touch) -> Unit,
    modifier: Modifier = Modifier,
) {
    val touches = remember { MutableInteractionSource() }
    val wrong = choice.error
    Box(
        modifier
            .fillMaxWidth()
            .clip(FieldShape)
            .clickable(touches, indication = null, choice.enabled, role = Role.DropdownList) { send(choice.touch) }
            .semantics(mergeDescendants = true) { if (wrong != null) error(wrong) }
            // Half of the name stands above the line around it.
            .padding(top = dp(MaterialTheme.typography.bodySmall.lineHeight / 2))
            .defaultMinSize(minHeight = 56.dp),
        propagateMinConstraints = true,
    ) { Decorated(choice, touches) }
}

@OptIn(ExperimentalMaterial3Api::class)
@Composable
private fun Decorated(
    choice: Choice,
    touches: MutableInteractionSource,
) {
    val scheme = MaterialTheme.colorScheme
    val isChosen = choice.chosen != null
    val words = choice.chosen ?: choice.unchosen
    val isWrong = choice.error != null
    OutlinedTextFieldDefaults.DecorationBox(
        value = words,
        innerTextField = {
            Text(
                words,
                color = if (isChosen && choice.enabled) scheme.onSurface else scheme.onSurfaceVariant,
                style = MaterialTheme.typography.titleMedium.tabular,
            )
        },
        enabled = choice.enabled,
        singleLine = false,
        visualTransformation = VisualTransformation.None,
        interactionSource = touches,
        isError = isWrong,
        label = { Text(choice.label) },
        trailingIcon = { Drawing(Icons.Onward, scheme.onSurfaceVariant, size = 18.sp) },
        supportingText = below(choice.error, choice.hint),
        colors = fieldColours(),
        container = {
            OutlinedTextFieldDefaults.Container(
                choice.enabled,
                isWrong,
                touches,
                colors = fieldColours(),
                shape = FieldShape,
            )
        },
    )
}
