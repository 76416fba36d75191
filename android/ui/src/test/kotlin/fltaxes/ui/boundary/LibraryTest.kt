package fltaxes.ui.boundary

import org.junit.Rule
import org.junit.Test
import org.junit.rules.TemporaryFolder
import java.io.File
import kotlin.test.assertEquals
import kotlin.test.assertTrue

/** A library that is missing or another one is said before the first call. */
class LibraryTest {
    @get:Rule
    val folder = TemporaryFolder()

    /** What a JVM says that finds this library there. */
    private fun check(
        name: String,
        path: String,
    ): List<String> {
        val overrides = listOf("fl_core", "fl_app").map { "-Duniffi.component.$it.libraryOverride=$name" }
        val java = File(System.getProperty("java.home"), "bin/java").path
        val command = listOf(java, "-Djna.library.path=$path", "-cp", System.getProperty("java.class.path")) + overrides
        val output = folder.newFile()
        val process = ProcessBuilder(command + "fltaxes.ui.boundary.LibraryCheckKt").redirectErrorStream(true)
        val code = process.redirectOutput(output).start().waitFor()
        assertEquals(0, code, output.readText())
        return output.readLines().filter { it.startsWith("fault=") }
    }

    /** A library with our functions, made by the compiler that links the core: each says this. */
    private fun library(says: Map<String, Int>): String {
        val functions =
            listOf("fltaxes.core", "fltaxes.screen")
                .flatMap { Class.forName("$it.IntegrityCheckingUniffiLib").declaredMethods.toList() }
                .filter { it.name.startsWith("uniffi_") || it.name.startsWith("ffi_") }
                .map { it.name }
                .distinct()
        assertTrue(functions.any { it.endsWith("contract_version") })
        val source = folder.newFile("other.c")
        source.writeText(
            functions.joinToString("\n") { name ->
                "int $name(void) { return ${says.entries.find { it.key in name }?.value ?: 0}; }"
            },
        )
        val file = File(folder.root, System.mapLibraryName("fl_other"))
        val cc = ProcessBuilder("cc", "-shared", "-fPIC", "-o", file.path, source.path).inheritIO().start()
        assertEquals(0, cc.waitFor())
        return file.parent
    }

    @Test
    fun theRightOneIsRight() =
        assertEquals(List(2) { "fault=null null" }, check("fl_core", System.getProperty("jna.library.path")))

    @Test
    fun aMissingOneIsSaid() = assertEquals(List(2) { "fault=MISSING true" }, check("fl_nowhere", folder.root.path))

    @Test
    fun oneOfAnotherContractIsSaid() =
        assertEquals(List(2) { "fault=OTHER true" }, check("fl_other", library(mapOf("contract_version" to 29))))

    @Test
    fun oneOfAnotherInterfaceIsSaid() =
        assertEquals(List(2) { "fault=OTHER true" }, check("fl_other", library(mapOf("contract_version" to 30))))

    @Test
    fun oneThatIsNoneOfOursIsSaid() {
        val file = File(folder.root, System.mapLibraryName("fl_other"))
        val source = folder.newFile("none.c").apply { writeText("int nothing(void) { return 0; }\n") }
        val cc = ProcessBuilder("cc", "-shared", "-fPIC", "-o", file.path, source.path).inheritIO().start()
        assertEquals(0, cc.waitFor())
        assertEquals(List(2) { "fault=OTHER true" }, check("fl_other", folder.root.path))
    }
}
