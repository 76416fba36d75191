package fltaxes.shrunk

import java.io.File
import java.util.zip.ZipFile
import kotlin.test.Test
import kotlin.test.assertContains
import kotlin.test.assertEquals
import kotlin.test.assertFalse

/** The app's rules keep what the core needs: the shrunk classes drive it, where nothing else is on the class path. */
class ShrunkCoreIT {
    private val shrunk = File("target/shrunk/classes.jar")

    @Test
    fun `shrunk classes drive the core`() {
        val java = File(System.getProperty("java.home"), "bin/java").path
        val libraries = System.getProperty("core.libraries")
        val overrides = listOf("core", "app", "stage").map { "-Duniffi.component.fl_$it.libraryOverride=fl_stage" }
        val command =
            listOf(java, "-cp", shrunk.path, "-Djna.library.path=$libraries") + overrides + "fltaxes.shrunk.DriveKt"
        val run = ProcessBuilder(command).redirectErrorStream(true).start()
        val told = run.inputStream.bufferedReader().readText()
        assertEquals(0, run.waitFor(), told)
        for (screen in listOf("sign-in", "recovery", "choose-pin", "home")) assertContains(told, "screen $screen")
        for (callback in listOf("keep", "load", "share ", "open https://www.gosuslugi.ru")) {
            assertContains(told, callback)
        }
    }

    @Test
    fun `they are shrunk indeed`() {
        val names = ZipFile(shrunk).use { zip -> zip.stream().map { it.name }.toList() }
        assertContains(names, "fltaxes/core/UniffiLib.class")
        assertFalse("fltaxes/screen/Screen.class" in names, "nothing was renamed")
    }
}
