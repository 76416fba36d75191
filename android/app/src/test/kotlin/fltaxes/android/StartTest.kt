package fltaxes.android

import android.app.Activity
import android.app.NotificationManager
import android.content.Intent
import android.content.pm.ApplicationInfo
import android.content.pm.PackageManager
import android.net.ConnectivityManager
import android.os.Build
import android.os.Looper
import androidx.compose.ui.test.assertTextEquals
import androidx.compose.ui.test.junit4.v2.createEmptyComposeRule
import androidx.compose.ui.test.onNodeWithTag
import androidx.test.core.app.ActivityScenario
import fltaxes.core.CoreException
import fltaxes.core.EngineConfig
import fltaxes.core.EngineInterface
import fltaxes.core.Platform
import fltaxes.core.ScreenListener
import fltaxes.screen.Screen
import fltaxes.screen.Touch
import fltaxes.stage.oneOfEach
import org.junit.After
import org.junit.Rule
import org.junit.runner.RunWith
import org.robolectric.Robolectric
import org.robolectric.RobolectricTestRunner
import org.robolectric.RuntimeEnvironment
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config
import org.robolectric.annotation.Implementation
import org.robolectric.annotation.Implements
import org.robolectric.shadow.api.Shadow
import org.robolectric.shadows.ShadowActivity
import org.robolectric.shadows.ShadowLog
import org.robolectric.shadows.ShadowNetwork
import java.io.File
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertFalse
import kotlin.test.assertIs

/** The app with an engine that writes down what it is told. */
class NotingApplication : TaxesApplication() {
    val configs = mutableListOf<EngineConfig>()
    val links = mutableListOf<String>()
    var networks = 0
    var closed = 0

    /** What opening an engine throws. */
    var problem: Throwable? = null

    override fun open(
        config: EngineConfig,
        platform: Platform,
    ): EngineInterface {
        configs += config
        problem?.let { throw it }
        return object : EngineInterface {
            override fun screen(): Screen = oneOfEach()

            override fun touch(touch: Touch) = Unit

            override fun typed(
                field: String,
                text: String,
            ) = Unit

            override fun back() = Unit

            override fun follow(link: String) {
                links += link
            }

            override fun networkIsBack() {
                networks++
            }

            override fun asset(key: String) = null

            override fun subscribe(listener: ScreenListener) = Unit

            override fun shutdown() {
                closed++
            }
        }
    }
}

/** A window that notes whether the list of recent apps may picture it. */
@Implements(Activity::class)
class RecentApps : ShadowActivity() {
    var isPictured = true

    @Suppress("unused")
    @Implementation(minSdk = Build.VERSION_CODES.TIRAMISU)
    fun setRecentsScreenshotEnabled(enabled: Boolean) {
        isPictured = enabled
    }
}

@RunWith(RobolectricTestRunner::class)
@Config(application = NotingApplication::class)
class StartTest {
    @get:Rule
    val compose = createEmptyComposeRule()

    private val app = app<NotingApplication>()
    private var scenario: ActivityScenario<MainActivity>? = null

    @After
    fun close() {
        scenario?.close()
    }

    private fun open(intent: Intent.() -> Unit = {}) {
        scenario = ActivityScenario.launch(Intent(app, MainActivity::class.java).apply(intent))
        compose.waitForIdle()
    }

    private fun words() = compose.onNodeWithTag("cannot-start")

    @Test
    fun `the profile in the app is the repository's own`() {
        open()
        val config = app.configs.single()
        assertEquals(File("../../core/gateway/profiles/lkfl2.toml").readText(), config.serviceProfile)
        assertEquals(File(app.noBackupFilesDir, "core").path, config.dataFolder)
    }

    @Test
    fun `a build that can be debugged takes another profile from whoever starts it`() {
        open { putExtra(MainActivity.EXTRA_PROFILE, "name = \"sandbox\"") }
        assertEquals("name = \"sandbox\"", app.configs.single().serviceProfile)
    }

    @Test
    fun `any other build takes its own`() {
        app.applicationInfo.flags = app.applicationInfo.flags and ApplicationInfo.FLAG_DEBUGGABLE.inv()
        open { putExtra(MainActivity.EXTRA_PROFILE, "name = \"sandbox\"") }
        assertEquals(File("../../core/gateway/profiles/lkfl2.toml").readText(), app.configs.single().serviceProfile)
    }

    @Test
    fun `an engine that does not start is said, and tried again`() {
        app.problem = CoreException.System()
        open()
        words().assertTextEquals(app.getString(R.string.core_refused))
        app.problem = null
        scenario?.recreate()
        compose.waitForIdle()
        words().assertDoesNotExist()
        assertIs<Started.Running>(app.holder.start())
        assertEquals(2, app.configs.size)
    }

