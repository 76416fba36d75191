package fltaxes.ui.look

import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Typography
import androidx.compose.runtime.Composable
import androidx.compose.runtime.CompositionLocalProvider
import androidx.compose.runtime.remember
import androidx.compose.runtime.staticCompositionLocalOf
import androidx.compose.ui.platform.LocalDensity
import androidx.compose.ui.text.TextStyle
import androidx.compose.ui.text.font.FontFamily
import androidx.compose.ui.text.font.FontWeight
import androidx.compose.ui.text.intl.LocaleList
import androidx.compose.ui.unit.Density
import androidx.compose.ui.unit.TextUnit
import androidx.compose.ui.unit.sp
import fltaxes.screen.Appearance
import fltaxes.screen.Language
import fltaxes.screen.TextSize
import fltaxes.ui.Words

internal val LocalPalette = staticCompositionLocalOf { Palette.Light }
internal val LocalWords = staticCompositionLocalOf { Words.ofDevice() }

/** Texts are never larger than this by the app's own wish; where the platform wants more, it gets what it wants. */
private const val LARGEST = 2f

/** How much larger than the platform's texts. */
private val TextSize.factor: Float
    get() =
        when (this) {
            TextSize.NORMAL -> 1f
            TextSize.LARGE -> 1.5f
            TextSize.LARGEST -> 2f
        }

internal fun scaled(
    platform: Float,
    size: TextSize,
): Float = (platform * size.factor).coerceAtMost(maxOf(LARGEST, platform))

/** Colours, letters and words as the screen's appearance says. */
@Composable
internal fun Look(
    appearance: Appearance,
    isDark: Boolean,
    letters: FontFamily,
    content: @Composable () -> Unit,
) {
    val palette = Palette.of(isDark, appearance.highContrast)
    val density = LocalDensity.current
    val scale = scaled(density.fontScale, appearance.textSize)
    val type = remember(letters, appearance.language) { typography(letters, appearance.language) }
    MaterialTheme(colorScheme = palette.scheme, typography = type) {
        CompositionLocalProvider(
            LocalPalette provides palette,
            LocalWords provides Words.of(appearance.language),
            LocalDensity provides if (scale == density.fontScale) density else Density(density.density, scale),
            content = content,
        )
    }
}

/** Figures below each other have their digits below each other. */
internal val TextStyle.tabular: TextStyle
    get() = copy(fontFeatureSettings = "tnum")

private fun typography(
    letters: FontFamily,
    language: Language,
): Typography {
    val locale = LocaleList(Words.of(language).locale.language)

    fun style(
        size: TextUnit,
        line: TextUnit,
        weight: FontWeight = FontWeight.Normal,
    ) = TextStyle(fontFamily = letters, fontSize = size, lineHeight = line, fontWeight = weight, localeList = locale)
    return Typography(
        displaySmall = style(32.sp, 38.sp, FontWeight.Bold),
        headlineSmall = style(26.sp, 32.sp, FontWeight.Bold),
        titleLarge = style(22.sp, 28.sp, FontWeight.Medium),
        titleMedium = style(17.sp, 23.sp, FontWeight.Medium),
        titleSmall = style(15.sp, 20.sp, FontWeight.Medium),
        bodyLarge = style(16.sp, 23.sp),
        bodyMedium = style(14.sp, 20.sp),
        bodySmall = style(13.sp, 18.sp),
        labelLarge = style(15.sp, 20.sp, FontWeight.Medium),
        labelMedium = style(12.sp, 16.sp, FontWeight.Medium),
        labelSmall = style(11.sp, 15.sp, FontWeight.Medium),
    )
}
