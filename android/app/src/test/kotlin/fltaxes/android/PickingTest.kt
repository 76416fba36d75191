package fltaxes.android

import android.content.ActivityNotFoundException
import android.content.Intent
import android.graphics.Bitmap
import android.graphics.BitmapFactory
import android.graphics.Color
import android.net.Uri
import android.provider.MediaStore
import androidx.activity.ComponentActivity
import androidx.activity.result.ActivityResultLauncher
import androidx.activity.result.PickVisualMediaRequest
import androidx.activity.result.contract.ActivityResultContract
import androidx.activity.result.contract.ActivityResultContracts
import androidx.core.app.ActivityOptionsCompat
import androidx.core.content.FileProvider
import fltaxes.core.FileRequest
import fltaxes.core.FileSource
import fltaxes.core.PickedFile
import fltaxes.core.PlatformException
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Deferred
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.async
import kotlinx.coroutines.runBlocking
import org.junit.Before
import org.junit.runner.RunWith
import org.robolectric.Robolectric
import org.robolectric.RobolectricTestRunner
import org.robolectric.RuntimeEnvironment
import org.robolectric.annotation.Config
import org.robolectric.annotation.GraphicsMode
import org.robolectric.util.ReflectionHelpers
import java.io.ByteArrayOutputStream
import java.io.File
import kotlin.test.Test
import kotlin.test.assertContentEquals
import kotlin.test.assertEquals
import kotlin.test.assertFailsWith
import kotlin.test.assertTrue

/** A window whose pages are opened by a test. */
class PickingWindow :
    ComponentActivity(),
    Picking.Window {
    val asked = mutableListOf<Any?>()
    var failure: Exception? = null
    override val files = noting(ActivityResultContracts.OpenDocument())
    override val gallery = noting(ActivityResultContracts.PickVisualMedia())
    override val camera = noting(Picking.TakePicture())

    private fun <I, O> noting(of: ActivityResultContract<I, O>) =
        object : ActivityResultLauncher<I>() {
            override val contract = of

            override fun launch(
                input: I,
                options: ActivityOptionsCompat?,
            ) {
                failure?.let { throw it }
                asked += input
            }

            override fun unregister() = Unit
        }
}

@RunWith(RobolectricTestRunner::class)
@GraphicsMode(GraphicsMode.Mode.NATIVE)
@Config(application = android.app.Application::class)
class PickingTest {
    private val application = RuntimeEnvironment.getApplication()
    private val foreground = Foreground().also(application::registerActivityLifecycleCallbacks)
    private val picking = Picking(application, foreground)
    private val controller by lazy { Robolectric.buildActivity(PickingWindow::class.java).setup() }
    private val window get() = controller.get()
    private val folder = File(application.cacheDir, "shared").apply { mkdirs() }

    /** It remembers the folders of a phone that was another test's. */
    @Before
    fun freshProvider() = ReflectionHelpers.getStaticField<MutableMap<*, *>>(FileProvider::class.java, "sCache").clear()

    private fun request(
        source: FileSource,
        most: Int = 1_000_000,
        edge: Int = 100,
        types: List<String> = listOf("application/pdf", "image/*"),
    ) = FileRequest(source, most.toULong(), edge.toUInt(), types)

    /** A file as another app lends it. */
    private fun lent(
        name: String,
        bytes: ByteArray,
    ): Uri {
        val file = File(folder, name).apply { writeBytes(bytes) }
        return FileProvider.getUriForFile(application, application.packageName + ".files", file)
    }

    private fun picture(
        width: Int,
        height: Int,
        colour: Int = Color.RED,
        format: Bitmap.CompressFormat = Bitmap.CompressFormat.PNG,
    ): ByteArray {
        val bitmap = Bitmap.createBitmap(width, height, Bitmap.Config.ARGB_8888).apply { eraseColor(colour) }
        return ByteArrayOutputStream().also { bitmap.compress(format, 90, it) }.toByteArray()
    }

