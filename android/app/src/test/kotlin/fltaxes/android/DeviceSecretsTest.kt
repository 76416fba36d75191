package fltaxes.android

import fltaxes.core.PlatformException
import org.junit.Before
import org.junit.Rule
import org.junit.rules.TemporaryFolder
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import java.nio.file.Files
import java.nio.file.Path
import kotlin.test.Test
import kotlin.test.assertContentEquals
import kotlin.test.assertFailsWith
import kotlin.test.assertFalse
import kotlin.test.assertNull

@RunWith(RobolectricTestRunner::class)
class DeviceSecretsTest {
    @get:Rule
    val folder = TemporaryFolder()

    private val secret = "a secret".encodeToByteArray()

    @Before
    fun store() = FakeKeyStore.install()

    private fun path(): Path = folder.root.toPath().resolve("secrets")

    private fun secrets(at: Path = path()) =
        DeviceSecrets(Keys(strongBox = false, shutWhileLocked = true), SealedFiles(at))

    private fun files() = Files.list(path()).use { it.toList() }

    @Test
    fun `what was kept comes back, to another run too`() {
        secrets().keep("service/account", secret)
        assertContentEquals(secret, secrets().load("service/account"))
    }

    @Test
    fun `nothing kept is nothing`() = assertNull(secrets().load("service/account"))

    @Test
    fun `a second one of a name replaces the first`() {
        secrets().keep("name", secret)
        secrets().keep("name", byteArrayOf())
        secrets().keep("name", byteArrayOf(7))
        assertContentEquals(byteArrayOf(7), secrets().load("name"))
    }

    @Test
    fun `a deleted one is gone, and can be deleted again`() {
        secrets().keep("name", secret)
        secrets().delete("name")
        secrets().delete("name")
        assertNull(secrets().load("name"))
    }

    @Test
    fun `any name will do`() {
        val names = listOf("", "../../up", "a/b", "ИНН 🙂", "x".repeat(10_000), "nul\u0000")
        names.forEachIndexed { at, name -> secrets().keep(name, byteArrayOf(at.toByte())) }
        names.forEachIndexed { at, name -> assertContentEquals(byteArrayOf(at.toByte()), secrets().load(name)) }
    }

    @Test
    fun `the file shows nothing of the secret`() {
        secrets().keep("name", ByteArray(10_000) { 'x'.code.toByte() })
        val kept = Files.readAllBytes(files().single())
        assertFalse(kept.decodeToString().contains("xxx"))
    }

    @Test
    fun `a file in another's place does not open`() {
        secrets().keep("mine", secret)
        val mine = files().single()
        secrets().keep("yours", byteArrayOf(1))
        val yours = files().single { it != mine }
        Files.write(mine, Files.readAllBytes(yours))
        assertFailsWith<Exception> { secrets().load("mine") }
    }

    @Test
    fun `a torn file is a failure and no crash`() {
        secrets().keep("name", secret)
        val file = files().single()
        val whole = Files.readAllBytes(file)
        for (length in whole.indices) {
            Files.write(file, whole.copyOf(length))
            assertFailsWith<PlatformException.Failed> { answer { secrets().load("name") } }
        }
    }

    @Test
    fun `a key that the phone forgot is said to be gone`() {
        secrets().keep("name", secret)
        FakeKeyStore.keys.clear()
        assertFailsWith<PlatformException.Invalidated> { answer { secrets().load("name") } }
    }

    @Test
    fun `a locked phone denies, and gives it back once it is open`() {
        secrets().keep("name", secret)
        FakeKeyStore.isLocked = true
        assertFailsWith<PlatformException.Denied> { answer { secrets().load("name") } }
        FakeKeyStore.isLocked = false
        assertContentEquals(secret, secrets().load("name"))
    }

    @Test
    fun `storage that is denied is said to be denied`() {
        // A file stands where the folder should be.
        Files.write(path(), secret)
        assertFailsWith<PlatformException> { answer { secrets().keep("name", secret) } }
        assertFailsWith<PlatformException> { answer { secrets().load("name") } }
    }
}
