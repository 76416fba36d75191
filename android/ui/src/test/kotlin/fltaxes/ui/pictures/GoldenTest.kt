package fltaxes.ui.pictures

import org.junit.Test
import org.junit.runner.RunWith
import org.junit.runners.Parameterized
import java.io.File
import kotlin.test.assertEquals
import kotlin.test.assertTrue
import kotlin.test.fail

/** Each picture is as it was. `mvn … -Dtest=GoldenTest -Dpictures=write` draws them anew. */
@RunWith(Parameterized::class)
class GoldenTest(
    private val name: String,
    private val golden: Golden,
) {
    @Test
    fun isAsItWas() {
        val file = File(golden.folder, "$name.png")
        val actual = picture(golden.state.state(golden.language), golden.view)
        if (System.getProperty("fltaxes.pictures") == "write") {
            file.parentFile.mkdirs()
            // A file that differs by nothing to be seen stays as it is.
            if (!file.exists() || compare(file.readBytes(), actual).isDifferent) file.writeBytes(actual)
            return
        }
        val failed = File("target/pictures")
        if (!file.exists()) {
            File(failed, "$name-actual.png").put(actual)
            fail("$file is missing; what it would be is in $failed")
        }
        val comparison = compare(file.readBytes(), actual)
        if (comparison.isDifferent) {
            File(failed, "$name-actual.png").put(actual)
            File(failed, "$name-diff.png").put(comparison.picture())
            fail("$name: ${comparison.words}; actual and diff are in $failed")
        }
    }

    private fun File.put(bytes: ByteArray) {
        parentFile.mkdirs()
        writeBytes(bytes)
    }

    companion object {
        @JvmStatic
        @Parameterized.Parameters(name = "{0}")
        fun pictures(): List<Array<Any>> = (gallery + shown).map { arrayOf(it.name, it) }
    }
}

/** The folders hold these pictures and no others. */
class GalleryTest {
    @Test
    fun everyPictureIsOfTheGallery() {
        for ((folder, pictures) in (gallery + shown).groupBy { it.folder }) {
            val files = File(folder).listFiles().orEmpty()
            assertEquals(pictures.map { "${it.name}.png" }.toSortedSet(), files.map { it.name }.toSortedSet())
            // Every version of a picture stays in the history for good: a gallery that outgrows this loses pictures that show nothing new.
            val bytes = files.sumOf { it.length() }
            assertTrue(bytes < 6_000_000, "$folder: $bytes bytes")
        }
    }
}
