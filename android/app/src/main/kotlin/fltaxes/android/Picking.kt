package fltaxes.android

import android.content.ClipData
import android.content.Context
import android.content.Intent
import android.net.Uri
import androidx.activity.result.ActivityResultLauncher
import androidx.activity.result.PickVisualMediaRequest
import androidx.activity.result.contract.ActivityResultContracts
import androidx.core.content.FileProvider
import fltaxes.core.FileRequest
import fltaxes.core.FileSource
import fltaxes.core.PickedFile
import fltaxes.core.PlatformException
import kotlinx.coroutines.CompletableDeferred
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.withContext
import java.io.File
import java.util.UUID

/** Has the person pick a file or take a picture, in the system's own pages: none of them needs a permission. One at a time. */
internal class Picking(
    private val context: Context,
    private val foreground: Foreground,
    private val reader: PickedReader = PickedReader(context.contentResolver),
) {
    /** A window that the system's pages come back to. */
    interface Window {
        val files: ActivityResultLauncher<Array<String>>
        val gallery: ActivityResultLauncher<PickVisualMediaRequest>
        val camera: ActivityResultLauncher<Uri>
    }

    /** What is waited for; nothing after the process was ended meanwhile, so that what comes then is passed over. */
    private var waiting: CompletableDeferred<Uri?>? = null

    /** Where a picture that is being taken will lie. */
    private var place: Uri? = null
    private val folder = File(context.cacheDir, "taken")

    /** Pictures that nobody waits for any more. */
    fun clear() {
        folder.deleteRecursively()
    }

    /** The person picked this, or nothing. On the main thread. */
    fun picked(file: Uri?) {
        val waits = waiting
        if (waits == null) clear() else waits.complete(file)
    }

    /** The person took a picture, or none. On the main thread. */
    fun taken(isTaken: Boolean) = picked(if (isTaken) place else null)

    suspend fun pick(request: FileRequest): PickedFile {
        val picture = if (request.source == FileSource.CAMERA) picture() else null
        try {
            val place = picture?.let { FileProvider.getUriForFile(context, context.packageName + ".files", it) }
            val uri = withContext(Dispatchers.Main.immediate) { ask(request, place) }
            return withContext(Dispatchers.IO) { reader.read(uri ?: throw PlatformException.Cancelled(), request) }
        } finally {
            picture?.parentFile?.deleteRecursively()
        }
    }

    /** Each lies in a folder of its own: a camera that comes late, after another was asked, is not taken for the other. */
    private fun picture() = File(File(folder, "${UUID.randomUUID()}").apply { mkdirs() }, "photo.jpg")

    private suspend fun ask(
        request: FileRequest,
        place: Uri?,
    ): Uri? {
        val window = foreground.activity as? Window ?: throw PlatformException.Denied()
        // Another request means that nobody waits for this one.
        waiting?.complete(null)
        val answer = CompletableDeferred<Uri?>()
        waiting = answer
        this.place = place
        try {
            open(window, request, place)
            return answer.await()
        } finally {
            if (waiting === answer) waiting = null
        }
    }

    private fun open(
        window: Window,
        request: FileRequest,
        place: Uri?,
    ) = when (request.source) {
        FileSource.FILES -> {
            window.files.launch(request.mediaTypes.ifEmpty { listOf("*/*") }.toTypedArray())
        }

        FileSource.GALLERY -> {
            window.gallery.launch(PickVisualMediaRequest(ActivityResultContracts.PickVisualMedia.ImageOnly))
        }

        FileSource.CAMERA -> {
            window.camera.launch(checkNotNull(place))
        }
    }

    /** The camera may write where the picture is to lie, and nowhere else: no system has to see to that by itself. */
    class TakePicture : ActivityResultContracts.TakePicture() {
        override fun createIntent(
            context: Context,
            input: Uri,
        ): Intent =
            super.createIntent(context, input).apply {
                clipData = ClipData.newRawUri(null, input)
                addFlags(Intent.FLAG_GRANT_READ_URI_PERMISSION or Intent.FLAG_GRANT_WRITE_URI_PERMISSION)
            }
    }
}
