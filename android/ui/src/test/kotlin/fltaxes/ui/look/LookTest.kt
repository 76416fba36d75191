package fltaxes.ui.look

import androidx.compose.ui.graphics.Color
import androidx.compose.ui.graphics.luminance
import fltaxes.screen.Icon
import fltaxes.screen.TextSize
import fltaxes.screen.Tone
import org.junit.Test
import kotlin.test.assertEquals
import kotlin.test.assertNotNull
import kotlin.test.assertTrue

class LookTest {
    private fun contrast(
        one: Color,
        other: Color,
    ): Float {
        val (low, high) = listOf(one.luminance(), other.luminance()).sorted()
        return (high + 0.05f) / (low + 0.05f)
    }

    private fun check(
        palette: Palette,
        least: Float,
    ) {
        val scheme = palette.scheme
        val pairs =
            Tone.entries.map { "$it" to palette.tone(it) } +
                Tone.entries.map { "$it on a card" to ToneColours(palette.tone(it).ink, scheme.surface) } +
                listOf(
                    "page" to ToneColours(scheme.onBackground, scheme.background),
                    "quiet on the page" to ToneColours(scheme.onSurfaceVariant, scheme.background),
                    "filled button" to ToneColours(scheme.onPrimary, scheme.primary),
                    "other button" to ToneColours(scheme.onSurface, scheme.surfaceContainerHighest),
                    "choice" to ToneColours(scheme.onSecondaryContainer, scheme.secondaryContainer),
                    "error" to ToneColours(scheme.error, scheme.background),
                )
        for ((name, colours) in pairs) {
            val ratio = contrast(colours.ink, colours.ground)
            assertTrue(ratio >= least, "$name has a contrast of $ratio")
        }
    }

    @Test
    fun everyWordCanBeReadInLightAndDark() {
        check(Palette.Light, 4.5f)
        check(Palette.Dark, 4.5f)
    }

    @Test
    fun highContrastIsHigh() {
        check(Palette.of(isDark = false, isHighContrast = true), 7f)
        check(Palette.of(isDark = true, isHighContrast = true), 7f)
    }

    @Test
    fun textSizesMultiplyUpToTwice() {
        assertEquals(1f, scaled(1f, TextSize.NORMAL))
        assertEquals(1.5f, scaled(1f, TextSize.LARGE))
        assertEquals(1.95f, scaled(1.3f, TextSize.LARGE), 0.001f)
        assertEquals(2f, scaled(1.5f, TextSize.LARGEST))
        assertEquals(2.2f, scaled(2.2f, TextSize.LARGEST), "the platform's wish stands")
    }

    @Test
    fun noMeaningSharesItsDrawing() {
        assertEquals(
            Icon.entries.size,
            Icon.entries
                .map { it.drawing }
                .toSet()
                .size,
        )
        val marked = listOf(Tone.GOOD, Tone.ATTENTION, Tone.BAD).map { assertNotNull(it.drawing) }
        assertEquals(3, marked.toSet().size, "a tone is told by its mark too")
    }
}
