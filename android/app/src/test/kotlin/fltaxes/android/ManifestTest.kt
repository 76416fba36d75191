package fltaxes.android

import org.w3c.dom.Document
import org.w3c.dom.Element
import org.w3c.dom.NodeList
import java.io.File
import javax.xml.parsers.DocumentBuilderFactory
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertTrue

private const val ANDROID = "http://schemas.android.com/apk/res/android"
private val STORED =
    listOf("root", "file", "database", "sharedpref", "external") +
        listOf("device_root", "device_file", "device_database", "device_sharedpref")

/** What the merged manifests say, with all that the libraries put into them. */
class ManifestTest {
    private val release = xml("target/release/AndroidManifest.xml")
    private val debug = xml("target/debug/AndroidManifest.xml")

    private fun xml(path: String): Document =
        DocumentBuilderFactory
            .newInstance()
            .apply { isNamespaceAware = true }
            .newDocumentBuilder()
            .parse(File(path))

    private fun Document.all(tag: String) = elements(getElementsByTagName(tag))

    private fun Element.all(tag: String) = elements(getElementsByTagName(tag))

    private fun elements(nodes: NodeList) = (0 until nodes.length).map { nodes.item(it) as Element }

    private fun Element.value(name: String): String = getAttributeNS(ANDROID, name)

    private fun application(of: Document = release) = of.all("application").single()

    @Test
    fun `it is the app it should be`() {
        val sdk = release.all("uses-sdk").single()
        assertEquals("fltaxes.android", release.documentElement.getAttribute("package"))
        assertEquals(System.getProperty("app.minSdk"), sdk.value("minSdkVersion"))
        assertEquals(System.getProperty("app.targetSdk"), sdk.value("targetSdkVersion"))
        assertEquals("fltaxes.android.TaxesApplication", application().value("name"))
        // Native libraries are mapped from the APK, page by page.
        assertEquals("false", application().value("extractNativeLibs"))
    }

    @Test
    fun `nothing of it is backed up`() {
        val application = application()
        assertEquals("false", application.value("allowBackup"))
        assertEquals("@xml/backup", application.value("fullBackupContent"))
        assertEquals("@xml/data_extraction", application.value("dataExtractionRules"))
        assertEquals(STORED, excluded(xml("src/main/res/xml/backup.xml").documentElement))
        val rules = xml("src/main/res/xml/data_extraction.xml")
        for (way in listOf("cloud-backup", "device-transfer")) assertEquals(STORED, excluded(rules.all(way).single()))
    }

    private fun excluded(rules: Element): List<String> {
        assertEquals(emptyList(), rules.all("include"))
        return rules
            .all(
                "exclude",
            ).onEach { assertEquals(".", it.getAttribute("path")) }
            .map { it.getAttribute("domain") }
    }

    @Test
    fun `it may do no more than it needs`() {
        val permissions = release.all("uses-permission").map { it.value("name").removePrefix("android.permission.") }
        val ours = permissions.filterNot { it.startsWith("fltaxes.android.") }
        assertEquals(listOf("INTERNET", "ACCESS_NETWORK_STATE", "USE_BIOMETRIC", "USE_FINGERPRINT"), ours)
        val old = release.all("uses-permission").single { it.value("name").endsWith("USE_FINGERPRINT") }
        assertEquals("29", old.value("maxSdkVersion"))
    }

    @Test
    fun `only its window is open to other apps`() {
        val open =
            listOf("activity", "service", "receiver", "provider")
                .flatMap { release.all(it) }
                // What only the system may call is open to nobody else.
                .filter { it.value("exported") == "true" && it.value("permission") != "android.permission.DUMP" }
        assertEquals(listOf("fltaxes.android.MainActivity"), open.map { it.value("name") })
        // Every link of the scheme: one that lacked its host here would lead nowhere.
        val data = open.single().all("data").single()
        assertEquals(listOf("fltaxes", "", ""), listOf("scheme", "host", "path").map { data.value(it) })
    }

    @Test
    fun `nothing goes in the clear, but to this machine from a debug build`() {
        assertEquals("false", application().value("usesCleartextTraffic"))
        assertEquals("@xml/network_security", application().value("networkSecurityConfig"))
        val config = xml("src/main/res/xml/network_security.xml")
        assertEquals("false", config.all("base-config").single().getAttribute("cleartextTrafficPermitted"))
        assertEquals(emptyList(), config.all("domain-config"))

        val loose = xml("src/debug/res/xml/network_security.xml")
        assertEquals("false", loose.all("base-config").single().getAttribute("cleartextTrafficPermitted"))
        assertEquals(listOf("localhost", "127.0.0.1"), loose.all("domain").map { it.textContent })
        assertTrue(loose.all("domain").all { it.getAttribute("includeSubdomains") == "false" })
    }

    @Test
    fun `only a debug build can be debugged`() {
        assertEquals("", application().value("debuggable"))
        assertEquals("true", application(debug).value("debuggable"))
    }

    @Test
    fun `both languages of the app are offered, with the same words`() {
        assertEquals("@xml/locales", application().value("localeConfig"))
        val offered = xml("src/main/res/xml/locales.xml").all("locale").map { it.value("name") }
        assertEquals(listOf("ru", "en"), offered)
        val words = listOf("values", "values-en").map { xml("src/main/res/$it/strings.xml").all("string") }
        assertEquals(words[0].map { it.getAttribute("name") }, words[1].map { it.getAttribute("name") })
    }
}
