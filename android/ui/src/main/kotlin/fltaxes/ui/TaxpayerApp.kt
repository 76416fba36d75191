package fltaxes.ui

import androidx.compose.foundation.isSystemInDarkTheme
import androidx.compose.foundation.layout.fillMaxSize
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Surface
import androidx.compose.runtime.Composable
import androidx.compose.runtime.DisposableEffect
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.runtime.saveable.LocalSaveableStateRegistry
import androidx.compose.ui.Modifier
import androidx.compose.ui.text.font.FontFamily
import fltaxes.screen.Language
import fltaxes.screen.Notice
import fltaxes.screen.Tone
import fltaxes.ui.look.Look

/**
 * The whole app: what the core says now, drawn.
 *
 * @param isDark the platform's wish; contrast and text size are the core's.
 * @param letters the platform's own where nothing else is given.
 */
@Composable
fun TaxpayerApp(
    model: AppModel,
    modifier: Modifier = Modifier,
    isDark: Boolean = isSystemInDarkTheme(),
    letters: FontFamily = FontFamily.Default,
) {
    LaunchedEffect(model) { model.watch() }
    KeepTexts(model)
    val trail = model.trail
    val screen = trail.lastOrNull()
    if (screen == null) {
        CannotStart(Words.ofDevice().of(model.trouble ?: Trouble.INTERNAL), modifier, isDark, letters)
        return
    }
    Look(screen.appearance, isDark, letters) {
        Surface(modifier.fillMaxSize(), color = MaterialTheme.colorScheme.background) {
            Frame(trail, model, troubleNotice(model, screen.appearance.language))
        }
    }
}

private fun troubleNotice(
    model: AppModel,
    language: Language,
): Notice? = model.trouble?.let { Notice("trouble", Tone.BAD, Words.of(language).of(it), null) }

/** What is typed is kept with the platform's own means while the app is put away. */
@Composable
private fun KeepTexts(model: AppModel) {
    val registry = LocalSaveableStateRegistry.current
    DisposableEffect(model, registry) {
        @Suppress("UNCHECKED_CAST")
        (registry?.consumeRestored(TEXTS) as? Map<String, String>)?.let(model::restoreTexts)
        val entry = registry?.registerProvider(TEXTS) { HashMap(model.keptTexts()) }
        onDispose { entry?.unregister() }
    }
}

private const val TEXTS = "fltaxes.texts"
