package fltaxes.android

import android.content.ClipData
import android.content.Context
import android.content.Intent
import androidx.core.content.FileProvider
import fltaxes.core.PlatformException
import fltaxes.core.SharedFile
import java.io.File

/** Lends a file to the app a person chooses. One at a time: the last one is gone when the next is lent, or the app starts. */
internal class Sharing(
    private val context: Context,
    private val foreground: Foreground,
) {
    private val folder = File(context.cacheDir, "shared")

    fun clear() {
        folder.deleteRecursively()
    }

    fun share(file: SharedFile) {
        val activity = foreground.activity ?: throw PlatformException.Denied()
        clear()
        folder.mkdirs()
        val lent = File(folder, plain(file.name)).apply { writeBytes(file.bytes) }
        val uri = FileProvider.getUriForFile(context, context.packageName + ".files", lent)
        val send =
            Intent(Intent.ACTION_SEND)
                .setType(file.mediaType)
                .putExtra(Intent.EXTRA_STREAM, uri)
                .addFlags(Intent.FLAG_GRANT_READ_URI_PERMISSION)
        // What the chooser shows of the file is read through this.
        send.clipData = ClipData.newRawUri(null, uri)
        activity.startActivity(Intent.createChooser(send, null))
    }

    companion object {
        private const val LONGEST = 100
        private val ODD = Regex("[\\p{Cntrl}/\\\\:*?\"<>|]")

        /** A name that stays in its folder. */
        fun plain(name: String): String =
            name
                .replace(ODD, "_")
                .trimStart('.')
                .takeLast(LONGEST)
                .ifBlank { "file" }
    }
}
