package fltaxes.ui

import androidx.compose.ui.graphics.ImageBitmap
import androidx.compose.ui.graphics.toComposeImageBitmap
import org.jetbrains.skia.Image

/** The desktop's half of a seam: each platform has a function of this name. Null where the file is no picture. */
internal fun decodePicture(file: ByteArray): ImageBitmap? =
    runCatching { Image.makeFromEncoded(file).toComposeImageBitmap() }.getOrNull()
