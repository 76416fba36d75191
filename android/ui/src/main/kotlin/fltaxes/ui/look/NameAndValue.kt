package fltaxes.ui.look

import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.layout.Layout
import androidx.compose.ui.layout.Placeable
import androidx.compose.ui.unit.Constraints
import androidx.compose.ui.unit.dp

/**
 * A name at the start and its value at the end of one line; where both have no room there, the value goes below. Nothing is
 * cut, however large the letters are.
 */
@Composable
internal fun NameAndValue(
    modifier: Modifier = Modifier,
    value: (@Composable () -> Unit)? = null,
    name: @Composable () -> Unit,
) {
    Layout(
        contents = listOf(name, value ?: {}),
        modifier = modifier,
    ) { (names, values), constraints ->
        val width = constraints.maxWidth
        val loose = Constraints(maxWidth = width)
        val end = values.firstOrNull()?.measure(loose)
        val gap = if (end == null) 0 else 12.dp.roundToPx()
        val room = width - (end?.width ?: 0) - gap
        // Room for the longest word, and for not too many lines.
        val isBeside =
            end == null ||
                room >= names.maxOf { maxOf(it.minIntrinsicWidth(0), minOf(width * 2 / 5, it.maxIntrinsicWidth(0))) }
        val start = names.map { it.measure(Constraints(maxWidth = if (isBeside) room else width)) }
        val high = start.sumOf(Placeable::height)
        val height = if (isBeside) maxOf(high, end?.height ?: 0) else high + 2.dp.roundToPx() + end.height
        layout(width, height) {
            var y = if (isBeside) (height - high) / 2 else 0
            start.forEach { placeable ->
                placeable.placeRelative(0, y)
                y += placeable.height
            }
            end?.placeRelative(
                x = if (isBeside) width - end.width else 0,
                y = if (isBeside) (height - end.height) / 2 else height - end.height,
            )
        }
    }
}
