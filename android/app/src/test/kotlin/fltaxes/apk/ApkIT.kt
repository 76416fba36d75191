package fltaxes.apk

import com.android.apksig.ApkVerifier
import java.io.File
import java.io.RandomAccessFile
import java.nio.ByteBuffer
import java.nio.ByteOrder
import java.util.zip.ZipEntry
import java.util.zip.ZipFile
import kotlin.test.Test
import kotlin.test.assertContains
import kotlin.test.assertEquals
import kotlin.test.assertFalse
import kotlin.test.assertTrue

private const val PAGE = 16_384
private const val LOAD = 1

/** What a phone would be given. */
class ApkIT {
    private val file = File("target/fltaxes.apk")
    private val abis = System.getProperty("app.abis").split(",").toSet()

    private fun <T> zip(read: (ZipFile) -> T): T = ZipFile(file).use(read)

    private fun entries() = zip { it.stream().toList() }

    private fun libraries() = entries().filter { it.name.endsWith(".so") }

    @Test
    fun `it is signed for every phone it installs on`() {
        val min = System.getProperty("app.minSdk").toInt()
        val result =
            ApkVerifier
                .Builder(file)
                .setMinCheckedPlatformVersion(min)
                .build()
                .verify()
        assertTrue(
            result.isVerified && result.isVerifiedUsingV3Scheme,
            "${result.allErrors}",
        )
    }

    @Test
    fun `it has what an app has, and the profile`() {
        val names = entries().map { it.name }
        for (name in listOf(
            "AndroidManifest.xml",
            "resources.arsc",
            "classes.dex",
            "assets/lkfl2.toml",
        )) {
            assertContains(names, name)
        }
        assertFalse(
            names.any { it.startsWith("META-INF/maven") || it.endsWith(".kotlin_module") || it.endsWith(".pro") },
        )
    }

    @Test
    fun `what the phone maps is stored`() {
        val mapped =
            entries().filter {
                it.name == "resources.arsc" || it.name.endsWith(".dex") ||
                    it.name.endsWith(".so")
            }
        assertEquals(emptyList(), mapped.filter { it.method != ZipEntry.STORED }.map { it.name })
    }

    @Test
    fun `there are native libraries for each kind of phone and no other`() {
        val kinds = libraries().map { it.name.split("/")[1] }.toSet()
        assertEquals(abis, kinds)
    }

    /** The core is among them where it was built for phones; without an NDK it is JNA's half alone that shows the way. */
    @Test
    fun `native libraries begin where a page of 16 KB begins, in the file and in memory`() {
        assertTrue(libraries().isNotEmpty())
        for (library in libraries()) {
            assertEquals(0, offset(library.name) % PAGE, library.name)
            val bytes = zip { it.getInputStream(it.getEntry(library.name)).readBytes() }
            // Only 64-bit phones have such pages.
            if ("64" in library.name.split("/")[1]) assertTrue(alignments(bytes).all { it >= PAGE }, library.name)
        }
    }

    /** Where the bytes of a stored entry begin: after its local header, which is found through the central directory. */
    private fun offset(name: String): Long =
        RandomAccessFile(file, "r").use { apk ->
            val bytes = ByteArray(apk.length().toInt()).also(apk::readFully)
            val zip = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN)
            var at = zip.getInt(bytes.size - 22 + 16)
            while (zip.getInt(at) == 0x02014b50) {
                val lengths = listOf(28, 30, 32).map { zip.getShort(at + it).toInt() and 0xffff }
                if (String(bytes, at + 46, lengths[0]) == name) {
                    val local = zip.getInt(at + 42)
                    return@use local + 30L + (zip.getShort(local + 26) + zip.getShort(local + 28))
                }
                at += 46 + lengths.sum()
            }
            error("$name is not in the directory")
        }

    /** The alignment of each part that is loaded, from the program headers of a 64-bit ELF file. */
    private fun alignments(bytes: ByteArray): List<Long> {
        val elf = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN)
        val first = elf.getLong(32).toInt()
        val size = elf.getShort(54).toInt()
        val headers = (0 until elf.getShort(56)).map { first + it * size }
        return headers.filter { elf.getInt(it) == LOAD }.map { elf.getLong(it + 48) }
    }

    @Test
    fun `what is looked up by name kept its name`() {
        val mapping =
            File("target/release/mapping.txt").readLines().filter {
                " -> " in it && it.endsWith(":") &&
                    !it.startsWith(" ")
            }
        val names = mapping.associate { it.removeSuffix(":").split(" -> ").let { (from, to) -> from to to } }
        for (kept in listOf(
            "fltaxes.core.UniffiLib",
            "fltaxes.core.RustBuffer",
            "fltaxes.core.UniffiVTableCallbackInterfacePlatform",
            "fltaxes.core.UniffiCallbackInterfaceScreenListenerMethod0",
            "com.sun.jna.Native",
            "com.sun.jna.Structure",
            "fltaxes.android.TaxesApplication",
            "fltaxes.android.MainActivity",
        )) {
            assertEquals(kept, names[kept] ?: "nothing")
        }
        // And what is not, did not.
        assertTrue(names["fltaxes.screen.Screen"] != "fltaxes.screen.Screen")
    }
}
