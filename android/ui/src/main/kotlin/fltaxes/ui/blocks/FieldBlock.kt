package fltaxes.ui.blocks

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.shape.RoundedCornerShape
import androidx.compose.foundation.text.KeyboardActions
import androidx.compose.material3.Icon
import androidx.compose.material3.IconButton
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.OutlinedTextField
import androidx.compose.material3.OutlinedTextFieldDefaults
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.TextRange
import androidx.compose.ui.text.input.PasswordVisualTransformation
import androidx.compose.ui.text.input.TextFieldValue
import androidx.compose.ui.text.input.VisualTransformation
import androidx.compose.ui.unit.dp
import androidx.compose.ui.unit.sp
import fltaxes.screen.Field
import fltaxes.screen.FieldKind
import fltaxes.screen.Reveal
import fltaxes.ui.AppModel
import fltaxes.ui.look.Drawing
import fltaxes.ui.look.Icons
import fltaxes.ui.look.tabular

/** Something to type. What is typed is the model's. */
@Composable
internal fun FieldBlock(
    field: Field,
    model: AppModel,
    modifier: Modifier = Modifier,
) {
    val isHidden = field.secret && !model.isLookedAt(field)
    val reveal = field.reveal?.takeIf { field.secret }
    val submit = field.submit
    val text = model.text(field)
    // The cursor is this field's own; where the text was set from elsewhere, one types on at its end.
    var typed by remember(field.revision) { mutableStateOf(atItsEnd(text)) }
    OutlinedTextField(
        value = if (typed.text == text) typed else atItsEnd(text),
        onValueChange = {
            typed = it
            model.edit(field, it.text)
        },
        modifier = modifier.fillMaxWidth().semantics { filledInAs(field) },
        enabled = field.enabled,
        textStyle = MaterialTheme.typography.titleMedium.tabular,
        label = { Text(field.label) },
        leadingIcon = if (field.kind == FieldKind.SEARCH) ({ Drawing(Icons.Search, quiet()) }) else null,
        trailingIcon = reveal?.let { { Eye(field, it, isHidden) { model.look(field) } } },
        supportingText = below(field),
        isError = field.error != null,
        visualTransformation = if (isHidden) PasswordVisualTransformation() else VisualTransformation.None,
        keyboardOptions = field.kind.keyboard(hasSubmit = submit != null),
        // Without one of its own, a field's key goes on to the next field.
        keyboardActions = if (submit == null) KeyboardActions.Default else KeyboardActions { model.send(submit) },
        singleLine = true,
        shape = RoundedCornerShape(18.dp),
        colors =
            OutlinedTextFieldDefaults.colors(
                focusedContainerColor = MaterialTheme.colorScheme.surface,
                unfocusedContainerColor = MaterialTheme.colorScheme.surface,
                errorContainerColor = MaterialTheme.colorScheme.surface,
                disabledContainerColor = MaterialTheme.colorScheme.surfaceVariant,
                disabledTextColor = MaterialTheme.colorScheme.onSurfaceVariant,
                disabledLabelColor = MaterialTheme.colorScheme.onSurfaceVariant,
                disabledSupportingTextColor = MaterialTheme.colorScheme.onSurfaceVariant,
            ),
    )
}

private fun atItsEnd(text: String) = TextFieldValue(text, TextRange(text.length))

@Composable
private fun quiet() = MaterialTheme.colorScheme.onSurfaceVariant

/** What is wrong, and what is right to type. */
private fun below(field: Field): (@Composable () -> Unit)? {
    if (field.error == null && field.hint == null) return null
    return {
        Column(verticalArrangement = Arrangement.spacedBy(2.dp)) {
            field.error?.let { error ->
                Row(horizontalArrangement = Arrangement.spacedBy(5.dp)) {
                    Drawing(Icons.Bad, MaterialTheme.colorScheme.error, size = 16.sp)
                    Text(error, style = MaterialTheme.typography.bodyMedium)
                }
            }
            field.hint?.let { Text(it, color = quiet(), style = MaterialTheme.typography.bodySmall) }
        }
    }
}

@Composable
private fun Eye(
    field: Field,
    reveal: Reveal,
    isHidden: Boolean,
    onToggle: () -> Unit,
) {
    IconButton(onToggle, Modifier.testTag("${field.key}/show"), enabled = field.enabled) {
        Icon(
            if (isHidden) Icons.Eye else Icons.EyeClosed,
            contentDescription = if (isHidden) reveal.show else reveal.hide,
            tint = quiet(),
        )
    }
}
