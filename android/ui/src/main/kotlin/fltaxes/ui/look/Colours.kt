package fltaxes.ui.look

import androidx.compose.material3.ColorScheme
import androidx.compose.material3.darkColorScheme
import androidx.compose.material3.lightColorScheme
import androidx.compose.runtime.Immutable
import androidx.compose.ui.graphics.Color
import fltaxes.screen.Tone

/** A tone's colour for words and lines, and for the ground they stand on. */
@Immutable
internal data class ToneColours(
    val ink: Color,
    val ground: Color,
)

/** All colours of one look. */
@Immutable
internal class Palette(
    val scheme: ColorScheme,
    private val good: ToneColours,
    private val attention: ToneColours,
    private val bad: ToneColours,
    /** Cards have a line around them, since their ground does not set them off. */
    val hasOutlines: Boolean,
) {
    fun tone(tone: Tone): ToneColours =
        when (tone) {
            Tone.PLAIN -> ToneColours(scheme.onSurface, scheme.surface)
            Tone.GOOD -> good
            Tone.ATTENTION -> attention
            Tone.BAD -> bad
            Tone.QUIET -> ToneColours(scheme.onSurfaceVariant, scheme.surfaceVariant)
        }

    companion object {
        fun of(
            isDark: Boolean,
            isHighContrast: Boolean,
        ): Palette =
            when {
                isHighContrast && isDark -> HighContrastDark
                isHighContrast -> HighContrastLight
                isDark -> Dark
                else -> Light
            }

        val Light =
            Palette(
                scheme =
                    lightColorScheme(
                        primary = Color(0xFF2B50C8),
                        onPrimary = Color.White,
                        primaryContainer = Color(0xFFDEE5FF),
                        onPrimaryContainer = Color(0xFF12307F),
                        secondaryContainer = Color(0xFFDEE5FF),
                        onSecondaryContainer = Color(0xFF12307F),
                        background = Color(0xFFF3F4F8),
                        onBackground = Color(0xFF14171D),
                        surface = Color.White,
                        onSurface = Color(0xFF14171D),
                        surfaceVariant = Color(0xFFE9EBF1),
                        onSurfaceVariant = Color(0xFF535A68),
                        surfaceContainer = Color.White,
                        surfaceContainerHigh = Color(0xFFECEEF4),
                        surfaceContainerHighest = Color(0xFFE4E7EF),
                        outline = Color(0xFF767D8C),
                        outlineVariant = Color(0xFFD9DCE5),
                        error = Color(0xFFA8201A),
                        onError = Color.White,
                    ),
                good = ToneColours(Color(0xFF11613A), Color(0xFFDDF2E6)),
                attention = ToneColours(Color(0xFF724600), Color(0xFFFFEFD3)),
                bad = ToneColours(Color(0xFFA01C17), Color(0xFFFDE7E4)),
                hasOutlines = false,
            )

        val Dark =
            Palette(
                scheme =
                    darkColorScheme(
                        primary = Color(0xFFB1C1FF),
                        onPrimary = Color(0xFF0C2063),
                        primaryContainer = Color(0xFF2A3B78),
                        onPrimaryContainer = Color(0xFFDEE5FF),
                        secondaryContainer = Color(0xFF2A3B78),
                        onSecondaryContainer = Color(0xFFDEE5FF),
                        background = Color(0xFF0E1116),
                        onBackground = Color(0xFFE8EAEF),
                        surface = Color(0xFF191D24),
                        onSurface = Color(0xFFE8EAEF),
                        surfaceVariant = Color(0xFF262B34),
                        onSurfaceVariant = Color(0xFFABB2BF),
                        surfaceContainer = Color(0xFF191D24),
                        surfaceContainerHigh = Color(0xFF20252D),
                        surfaceContainerHighest = Color(0xFF2A303A),
                        outline = Color(0xFF838B9A),
                        outlineVariant = Color(0xFF333A46),
                        error = Color(0xFFFFB1A9),
                        onError = Color(0xFF4A0E0B),
                    ),
                good = ToneColours(Color(0xFF93DBAE), Color(0xFF12301F)),
                attention = ToneColours(Color(0xFFF6C872), Color(0xFF382909)),
                bad = ToneColours(Color(0xFFFFB3AB), Color(0xFF421917)),
                hasOutlines = false,
            )

        val HighContrastLight =
            Palette(
                scheme =
                    lightColorScheme(
                        primary = Color(0xFF00207F),
                        onPrimary = Color.White,
                        primaryContainer = Color(0xFF00207F),
                        onPrimaryContainer = Color.White,
                        secondaryContainer = Color(0xFF00207F),
                        onSecondaryContainer = Color.White,
                        background = Color.White,
                        onBackground = Color.Black,
                        surface = Color.White,
                        onSurface = Color.Black,
                        surfaceVariant = Color.White,
                        onSurfaceVariant = Color(0xFF24272E),
                        surfaceContainer = Color.White,
                        surfaceContainerHigh = Color.White,
                        surfaceContainerHighest = Color.White,
                        outline = Color.Black,
                        outlineVariant = Color.Black,
                        error = Color(0xFF7A0000),
                        onError = Color.White,
                    ),
                good = ToneColours(Color(0xFF003D1C), Color.White),
                attention = ToneColours(Color(0xFF452900), Color.White),
                bad = ToneColours(Color(0xFF7A0000), Color.White),
                hasOutlines = true,
            )

        val HighContrastDark =
            Palette(
                scheme =
                    darkColorScheme(
                        primary = Color(0xFFD9E1FF),
                        onPrimary = Color.Black,
                        primaryContainer = Color(0xFFD9E1FF),
                        onPrimaryContainer = Color.Black,
                        secondaryContainer = Color(0xFFD9E1FF),
                        onSecondaryContainer = Color.Black,
                        background = Color.Black,
                        onBackground = Color.White,
                        surface = Color.Black,
                        onSurface = Color.White,
                        surfaceVariant = Color.Black,
                        onSurfaceVariant = Color(0xFFE2E5EB),
                        surfaceContainer = Color.Black,
                        surfaceContainerHigh = Color.Black,
                        surfaceContainerHighest = Color.Black,
                        outline = Color.White,
                        outlineVariant = Color.White,
                        error = Color(0xFFFFCFCA),
                        onError = Color.Black,
                    ),
                good = ToneColours(Color(0xFFBDF5D0), Color.Black),
                attention = ToneColours(Color(0xFFFFE0A3), Color.Black),
                bad = ToneColours(Color(0xFFFFD2CD), Color.Black),
                hasOutlines = true,
            )
    }
}
