package fltaxes.ui.blocks

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.shape.RoundedCornerShape
import androidx.compose.foundation.text.KeyboardActions
import androidx.compose.material3.Icon
import androidx.compose.material3.IconButton
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.OutlinedTextField
import androidx.compose.material3.OutlinedTextFieldDefaults
import androidx.compose.material3.Text
import androidx.compose.material3.TextFieldColors
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.semantics.error
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.TextRange
import androidx.compose.ui.text.input.PasswordVisualTransformation
import androidx.compose.ui.text.input.TextFieldValue
import androidx.compose.ui.text.input.VisualTransformation
import androidx.compose.ui.unit.dp
import fltaxes.screen.Field
import fltaxes.screen.FieldKind
import fltaxes.screen.Reveal
import fltaxes.ui.AppModel
import fltaxes.ui.look.Drawing
import fltaxes.ui.look.Icons
import fltaxes.ui.look.Wrong
import fltaxes.ui.look.tabular

/** Something to type. What is typed is the model's. */
@Composable
internal fun FieldBlock(
    field: Field,
    model: AppModel,
    modifier: Modifier = Modifier,
) {
    val isHidden = field.secret && !model.isLookedAt(field)
    val isLong = field.kind.isLong
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
        modifier =
            modifier.fillMaxWidth().semantics {
                filledInAs(field)
                field.error?.let(::error)
            },
        enabled = field.enabled,
        textStyle = MaterialTheme.typography.titleMedium.tabular,
        label = { Text(field.label) },
        leadingIcon = if (field.kind == FieldKind.SEARCH) ({ Drawing(Icons.Search, quiet()) }) else null,
        trailingIcon = beside(field, isHidden, model),
        supportingText = below(field.error, field.hint, field.count),
        isError = field.error != null,
        visualTransformation = if (isHidden) PasswordVisualTransformation() else VisualTransformation.None,
        keyboardOptions = field.kind.keyboard(hasSubmit = submit != null),
        // Without one of its own, a field's key goes on to the next field.
        keyboardActions = if (submit == null) KeyboardActions.Default else KeyboardActions { model.send(submit) },
        singleLine = !isLong,
        minLines = if (isLong) FEW else 1,
        maxLines = if (isLong) MANY else 1,
        shape = FieldShape,
        colors = fieldColours(),
    )
}

/** A long text has room from the start, and grows until it would hide what stands around it. */
private const val FEW = 3
private const val MANY = 12

internal val FieldShape = RoundedCornerShape(18.dp)

@Composable
internal fun fieldColours(): TextFieldColors =
    OutlinedTextFieldDefaults.colors(
        focusedContainerColor = MaterialTheme.colorScheme.surface,
        unfocusedContainerColor = MaterialTheme.colorScheme.surface,
        errorContainerColor = MaterialTheme.colorScheme.surface,
        disabledContainerColor = MaterialTheme.colorScheme.surfaceVariant,
        disabledTextColor = MaterialTheme.colorScheme.onSurfaceVariant,
        disabledLabelColor = MaterialTheme.colorScheme.onSurfaceVariant,
        disabledSupportingTextColor = MaterialTheme.colorScheme.onSurfaceVariant,
    )

private fun atItsEnd(text: String) = TextFieldValue(text, TextRange(text.length))

@Composable
private fun quiet() = MaterialTheme.colorScheme.onSurfaceVariant

/** What is wrong, what is right, and how much of what fits is there. */
internal fun below(
    error: String?,
    hint: String?,
    count: String? = null,
): (@Composable () -> Unit)? {
    if (error == null && hint == null && count == null) return null
    return {
        Column(Modifier.fillMaxWidth(), Arrangement.spacedBy(2.dp)) {
            error?.let { Wrong(it) }
            hint?.let { Quiet(it) }
            // It changes with each letter, so that nobody is told of it who does not ask.
            count?.let { Quiet(it, Modifier.align(Alignment.End)) }
        }
    }
}

@Composable
private fun Quiet(
    words: String,
    modifier: Modifier = Modifier,
) = Text(words, modifier, color = quiet(), style = MaterialTheme.typography.bodySmall)

/** What a secret is looked at with, or the calendar that a day is picked in. */
private fun beside(
    field: Field,
    isHidden: Boolean,
    model: AppModel,
): (@Composable () -> Unit)? {
    val reveal = field.reveal?.takeIf { field.secret }
    val calendar = field.calendar
    return when {
        reveal != null -> ({ Eye(field, reveal, isHidden) { model.look(field) } })
        calendar != null -> ({ CalendarButton(field, calendar) { model.edit(field, it) } })
        else -> null
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
