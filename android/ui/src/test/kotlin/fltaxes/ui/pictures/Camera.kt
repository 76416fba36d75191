package fltaxes.ui.pictures

import androidx.compose.ui.ImageComposeScene
import androidx.compose.ui.input.pointer.PointerButton
import androidx.compose.ui.input.pointer.PointerEventType
import androidx.compose.ui.unit.Density
import androidx.compose.ui.use
import fltaxes.screen.Screen
import fltaxes.screen.TextSize
import fltaxes.ui.AppModel
import fltaxes.ui.FakeEngine
import fltaxes.ui.TaxpayerApp
import fltaxes.ui.phoneLetters
import org.jetbrains.skia.EncodedImageFormat
import javax.imageio.ImageIO

/** How a screen is looked at. */
data class View(
    val width: Int = 400,
    val height: Int = 860,
    val isDark: Boolean = false,
    val textSize: TextSize = TextSize.NORMAL,
    val isHighContrast: Boolean = false,
    val density: Float = 1f,
)

private val letters by lazy { phoneLetters() }

/** Half a second on, when all that appears has appeared; a clock of its own makes every picture the same. */
private const val LATER = 500_000_000L

/** Takes a picture, as a PNG file. */
fun picture(
    state: State,
    view: View,
): ByteArray {
    val trail = state.trail.map { it.seenBy(view) }
    val model = AppModel(FakeEngine(trail.last(), state.assets))
    trail.forEach(model::show)
    val width = (view.width * view.density).toInt()
    val height = (view.height * view.density).toInt()
    return ImageComposeScene(width, height, Density(view.density)) {
        TaxpayerApp(model, isDark = view.isDark, letters = letters)
    }.use { scene ->
        scene.render(0)
        state.touched?.let { at ->
            for (type in listOf(PointerEventType.Press, PointerEventType.Release)) {
                scene.sendPointerEvent(type, at * view.density, button = PointerButton.Primary)
            }
        }
        scene.render(LATER)
        scene.render(2 * LATER)
        // What a finger opened begins to appear only then.
        val image = scene.render(3 * LATER)
        val drawn = checkNotNull(image.encodeToData(EncodedImageFormat.PNG)).bytes
        png(ImageIO.read(drawn.inputStream()))
    }
}

private fun Screen.seenBy(view: View): Screen =
    copy(appearance = appearance.copy(highContrast = view.isHighContrast, textSize = view.textSize))
