package fltaxes.ui.blocks

import androidx.compose.foundation.horizontalScroll
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.FlowRow
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.rememberScrollState
import androidx.compose.foundation.selection.selectableGroup
import androidx.compose.foundation.shape.RoundedCornerShape
import androidx.compose.material3.FilterChip
import androidx.compose.material3.FilterChipDefaults
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.semantics.role
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import androidx.compose.ui.unit.sp
import fltaxes.screen.Filter
import fltaxes.screen.FilterOption
import fltaxes.screen.Touch
import fltaxes.ui.look.Drawing
import fltaxes.ui.look.Icons
import fltaxes.ui.look.Wrong

/** Choices of so many letters in all are seen at once; longer ones go in one line to be pushed along. */
private const val SHORT = 60

/** One choice out of several. */
@Composable
internal fun FilterBlock(
    filter: Filter,
    send: (Touch) -> Unit,
    modifier: Modifier = Modifier,
) {
    Column(modifier.fillMaxWidth()) {
        Text(
            filter.label,
            modifier = Modifier.padding(horizontal = 6.dp),
            color = MaterialTheme.colorScheme.onSurfaceVariant,
            style = MaterialTheme.typography.bodyMedium,
        )
        val group = Modifier.fillMaxWidth().selectableGroup()
        if (filter.options.sumOf { it.label.length } <= SHORT) {
            FlowRow(group, Arrangement.spacedBy(8.dp), Arrangement.spacedBy(3.dp)) { Options(filter, send) }
        } else {
            Row(group.horizontalScroll(rememberScrollState()), Arrangement.spacedBy(8.dp)) { Options(filter, send) }
        }
        // No one option is wrong: it is read by itself, after them.
        filter.error?.let { Wrong(it, Modifier.padding(horizontal = 6.dp, vertical = 2.dp), isTold = false) }
    }
}

@Composable
private fun Options(
    filter: Filter,
    send: (Touch) -> Unit,
) {
    filter.options.forEach { Option(it, Modifier.testTag("${filter.key}/${it.key}"), send) }
}

@Composable
private fun Option(
    option: FilterOption,
    modifier: Modifier = Modifier,
    send: (Touch) -> Unit,
) {
    val scheme = MaterialTheme.colorScheme
    FilterChip(
        selected = option.selected,
        onClick = { send(option.touch) },
        label = { Text(option.label, Modifier.padding(vertical = 10.dp), style = MaterialTheme.typography.labelLarge) },
        modifier = modifier.semantics { role = Role.RadioButton },
        leadingIcon =
            if (option.selected) ({ Drawing(Icons.Check, scheme.onSecondaryContainer, size = 17.sp) }) else null,
        shape = RoundedCornerShape(14.dp),
        colors =
            FilterChipDefaults.filterChipColors(
                containerColor = scheme.surface,
                labelColor = scheme.onSurface,
                selectedContainerColor = scheme.secondaryContainer,
                selectedLabelColor = scheme.onSecondaryContainer,
            ),
        border = FilterChipDefaults.filterChipBorder(true, option.selected, borderColor = scheme.outlineVariant),
    )
}
