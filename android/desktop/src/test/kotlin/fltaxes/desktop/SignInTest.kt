package fltaxes.desktop

import fltaxes.core.PlatformException
import kotlinx.coroutines.CoroutineStart
import kotlinx.coroutines.Deferred
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.async
import kotlinx.coroutines.cancelAndJoin
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.supervisorScope
import kotlinx.coroutines.withTimeout
import org.junit.After
import java.io.IOException
import java.net.ConnectException
import java.net.InetAddress
import java.net.NetworkInterface
import java.net.Socket
import java.net.URI
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse
import java.time.Duration
import java.util.concurrent.TimeUnit
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertFailsWith
import kotlin.test.assertNotEquals
import kotlin.test.assertTrue
import kotlin.time.Duration.Companion.seconds

private const val PAGE = "https://esia.example.test/aas/oauth2/ac?client_id=made-up"
private val LONG = Duration.ofMinutes(5)

/** A sign-in in the browser, where the browser is a plain client. */
class SignInTest {
    private val client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(30)).build()
    private val opened = mutableListOf<URI>()
    private var onOpen: () -> Unit = {}
    private val platform =
        DesktopPlatform(LONG) {
            opened += it
            onOpen()
        }

    @After
    fun close() = platform.close()

    private fun get(
        address: String,
        method: String = "GET",
    ): HttpResponse<String> {
        val request =
            HttpRequest
                .newBuilder(URI(address))
                .timeout(Duration.ofSeconds(30))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build()
        return client.send(request, HttpResponse.BodyHandlers.ofString())
    }

    private fun signIn(redirect: String): String =
        runBlocking { withTimeout(60.seconds) { platform.openSignIn(PAGE, redirect) } }

    /** Begins a sign-in that waits for the browser, and looks at how it ends. */
    private fun waiting(then: suspend (String, Deferred<String>) -> Unit) =
        runBlocking(Dispatchers.Default) {
            withTimeout(60.seconds) {
                supervisorScope {
                    val redirect = platform.signInRedirect()
                    // It is waited for the browser when this returns.
                    then(redirect, async(start = CoroutineStart.UNDISPATCHED) { platform.openSignIn(PAGE, redirect) })
                }
            }
        }

    /** Nobody listens there any more. That is so as soon as the system has let go of the port. */
    private fun isGone(redirect: String): Boolean {
        val at = URI(redirect)
        val end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60)
        while (System.nanoTime() < end) {
            try {
                Socket(at.host, at.port).close()
            } catch (_: ConnectException) {
                return true
            }
            Thread.onSpinWait()
        }
        return false
    }

    @Test
    fun theBrowserComesBackOnce() {
        val redirect = platform.signInRedirect()
        assertTrue(Regex("http://127\\.0\\.0\\.1:\\d+/esia").matches(redirect), redirect)
        val query = "?code=made%20up&state=%D1%8F&error="
        var page = ""
        onOpen = {
            val response = get(redirect + query)
            assertEquals(200, response.statusCode())
            page = response.body()
            assertEquals("no-store", response.headers().firstValue("Cache-Control").get())
        }
        assertEquals(redirect + query, signIn(redirect), "the address comes back as it was")
        assertEquals(listOf(URI(PAGE)), opened)
        assertEquals("✓", page.replace(Regex("<title>.*</title>|<[^>]*>|\\s"), ""), "it speaks no language")
        assertTrue(isGone(redirect))
        assertFailsWith<PlatformException.Cancelled> { signIn(redirect) }
        assertEquals(1, opened.size, "what has ended opens nothing")
    }

    @Test
    fun onlyTheRedirectCounts() {
        val redirect = platform.signInRedirect()
        val port = URI(redirect).port
        onOpen = {
            assertEquals(404, get(redirect).statusCode(), "it brings nothing")
            assertEquals(404, get("http://127.0.0.1:$port/favicon.ico?code=1").statusCode())
            assertEquals(404, get("$redirect/more?code=1").statusCode())
            assertEquals(404, get("${redirect}more?code=1").statusCode())
            assertEquals(421, get("http://localhost:$port/esia?code=1").statusCode(), "another name")
            for (method in listOf("POST", "HEAD")) assertEquals(405, get("$redirect?code=1", method).statusCode())
            assertEquals(414, get("$redirect?code=" + "x".repeat(9_000)).statusCode())
            get("$redirect?code=2")
        }
        assertEquals("$redirect?code=2", signIn(redirect))
    }

    @Test
    fun noOtherMachineReachesIt() {
        val port = URI(platform.signInRedirect()).port
        NetworkInterface
            .networkInterfaces()
            .flatMap { it.inetAddresses() }
            .filter { !it.isLoopbackAddress }
            .forEach { assertFailsWith<IOException>("$it") { Socket(it as InetAddress, port).close() } }
    }

    @Test
    fun anotherSignInEndsTheOneBefore() {
        waiting { redirect, answer ->
            val next = platform.signInRedirect()
            assertNotEquals(redirect, next)
            assertFailsWith<PlatformException.Cancelled> { answer.await() }
            assertTrue(isGone(redirect))
            onOpen = { get("$next?code=next") }
            assertEquals("$next?code=next", platform.openSignIn(PAGE, next))
        }
    }

    @Test
    fun theAppThatClosesEndsIt() {
        waiting { redirect, answer ->
            platform.close()
            assertFailsWith<PlatformException.Cancelled> { answer.await() }
            assertTrue(isGone(redirect))
            assertFailsWith<PlatformException.Unavailable> { platform.signInRedirect() }
        }
    }

    @Test
    fun whoeverWaitsNoLongerEndsIt() {
        waiting { redirect, answer ->
            answer.cancelAndJoin()
            assertTrue(isGone(redirect))
        }
    }

    @Test
    fun patienceHasAnEnd() {
        val hasty = DesktopPlatform(Duration.ofMillis(1)) {}
        assertFailsWith<PlatformException.Cancelled> {
            runBlocking { withTimeout(60.seconds) { hasty.openSignIn(PAGE, hasty.signInRedirect()) } }
        }
        // One that nobody went on with ends too.
        assertTrue(isGone(hasty.signInRedirect()))
    }

    @Test
    fun aBrowserThatDoesNotOpenEndsIt() {
        for ((failure, meaning) in listOf(
            IOException() to PlatformException.Failed::class,
            PlatformException.Unavailable() to PlatformException.Unavailable::class,
        )) {
            val redirect = platform.signInRedirect()
            onOpen = { throw failure }
            assertFailsWith(meaning) { signIn(redirect) }
            assertTrue(isGone(redirect))
        }
    }

    @Test
    fun noOtherKindOfPageOpens() {
        for (page in listOf("file:///etc/passwd", "javascript:alert(1)", "", "not a link", "x".repeat(10_000))) {
            val redirect = platform.signInRedirect()
            assertFailsWith<PlatformException.Denied>(page.take(20)) {
                runBlocking { platform.openSignIn(page, redirect) }
            }
            assertFailsWith<PlatformException.Denied>(page.take(20)) { runBlocking { platform.openLink(page) } }
        }
        assertEquals(emptyList(), opened)
    }
}
