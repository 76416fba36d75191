package fltaxes.ui

import androidx.compose.foundation.isSystemInDarkTheme
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.WindowInsets
import androidx.compose.foundation.layout.fillMaxSize
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.safeDrawing
import androidx.compose.foundation.layout.widthIn
import androidx.compose.foundation.layout.windowInsetsPadding
import androidx.compose.foundation.rememberScrollState
import androidx.compose.foundation.verticalScroll
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Surface
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.runtime.remember
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.semantics.heading
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.font.FontFamily
import androidx.compose.ui.text.style.TextAlign
import androidx.compose.ui.unit.dp
import fltaxes.screen.Appearance
import fltaxes.screen.Language
import fltaxes.screen.TextSize
import fltaxes.screen.Tone
import fltaxes.ui.look.Disc
import fltaxes.ui.look.Icons
import fltaxes.ui.look.LocalPalette
import fltaxes.ui.look.Look

/** Said in place of the app where there is no core to ask. */
@Composable
fun CannotStart(
    message: String,
    modifier: Modifier = Modifier,
    isDark: Boolean = isSystemInDarkTheme(),
    letters: FontFamily = FontFamily.Default,
) {
    val appearance = remember { Appearance(Language.EN, false, TextSize.NORMAL) }
    Look(appearance, isDark, letters) {
        Surface(modifier.fillMaxSize(), color = MaterialTheme.colorScheme.background) {
            Column(
                Modifier
                    .windowInsetsPadding(WindowInsets.safeDrawing)
                    .verticalScroll(rememberScrollState())
                    .padding(32.dp),
                Arrangement.spacedBy(20.dp, Alignment.CenterVertically),
                Alignment.CenterHorizontally,
            ) {
                Disc(Icons.Attention, LocalPalette.current.tone(Tone.ATTENTION), size = 80.dp)
                Text(
                    message,
                    Modifier.widthIn(max = 420.dp).testTag("cannot-start").semantics { heading() },
                    style = MaterialTheme.typography.titleMedium,
                    textAlign = TextAlign.Center,
                )
            }
        }
    }
}
