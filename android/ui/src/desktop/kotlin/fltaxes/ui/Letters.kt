package fltaxes.ui

import androidx.compose.ui.text.font.Font
import androidx.compose.ui.text.font.FontFamily
import androidx.compose.ui.text.font.FontWeight
import androidx.compose.ui.text.platform.Font

/** The phone's letters, where they are on the class path; else the desktop's own. */
fun phoneLetters(): FontFamily {
    val faces =
        listOf("Regular" to FontWeight.Normal, "Medium" to FontWeight.Medium, "Bold" to FontWeight.Bold)
            .mapNotNull { (name, weight) -> face("fonts/Roboto-$name.ttf", weight) }
    return if (faces.isEmpty()) FontFamily.Default else FontFamily(faces)
}

private fun face(
    file: String,
    weight: FontWeight,
): Font? {
    val resource = AppModel::class.java.classLoader.getResource(file) ?: return null
    return Font(file, resource.readBytes(), weight)
}