    private fun asking(request: FileRequest): Deferred<PickedFile> {
        window
        return CoroutineScope(Dispatchers.Unconfined).async { answer { picking.pick(request) } }
    }

    private fun picked(
        request: FileRequest,
        uri: Uri,
    ): PickedFile {
        val asked = asking(request)
        picking.picked(uri)
        return runBlocking { asked.await() }
    }

    private fun decoded(file: PickedFile): Bitmap {
        val bytes = (file as PickedFile.File).bytes
        assertContentEquals(byteArrayOf(-1, 0xD8.toByte(), -1), bytes.copyOf(3), "a JPEG begins so")
        return BitmapFactory.decodeByteArray(bytes, 0, bytes.size)
    }

    private fun taken() = File(application.cacheDir, "taken").walk().filter { it.isFile }.toList()

    @Test
    fun `a document comes as its bytes, under its name`() {
        val bytes = "%PDF-1.4 made up".toByteArray()
        val file = picked(request(FileSource.FILES), lent("Договор № 1.pdf", bytes)) as PickedFile.File
        assertEquals("Договор № 1.pdf", file.name)
        assertContentEquals(bytes, file.bytes)
        assertEquals(listOf("application/pdf", "image/*"), (window.asked.single() as Array<*>).toList())
    }

    @Test
    fun `without types everything is offered`() {
        picked(request(FileSource.FILES, types = emptyList()), lent("a.txt", byteArrayOf(1)))
        assertEquals(listOf("*/*"), (window.asked.single() as Array<*>).toList())
    }

    @Test
    fun `no more is read than fits`() {
        val exact = picked(request(FileSource.FILES, most = 70_000), lent("a.bin", ByteArray(70_000)))
        assertEquals(70_000, (exact as PickedFile.File).bytes.size)
        assertEquals(
            PickedFile.TooLarge,
            picked(request(FileSource.FILES, most = 70_000), lent("a.bin", ByteArray(70_001))),
        )
        assertEquals(PickedFile.TooLarge, picked(request(FileSource.FILES, most = 0), lent("a.bin", ByteArray(1))))
        assertEquals(
            0,
            (picked(request(FileSource.FILES, most = 0), lent("a.bin", ByteArray(0))) as PickedFile.File).bytes.size,
        )
    }

    @Test
    fun `a picture is made smaller, keeps its shape and is a JPEG wherever it is from`() {
        for (source in listOf(FileSource.FILES, FileSource.GALLERY)) {
            val picture = decoded(picked(request(source), lent("a.png", picture(400, 200))))
            assertEquals(100 to 50, picture.width to picture.height)
        }
        val small =
            decoded(
                picked(
                    request(FileSource.GALLERY),
                    lent("a.webp", picture(40, 20, format = Bitmap.CompressFormat.WEBP_LOSSY)),
                ),
            )
        assertEquals(40 to 20, small.width to small.height, "nothing is made larger")
        assertTrue(
            window.asked.any {
                it is PickVisualMediaRequest &&
                    it.mediaType == ActivityResultContracts.PickVisualMedia.ImageOnly
            },
        )
    }

    @Test
    fun `a picture is judged by its size after that`() {
        val large = picture(900, 900)
        assertTrue(picked(request(FileSource.GALLERY, most = 100_000), lent("a.png", large)) is PickedFile.File)
        assertEquals(PickedFile.TooLarge, picked(request(FileSource.GALLERY, most = 100), lent("a.png", large)))
    }

    @Test
    fun `what shines through is white`() {
        val picture = decoded(picked(request(FileSource.GALLERY), lent("a.png", picture(20, 20, Color.TRANSPARENT))))
        assertTrue(Color.red(picture.getPixel(10, 10)) > 240)
    }

    @Test
    fun `what is called a picture and is none is not handed over`() {
        for (source in listOf(FileSource.FILES, FileSource.GALLERY)) {
            assertFailsWith<PlatformException.Failed> { picked(request(source), lent("a.jpg", "words".toByteArray())) }
        }
    }