    @Test
    fun `a link that starts the app is sent once, and not again from the list of recent apps`() {
        open {
            action = Intent.ACTION_VIEW
            data = android.net.Uri.parse("fltaxes://operations")
        }
        scenario?.recreate()
        assertEquals(listOf("fltaxes://operations"), app.links)
        app.links.clear()
        scenario?.close()
        open {
            action = Intent.ACTION_VIEW
            data = android.net.Uri.parse("fltaxes://operations")
            flags = Intent.FLAG_ACTIVITY_LAUNCHED_FROM_HISTORY
        }
        assertEquals(emptyList(), app.links)
    }

    /** What a browser opens once it is done, as it comes: a code, a state, and signs of every kind. */
    private val redirects =
        listOf(
            "fltaxes://esia?code=made%20up-zulu&state=%D1%8F&error=",
            "fltaxes://recovery?token=made.up-yoke/=%2B&login=x#end",
        )

    private fun view(link: String) =
        Intent(Intent.ACTION_VIEW, android.net.Uri.parse(link)).addCategory(Intent.CATEGORY_BROWSABLE)

    // Words that no address of an object holds.
    private fun isInNoLog() {
        for (secret in listOf("zulu", "yoke", "made")) {
            assertEquals(emptyList(), ShadowLog.getLogs().filter { secret in "${it.tag} ${it.msg} ${it.throwable}" })
        }
    }

    @Test
    fun `a browser's way back starts the app, with the link as it is, and is in no log`() {
        for (link in redirects) {
            val found = app.packageManager.resolveActivity(view(link), PackageManager.MATCH_DEFAULT_ONLY)
            assertEquals(MainActivity::class.java.name, found?.activityInfo?.name, link)
            app.links.clear()
            open {
                action = Intent.ACTION_VIEW
                data = android.net.Uri.parse(link)
            }
            assertEquals(listOf(link), app.links)
            scenario?.recreate()
            assertEquals(listOf(link), app.links, "a window that is made anew is not led again")
            scenario?.close()
        }
        isInNoLog()
    }

    @Test
    fun `it leads into the app that is there already, too`() {
        val window = Robolectric.buildActivity(MainActivity::class.java).setup()
        compose.waitForIdle()
        app.links.clear()
        redirects.forEach { window.newIntent(view(it)) }
        assertEquals(redirects, app.links)
        isInNoLog()
        window.pause().stop().destroy()
    }

    @Test
    fun `what a sign-in page gives to this app alone is a link as any other, and a page that is closed is none`() {
        val window = Robolectric.buildActivity(MainActivity::class.java).setup()
        compose.waitForIdle()
        app.links.clear()
        for (answer in listOf(view(redirects[0]), null)) {
            window.get().signIn.launch(Intent(Intent.ACTION_VIEW))
            val asked = shadowOf(window.get()).nextStartedActivity
            val code = if (answer == null) Activity.RESULT_CANCELED else Activity.RESULT_OK
            shadowOf(window.get()).receiveResult(asked, code, answer)
        }
        assertEquals(listOf(redirects[0]), app.links)
        isInNoLog()
        window.pause().stop().destroy()
    }

    @Test
    @Config(shadows = [RecentApps::class])
    fun `the list of recent apps has no picture of it`() {
        open()
        scenario?.onActivity { assertEquals(false, Shadow.extract<RecentApps>(it).isPictured) }
    }

    @Test
    fun `another network is told to the core, until it is closed`() {
        open()
        val manager = shadowOf(app.getSystemService(ConnectivityManager::class.java))
        val callback = manager.networkCallbacks.single()
        app.networks = 0
        callback.onAvailable(ShadowNetwork.newInstance(77))
        shadowOf(Looper.getMainLooper()).idle()
        assertEquals(1, app.networks)
        app.holder.close()
        assertEquals(emptySet(), manager.networkCallbacks)
        assertEquals(1, app.closed)
    }

    @Test
    fun `the app has one engine, however often its window is made`() {
        open()
        scenario?.recreate()
        scenario?.close()
        open()
        assertEquals(1, app.configs.size)
    }

    @Test
    @Config(qualifiers = "ru")
    fun `the system's words are in Russian`() {
        assertEquals("Мои налоги", app.getString(R.string.app_name))
    }

    @Test
    @Config(qualifiers = "en")
    fun `the system's words are in English, and follow the phone`() {
        assertEquals("My Taxes", app.getString(R.string.app_name))
        RuntimeEnvironment.setQualifiers("ru")
        assertEquals("Мои налоги", app.getString(R.string.app_name))
    }

    /** A channel in the phone's settings promises that something comes through it. */
    @Test
    fun `nothing notifies, so there is nothing to switch off`() {
        open()
        val channels = app.getSystemService(NotificationManager::class.java).notificationChannels
        assertEquals(emptyList(), channels)
        assertFalse(File("src/main").walk().filter { it.isFile }.any { "NotificationChannel" in it.readText() })
    }
}
