package fltaxes.android

import fltaxes.core.BiometricPrompt
import fltaxes.core.PlatformException
import kotlinx.coroutines.runBlocking
import org.junit.Before
import org.junit.Rule
import org.junit.rules.TemporaryFolder
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import javax.crypto.Cipher
import kotlin.test.Test
import kotlin.test.assertContentEquals
import kotlin.test.assertEquals
import kotlin.test.assertFailsWith

@RunWith(RobolectricTestRunner::class)
class PersonSecretsTest {
    @get:Rule
    val folder = TemporaryFolder()

    private val prompt = BiometricPrompt("title", "reason", "cancel")
    private val secret = "a secret".encodeToByteArray()
    private val asked = mutableListOf<BiometricPrompt>()

    /** A person who says yes, or what is thrown here. */
    private var refusal: PlatformException? = null

    @Before
    fun store() = FakeKeyStore.install()

    private fun secrets() =
        PersonSecrets(
            Keys(strongBox = false, shutWhileLocked = true),
            SealedFiles(folder.root.toPath()),
        ) { prompt, cipher -> agree(prompt, cipher) }

    private fun agree(
        prompt: BiometricPrompt,
        cipher: Cipher,
    ): Cipher {
        asked += prompt
        refusal?.let { throw it }
        FakeKeyStore.keys.values.forEach { it.agreed = true }
        return cipher
    }

    @Test
    fun `what was kept comes back when the person agrees, and asks each time`() =
        runBlocking {
            secrets().keep("name", secret, prompt)
            assertContentEquals(secret, secrets().load("name", prompt))
            assertContentEquals(secret, secrets().load("name", prompt))
            assertEquals(List(3) { prompt }, asked)
        }

    @Test
    fun `a person who says no keeps nothing and gets nothing`(): Unit =
        runBlocking {
            refusal = PlatformException.Cancelled()
            assertFailsWith<PlatformException.Cancelled> { secrets().keep("name", secret, prompt) }
            refusal = null
            assertFailsWith<PlatformException.Unavailable> { secrets().load("name", prompt) }

            secrets().keep("name", secret, prompt)
            refusal = PlatformException.Cancelled()
            assertFailsWith<PlatformException.Cancelled> { secrets().load("name", prompt) }
        }

    @Test
    fun `a new finger ends what the old ones guarded, before anybody is asked`(): Unit =
        runBlocking {
            secrets().keep("name", secret, prompt)
            asked.clear()
            FakeKeyStore.addFinger()
            assertFailsWith<PlatformException.Invalidated> { secrets().load("name", prompt) }
            assertEquals(emptyList(), asked)

            // And it can be kept anew.
            secrets().keep("name", secret, prompt)
            assertContentEquals(secret, secrets().load("name", prompt))
        }

    @Test
    fun `a key that the phone dropped is the same as a new finger`(): Unit =
        runBlocking {
            secrets().keep("name", secret, prompt)
            FakeKeyStore.keys.clear()
            assertFailsWith<PlatformException.Invalidated> { secrets().load("name", prompt) }
        }

    @Test
    fun `what passes is no new finger`(): Unit =
        runBlocking {
            secrets().keep("name", secret, prompt)
            FakeKeyStore.isUnwell = true
            assertFailsWith<PlatformException.Failed> { answer { secrets().load("name", prompt) } }
            FakeKeyStore.isUnwell = false
            FakeKeyStore.isLocked = true
            assertFailsWith<PlatformException.Denied> { answer { secrets().load("name", prompt) } }
            FakeKeyStore.isLocked = false
            assertContentEquals(secret, secrets().load("name", prompt))
        }

    @Test
    fun `where nobody is enrolled it is not to be had`(): Unit =
        runBlocking {
            FakeKeyStore.enrolled = false
            assertFailsWith<PlatformException.Unavailable> { secrets().keep("name", secret, prompt) }
        }

    @Test
    fun `what is forgotten is gone with its key`(): Unit =
        runBlocking {
            secrets().keep("name", secret, prompt)
            secrets().forget("name")
            secrets().forget("name")
            assertEquals(emptyMap(), FakeKeyStore.keys.toMap())
            assertFailsWith<PlatformException.Unavailable> { secrets().load("name", prompt) }
        }

    @Test
    fun `a cipher that nobody agreed to gives nothing`(): Unit =
        runBlocking {
            secrets().keep("name", secret, prompt)
            val rash = PersonSecrets(Keys(strongBox = false), SealedFiles(folder.root.toPath())) { _, cipher -> cipher }
            assertFailsWith<PlatformException.Failed> { answer { rash.load("name", prompt) } }
        }
}
