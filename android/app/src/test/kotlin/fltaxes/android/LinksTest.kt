package fltaxes.android

import android.app.Activity
import android.content.ComponentName
import android.content.Intent
import android.content.IntentFilter
import android.net.Uri
import androidx.activity.ComponentActivity
import androidx.browser.auth.AuthTabIntent
import androidx.browser.customtabs.CustomTabsIntent
import fltaxes.core.PlatformException
import kotlinx.coroutines.runBlocking
import org.junit.Before
import org.junit.runner.RunWith
import org.robolectric.Robolectric
import org.robolectric.RobolectricTestRunner
import org.robolectric.RuntimeEnvironment
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertFailsWith
import kotlin.test.assertNull
import kotlin.test.assertTrue

/** A window that notes how sign-in pages end. */
class SigningWindow :
    ComponentActivity(),
    Links.SignInWindow {
    val answers = mutableListOf<String?>()

    override val signIn =
        AuthTabIntent.registerActivityResultLauncher(this) { answers += it.resultUri?.toString() }
}

@RunWith(RobolectricTestRunner::class)
@Config(application = android.app.Application::class)
class LinksTest {
    private val application = RuntimeEnvironment.getApplication()
    private val foreground = Foreground().also(application::registerActivityLifecycleCallbacks)
    private val links = Links(foreground)

    private fun window() = Robolectric.buildActivity(Activity::class.java).setup()

    @Before
    fun strict() = shadowOf(application).checkActivities(true)

    private fun browser() {
        val browser = ComponentName("browser", "Browser")
        shadowOf(application.packageManager).run {
            addActivityIfNotPresent(browser)
            addIntentFilterForActivity(
                browser,
                IntentFilter(Intent.ACTION_VIEW).apply {
                    addCategory(Intent.CATEGORY_DEFAULT)
                    addDataScheme("https")
                    addDataScheme("http")
                },
            )
        }
    }

    @Test
    fun `a page opens in the browser`() {
        browser()
        val window = window()
        answer { links.open("https://lkfl2.nalog.ru/lkfl/login") }
        val started = shadowOf(window.get()).nextStartedActivity
        assertEquals(Intent.ACTION_VIEW, started.action)
        assertEquals("https://lkfl2.nalog.ru/lkfl/login", started.dataString)
    }

    @Test
    fun `a sign-in opens in the browser too, and comes back as a link`() {
        browser()
        val window = Robolectric.buildActivity(SigningWindow::class.java).setup()
        val phone = PhonePlatform.of(application, foreground, Picking(application, foreground))
        assertEquals("fltaxes://esia", phone.signInRedirect())
        val page = "https://esia.example.test/ac?client_id=made-up&state=1"
        assertNull(runBlocking { phone.openSignIn(page, phone.signInRedirect()) }, "nothing is waited for")
        val started = shadowOf(window.get()).nextStartedActivity
        assertEquals(Intent.ACTION_VIEW, started.action)
        assertEquals(page, started.dataString)
        // A tab of the browser's own, over the app, that answers to nobody else; the app sees none of it, and the browser keeps none.
        assertTrue(started.hasExtra(CustomTabsIntent.EXTRA_SESSION))
        assertTrue(started.getBooleanExtra(AuthTabIntent.EXTRA_LAUNCH_AUTH_TAB, false))
        assertEquals("fltaxes", started.getStringExtra(AuthTabIntent.EXTRA_REDIRECT_SCHEME))
        assertTrue(started.getBooleanExtra(CustomTabsIntent.EXTRA_ENABLE_EPHEMERAL_BROWSING, false))
        val answer = Intent().setData(Uri.parse("fltaxes://esia?code=a%2Fb%20c&state=1"))
        shadowOf(window.get()).receiveResult(started, Activity.RESULT_OK, answer)
        assertEquals<List<String?>>(listOf("fltaxes://esia?code=a%2Fb%20c&state=1"), window.get().answers)
        assertFailsWith<PlatformException.Denied> { runBlocking { phone.openSignIn("fltaxes://x", "fltaxes://esia") } }
        window.pause().stop()
        assertFailsWith<PlatformException.Denied> { runBlocking { phone.openSignIn(page, "fltaxes://esia") } }
    }

    @Test
    fun `a phone without a browser says so of a sign-in too`() {
        Robolectric.buildActivity(SigningWindow::class.java).setup()
        assertFailsWith<PlatformException.Unavailable> {
            answer { links.signIn("https://esia.example.test/ac", "fltaxes://esia") }
        }
    }

    @Test
    fun `no other kind of link leaves the app`() {
        browser()
        val window = window()
        for (url in listOf(
            "intent://x#Intent;end",
            "file:///data",
            "javascript:alert(1)",
            "content://x",
            "",
            "x".repeat(10_000),
        )) {
            assertFailsWith<PlatformException.Denied>(url.take(20)) { answer { links.open(url) } }
        }
        assertNull(shadowOf(window.get()).nextStartedActivity)
    }

    @Test
    fun `a phone without a browser says so`() {
        window()
        assertFailsWith<PlatformException.Unavailable> { answer { links.open("https://example.org") } }
    }

    @Test
    fun `nothing opens while nobody looks`() {
        browser()
        val window = window()
        window.pause().stop()
        assertFailsWith<PlatformException.Denied> { answer { links.open("https://example.org") } }
    }
}
