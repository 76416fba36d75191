package fltaxes.ui

import android.graphics.BitmapFactory
import androidx.compose.ui.graphics.ImageBitmap
import androidx.compose.ui.graphics.asImageBitmap

/** A picture's file, decoded by the phone; null where it is none. */
internal fun decodePicture(file: ByteArray): ImageBitmap? =
    BitmapFactory.decodeByteArray(file, 0, file.size)?.asImageBitmap()
