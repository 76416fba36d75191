package fltaxes.ui.look

import androidx.compose.foundation.background
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.size
import androidx.compose.foundation.shape.CircleShape
import androidx.compose.material3.Icon
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.graphics.vector.ImageVector
import androidx.compose.ui.platform.LocalDensity
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.hideFromAccessibility
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.Dp
import androidx.compose.ui.unit.TextUnit
import androidx.compose.ui.unit.dp
import androidx.compose.ui.unit.sp
import fltaxes.screen.Tone

/** A drawing that grows with the letters beside it. */
@Composable
internal fun Drawing(
    picture: ImageVector,
    tint: Color,
    modifier: Modifier = Modifier,
    size: TextUnit = 20.sp,
) {
    Icon(picture, contentDescription = null, modifier = modifier.size(dp(size)), tint = tint)
}

/** A drawing on a round ground. */
@Composable
internal fun Disc(
    picture: ImageVector,
    colours: ToneColours,
    modifier: Modifier = Modifier,
    size: Dp = 42.dp,
) {
    Box(modifier.size(size).background(colours.ground, CircleShape), contentAlignment = Alignment.Center) {
        Icon(picture, contentDescription = null, modifier = Modifier.size(size * 0.54f), tint = colours.ink)
    }
}

/** How old a figure is. */
@Composable
internal fun Age(
    age: String,
    modifier: Modifier = Modifier,
    colour: Color = MaterialTheme.colorScheme.onSurfaceVariant,
) {
    Row(modifier, Arrangement.spacedBy(5.dp)) {
        // Beside the first line, however many there are.
        Drawing(Icons.Clock, colour, Modifier.padding(top = dp(2.5.sp)), 13.sp)
        Text(age, color = colour, style = MaterialTheme.typography.bodySmall)
    }
}

/** A value in its tone: a mark and a colour, so that neither is needed alone. */
@Composable
internal fun Value(
    value: String,
    tone: Tone,
    modifier: Modifier = Modifier,
    isMarked: Boolean = true,
) {
    val ink = LocalPalette.current.tone(tone).ink
    Row(modifier, Arrangement.spacedBy(5.dp), Alignment.CenterVertically) {
        tone.drawing.takeIf { isMarked }?.let { Drawing(it, ink, size = 15.sp) }
        Text(value, color = ink, style = MaterialTheme.typography.titleMedium.tabular)
    }
}

/**
 * What is wrong, below what it is about. [isTold] where that tells a screen reader itself; else this does, as soon as it is there.
 */
@Composable
internal fun Wrong(
    words: String,
    modifier: Modifier = Modifier,
    isTold: Boolean = true,
) {
    val spoken = Modifier.semantics { if (isTold) hideFromAccessibility() else liveRegion = LiveRegionMode.Polite }
    val colour = MaterialTheme.colorScheme.error
    Row(modifier, Arrangement.spacedBy(5.dp)) {
        // Beside the first line, however many there are.
        Drawing(Icons.Bad, colour, Modifier.padding(top = dp(2.sp)), size = 16.sp)
        Text(words, spoken, color = colour, style = MaterialTheme.typography.bodyMedium)
    }
}

@Composable
internal fun dp(size: TextUnit): Dp = with(LocalDensity.current) { size.toDp() }
