package fltaxes.android

import android.content.ContentResolver
import android.graphics.Bitmap
import android.graphics.Canvas
import android.graphics.Color
import android.graphics.ColorSpace
import android.graphics.ImageDecoder
import android.graphics.PorterDuff
import android.net.Uri
import android.provider.OpenableColumns
import fltaxes.core.FileRequest
import fltaxes.core.FileSource
import fltaxes.core.PickedFile
import fltaxes.core.PlatformException
import java.io.ByteArrayOutputStream
import java.io.IOException
import java.io.InputStream
import kotlin.math.roundToInt

/** Reads what was picked: a picture is made smaller first, whatever else it is comes as it is, if it is not too large. */
internal class PickedReader(
    private val resolver: ContentResolver,
) {
    fun read(
        uri: Uri,
        request: FileRequest,
    ): PickedFile =
        try {
            val largest = request.maxBytes.coerceAtMost(MOST).toInt()
            val picture = picture(uri, request.longestEdge.coerceAtMost(Int.MAX_VALUE.toUInt()).toInt())
            val bytes =
                when {
                    picture != null -> picture.takeIf { it.size <= largest }

                    request.source == FileSource.FILES && !isCalledPicture(uri) -> plain(uri, largest)

                    // It says that it is a picture and is none that this phone reads: its own file is not handed over.
                    else -> throw PlatformException.Failed()
                }
            if (bytes == null) PickedFile.TooLarge else PickedFile.File(name(uri), bytes)
        } catch (_: IOException) {
            throw PlatformException.Failed()
        }

    private fun isCalledPicture(uri: Uri) = resolver.getType(uri)?.startsWith("image/") ?: false

    /** Upright and small enough, with nothing of what the camera wrote beside it; null where it is no picture. */
    private fun picture(
        uri: Uri,
        longestEdge: Int,
    ): ByteArray? {
        val bitmap =
            try {
                ImageDecoder.decodeBitmap(ImageDecoder.createSource(resolver, uri)) { decoder, info, _ ->
                    val (width, height) = fitting(info.size.width, info.size.height, longestEdge)
                    decoder.setTargetSize(width, height)
                    decoder.setTargetColorSpace(ColorSpace.get(ColorSpace.Named.SRGB))
                    decoder.allocator = ImageDecoder.ALLOCATOR_SOFTWARE
                    decoder.isMutableRequired = true
                }
            } catch (_: ImageDecoder.DecodeException) {
                return null
            }
        // What shines through would be black.
        if (bitmap.hasAlpha()) Canvas(bitmap).drawColor(Color.WHITE, PorterDuff.Mode.DST_OVER)
        val jpeg = ByteArrayOutputStream()
        val isWritten = bitmap.compress(Bitmap.CompressFormat.JPEG, QUALITY, jpeg)
        bitmap.recycle()
        if (!isWritten) throw PlatformException.Failed()
        return jpeg.toByteArray()
    }

    /** Null where there are more bytes than that; no more are read. */
    private fun plain(
        uri: Uri,
        largest: Int,
    ): ByteArray? = (resolver.openInputStream(uri) ?: throw PlatformException.Failed()).use { it.atMost(largest) }

    private fun InputStream.atMost(largest: Int): ByteArray? {
        val read = ByteArrayOutputStream()
        val part = ByteArray(PART)
        while (true) {
            // One byte more than fits, to know that there is one.
            val count = read(part, 0, minOf(PART, largest - read.size() + 1))
            if (count < 0) return read.toByteArray()
            read.write(part, 0, count)
            if (read.size() > largest) return null
        }
    }

    private fun name(uri: Uri): String {
        val columns = arrayOf(OpenableColumns.DISPLAY_NAME)
        val told =
            resolver.query(uri, columns, null, null, null)?.use { if (it.moveToFirst()) it.getString(0) else null }
        return told ?: uri.lastPathSegment.orEmpty()
    }

    companion object {
        private const val QUALITY = 85
        private const val PART = 64 * 1024

        /** More than that no array holds. */
        private val MOST = (Int.MAX_VALUE - 16).toULong()

        /** The same shape, its longer edge no longer than that; nothing is made larger. */
        fun fitting(
            width: Int,
            height: Int,
            longestEdge: Int,
        ): Pair<Int, Int> {
            val longer = maxOf(width, height)
            if (longer <= longestEdge || longestEdge <= 0) return width to height
            val scale = longestEdge.toDouble() / longer

            fun edge(length: Int) = (length * scale).roundToInt().coerceAtLeast(1)
            return edge(width) to edge(height)
        }
    }
}