    @Test
    fun `what cannot be read has failed`() {
        val gone = lent("gone.pdf", byteArrayOf(1)).also { File(folder, "gone.pdf").delete() }
        assertFailsWith<PlatformException.Failed> { picked(request(FileSource.FILES), gone) }
    }

    @Test
    fun `a picture that is taken lies in the cache until it is read`() {
        val asked = asking(request(FileSource.CAMERA))
        val place = window.asked.single() as Uri
        application.contentResolver.openOutputStream(place)!!.use { it.write(picture(300, 600)) }
        assertEquals(1, taken().size)
        picking.taken(true)
        val file = runBlocking { asked.await() }
        assertEquals("photo.jpg", (file as PickedFile.File).name)
        assertEquals(50 to 100, decoded(file).run { width to height })
        assertEquals(emptyList(), taken())
    }

    @Test
    fun `a camera that is left leaves nothing`() {
        val asked = asking(request(FileSource.CAMERA))
        val place = window.asked.single() as Uri
        application.contentResolver.openOutputStream(place)!!.use { it.write(1) }
        picking.taken(false)
        assertFailsWith<PlatformException.Cancelled> { runBlocking { asked.await() } }
        assertEquals(emptyList(), taken())
    }

    @Test
    fun `the camera is allowed to write where the picture is to lie`() {
        val place = Uri.parse("content://fltaxes.android.files/taken/x/photo.jpg")
        val intent = Picking.TakePicture().createIntent(application, place)
        assertEquals(MediaStore.ACTION_IMAGE_CAPTURE, intent.action)
        assertEquals(place, intent.clipData?.getItemAt(0)?.uri)
        val both = Intent.FLAG_GRANT_READ_URI_PERMISSION or Intent.FLAG_GRANT_WRITE_URI_PERMISSION
        assertEquals(both, intent.flags and both)
    }

    @Test
    fun `who picks nothing has cancelled`() {
        for (source in FileSource.entries) {
            val asked = asking(request(source))
            picking.picked(null)
            assertFailsWith<PlatformException.Cancelled> { runBlocking { asked.await() } }
        }
    }

    @Test
    fun `a second request ends the first`() {
        val first = asking(request(FileSource.CAMERA))
        val second = asking(request(FileSource.FILES))
        assertFailsWith<PlatformException.Cancelled> { runBlocking { first.await() } }
        picking.picked(lent("a.txt", byteArrayOf(7)))
        assertContentEquals(byteArrayOf(7), (runBlocking { second.await() } as PickedFile.File).bytes)
    }

    @Test
    fun `what comes after the process was ended meanwhile is passed over, and leaves nothing`() {
        File(application.cacheDir, "taken/old").mkdirs()
        File(application.cacheDir, "taken/old/photo.jpg").writeBytes(byteArrayOf(1))
        picking.taken(true)
        picking.picked(Uri.parse("content://nobody/1"))
        assertEquals(emptyList(), taken())
    }

    @Test
    fun `a phone without such a page cannot do it`() {
        window.failure = ActivityNotFoundException()
        for (source in FileSource.entries) {
            assertFailsWith<PlatformException.Unavailable> { runBlocking { asking(request(source)).await() } }
        }
        assertEquals(emptyList(), taken())
    }

    @Test
    fun `nothing is asked for while nobody looks`() {
        controller.pause().stop()
        assertFailsWith<PlatformException.Denied> { runBlocking { asking(request(FileSource.FILES)).await() } }
        assertEquals(emptyList(), window.asked)
    }

    @Test
    fun `a shape is kept, and no edge is lost`() {
        assertEquals(100 to 75, PickedReader.fitting(4_000, 3_000, 100))
        assertEquals(75 to 100, PickedReader.fitting(3_000, 4_000, 100))
        assertEquals(100 to 1, PickedReader.fitting(100_000, 10, 100))
        assertEquals(80 to 60, PickedReader.fitting(80, 60, 100))
    }
}
