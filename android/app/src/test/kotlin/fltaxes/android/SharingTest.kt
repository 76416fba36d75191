package fltaxes.android

import android.app.Activity
import android.content.Intent
import android.net.Uri
import androidx.core.content.FileProvider
import fltaxes.core.PlatformException
import fltaxes.core.SharedFile
import org.junit.Before
import org.junit.runner.RunWith
import org.robolectric.Robolectric
import org.robolectric.RobolectricTestRunner
import org.robolectric.RuntimeEnvironment
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config
import org.robolectric.util.ReflectionHelpers
import java.io.File
import kotlin.test.Test
import kotlin.test.assertContentEquals
import kotlin.test.assertEquals
import kotlin.test.assertFailsWith
import kotlin.test.assertNotNull
import kotlin.test.assertTrue

@RunWith(RobolectricTestRunner::class)
@Config(application = android.app.Application::class)
class SharingTest {
    private val application = RuntimeEnvironment.getApplication()
    private val foreground = Foreground().also(application::registerActivityLifecycleCallbacks)
    private val sharing = Sharing(application, foreground)
    private val window by lazy { Robolectric.buildActivity(Activity::class.java).setup().get() }

    /** It remembers the folders of a phone that was another test's. */
    @Before
    fun freshProvider() = ReflectionHelpers.getStaticField<MutableMap<*, *>>(FileProvider::class.java, "sCache").clear()

    private fun share(
        name: String,
        bytes: ByteArray,
    ): Intent {
        window
        sharing.share(SharedFile(name, "text/plain", bytes))
        val chooser = shadowOf(window).nextStartedActivity
        assertEquals(Intent.ACTION_CHOOSER, chooser.action)
        return assertNotNull(chooser.getParcelableExtra(Intent.EXTRA_INTENT, Intent::class.java))
    }

    private fun Intent.uri() = assertNotNull(getParcelableExtra(Intent.EXTRA_STREAM, Uri::class.java))

    private fun read(uri: Uri) = application.contentResolver.openInputStream(uri)!!.use { it.readBytes() }

    private fun lent() = File(application.cacheDir, "shared").list().orEmpty().toList()

    @Test
    fun `a file is lent to the app that is chosen, for reading`() {
        val bytes = ByteArray(10_000) { it.toByte() }
        val send = share("receipt.txt", bytes)
        assertEquals(Intent.ACTION_SEND, send.action)
        assertEquals("text/plain", send.type)
        assertEquals(Intent.FLAG_GRANT_READ_URI_PERMISSION, send.flags and Intent.FLAG_GRANT_READ_URI_PERMISSION)
        assertEquals("fltaxes.android.files", send.uri().authority)
        assertEquals(send.uri(), send.clipData?.getItemAt(0)?.uri)
        assertContentEquals(bytes, read(send.uri()))
    }

    @Test
    fun `the last one is gone when the next is lent, and with a new start`() {
        share("first.txt", byteArrayOf(1))
        share("second.txt", byteArrayOf(2))
        assertEquals(listOf("second.txt"), lent())
        sharing.clear()
        assertEquals(emptyList(), lent())
    }

    @Test
    fun `a name never leads out of the folder`() {
        for (name in listOf(
            "../../up.txt",
            "/etc/passwd",
            "..",
            ".",
            "",
            "a\u0000b",
            "\\up",
            "x".repeat(10_000) + ".pdf",
        )) {
            val send = share(name, byteArrayOf(3))
            assertContentEquals(byteArrayOf(3), read(send.uri()))
            assertEquals(1, lent().size, name.take(20))
        }
        assertTrue(Sharing.plain("x".repeat(10_000) + ".pdf").endsWith("x.pdf"))
        assertEquals("Справка 3-НДФЛ.pdf", Sharing.plain("Справка 3-НДФЛ.pdf"))
    }

    @Test
    fun `nothing is lent while nobody looks`() {
        assertFailsWith<PlatformException.Denied> { sharing.share(SharedFile("a", "text/plain", byteArrayOf())) }
        assertEquals(emptyList(), lent())
    }

    @Test
    fun `storage that is denied is said to be denied`() {
        window
        // A file stands where the cache should be.
        val cache = application.cacheDir
        cache.deleteRecursively()
        cache.writeBytes(byteArrayOf())
        assertFailsWith<PlatformException> { answer { sharing.share(SharedFile("a", "text/plain", byteArrayOf())) } }
    }
}
