package fltaxes.android

import org.w3c.dom.Document
import org.w3c.dom.Element
import java.io.File
import java.util.zip.ZipFile
import javax.xml.parsers.DocumentBuilderFactory
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertTrue

/** The phone's build is Gradle's, and nothing here can run it: so what it says is held against Maven's, which is proved. */
class GradleTwinTest {
    private val catalogue = File("../gradle/libs.versions.toml").readLines()
    private val maven = xml("../pom.xml").properties()

    private fun xml(path: String): Document =
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(File(path))

    private fun Document.elements(tag: String): List<Element> =
        getElementsByTagName(tag).let { found -> (0 until found.length).map { found.item(it) as Element } }

    private fun Element.text(tag: String): String? = getElementsByTagName(tag).item(0)?.textContent

    private fun Document.properties(): Map<String, String> {
        val all = elements("properties").single().childNodes
        return (0 until all.length).mapNotNull { all.item(it) as? Element }.associate { it.tagName to it.textContent }
    }

    /** The lines of one table of the catalogue, by their names. */
    private fun table(name: String): Map<String, String> =
        catalogue
            .dropWhile { it != "[$name]" }
            .drop(1)
            .takeWhile { !it.startsWith("[") }
            .filter { " = " in it }
            .associate { line -> line.split(" = ", limit = 2).let { (key, value) -> key to value.trim('"') } }

    private fun version(name: String) = table("versions").getValue(name)

    @Test
    fun `versions are the same`() {
        val twins =
            mapOf(
                "agp" to "agp.version",
                "kotlin" to "kotlin.version",
                "compose-bom" to "compose.bom.version",
                "material3" to "androidx.material3.version",
                "activity" to "activity.version",
                "lifecycle" to "lifecycle.version",
                "savedstate" to "savedstate.version",
                "navigationevent" to "navigationevent.version",
                "core" to "androidx.core.version",
                "browser" to "androidx.browser.version",
                "coroutines" to "coroutines.version",
                "jna" to "jna.version",
                "app-id" to "app.id",
                "version-code" to "app.versionCode",
                "min-sdk" to "app.minSdk",
                "target-sdk" to "app.targetSdk",
                "compile-sdk" to "app.compileSdk",
                "abis" to "app.abis",
            )
        for ((ours, theirs) in twins) assertEquals(maven.getValue(theirs), version(ours), ours)
        assertEquals(xml("../pom.xml").documentElement.text("version"), version("version-name"))
        // No version stands in the catalogue that nothing is compared with.
        assertEquals(twins.keys + "version-name" + "ndk", table("versions").keys)
    }

    @Test
    fun `the core is stripped with the one NDK that the plugin knows`() {
        // To load the class takes more than is here, so the constant is looked for among its texts.
        val constants =
            ZipFile("target/gradle/agp-common.jar").use { jar ->
                val file = jar.getInputStream(jar.getEntry("com/android/SdkConstants.class"))
                file.readBytes().toString(Charsets.ISO_8859_1)
            }
        assertTrue("NDK_DEFAULT_VERSION" in constants && version("ndk") in constants)
        for (module in listOf("app", "bindings")) assertTrue("ndkVersion = libs.versions.ndk.get()" in script(module))
    }

    @Test
    fun `the Gradle that is fetched is the one that is meant`() {
        val wrapper = File("../gradle/wrapper/gradle-wrapper.properties").readText()
        assertTrue(Regex("(?m)^distributionSha256Sum=[0-9a-f]{64}$").containsMatchIn(wrapper))
    }

    @Test
    fun `the bill of materials means the Compose that was compiled against`() {
        val bom = xml("target/gradle/compose-bom.pom")
        val means =
            bom.elements("dependency").associate {
                "${it.text("groupId")}:${it.text("artifactId")}" to
                    it.text("version")
            }
        for (library in listOf("ui:ui", "foundation:foundation", "runtime:runtime", "animation:animation")) {
            assertEquals(maven["androidx.compose.version"], means["androidx.compose.$library"], library)
        }
        assertEquals(maven["androidx.material3.version"], means["androidx.compose.material3:material3"])
    }

    @Test
    fun `every library of the phone's build is one that was compiled against`() {
        val items = xml("../aars/pom.xml").elements("artifactItem") + xml("../aars/pom.xml").elements("dependency")
        val known = items.map { "${it.text("groupId")}:${it.text("artifactId")}".removeSuffix("-android") }.toSet()
        val module = Regex("module = \"([^\"]+)\"")
        val asked = table("libraries").values.map { module.find(it)!!.groupValues[1].removeSuffix("-android") }
        val plugins = setOf("org.jetbrains.kotlin:kotlin-gradle-plugin", "androidx.compose:compose-bom")
        assertEquals(emptyList(), asked.filter { it !in known && it !in plugins })
    }

    @Test
    fun `folders of sources are the same`() {
        val compiled =
            xml("pom.xml")
                .elements("sourceDir")
                .map { it.textContent.replace("\${project.basedir}", "app") }
                .filter { it.endsWith("/src/main/kotlin") || it.endsWith("/src/android/kotlin") }
                .map { File("..", it).normalize() }
        val gradle = directories("ui", "kotlin") + directories("app", "kotlin")
        assertEquals(compiled.toSet(), gradle.toSet())

        val bindings = maven.getValue("bindings.kotlin").replace("\${checkout}", "../..") + "/core"
        assertEquals(listOf(File("../bindings", bindings).normalize()), directories("bindings", "kotlin"))
        assertEquals(
            "\${bindings.kotlin}/core",
            xml("../bindings/pom.xml").elements("sourceDirectory").single().textContent,
        )
    }

    private fun script(module: String) = File("../$module/build.gradle.kts").readText()

    private fun directories(
        module: String,
        kind: String,
    ): List<File> =
        Regex("$kind\\.directories\\.add\\(\"([^\"]+)\"\\)")
            .findAll(script(module))
            .map { File("../$module", it.groupValues[1]).normalize() }
            .toList()

    @Test
    fun `rules, profile and packing are the same`() {
        assertTrue("\"src/main/rules.pro\"" in script("app"))
        assertTrue(
            "include(\"lkfl2.toml\")" in script("app") && File("../../core/gateway/profiles/lkfl2.toml").exists(),
        )
        assertTrue("jniLibs.useLegacyPackaging = false" in script("app"))
        assertTrue("\"-z,max-page-size=16384\"" in File("../../bindings/build.rs").readText())
        assertTrue("\"--release\", \"--crate-type\", \"cdylib\"" in script("bindings"))
    }

    @Test
    fun `the screens ask the app for nothing that only one build would let it see`() {
        // For Maven both are one module; for Gradle they are two, and what is internal in one is hidden from the other.
        val imported = Regex("import (fltaxes\\.ui\\.\\S+)")
        val used =
            File(
                "src/main/kotlin",
            ).walk().filter { it.extension == "kt" }.flatMap { imported.findAll(it.readText()) }
        val sources =
            File(
                "../ui/src/main/kotlin",
            ).walk().filter { it.extension == "kt" }.joinToString("\n") { it.readText() }
        for (name in used.map { it.groupValues[1].substringAfterLast('.') }.toSet()) {
            assertTrue(
                Regex(
                    "^(class|object|fun|enum class|interface) $name\\b",
                    RegexOption.MULTILINE,
                ).containsMatchIn(sources),
                name,
            )
        }
    }
}
