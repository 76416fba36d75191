package fltaxes.android

import android.content.Intent
import android.net.Uri
import android.view.WindowManager
import androidx.compose.ui.test.assertIsDisplayed
import androidx.compose.ui.test.assertTextContains
import androidx.compose.ui.test.hasAnyDescendant
import androidx.compose.ui.test.hasTestTag
import androidx.compose.ui.test.hasText
import androidx.compose.ui.test.junit4.v2.createEmptyComposeRule
import androidx.compose.ui.test.onNodeWithTag
import androidx.compose.ui.test.performClick
import androidx.compose.ui.test.performTextInput
import org.junit.After
import org.junit.Rule
import org.junit.runner.RunWith
import org.robolectric.Robolectric
import org.robolectric.RobolectricTestRunner
import org.robolectric.RuntimeEnvironment
import org.robolectric.annotation.Config
import java.io.File
import java.security.Security
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertNotEquals
import kotlin.test.assertNotSame
import kotlin.test.assertTrue

private const val PIN = "246810"

/** The real window with the real core: clicked, typed into and turned. */
@RunWith(RobolectricTestRunner::class)
@Config(application = StagedApplication::class, qualifiers = "w411dp-h891dp-port-420dpi")
class MainActivityTest {
    @get:Rule
    val compose = createEmptyComposeRule()

    private val app = app<StagedApplication>()
    private val card by lazy { app.theatre.cards().first { it.key == "debt" } }
    private val window by lazy { Robolectric.buildActivity(MainActivity::class.java).setup() }

    @After
    fun close() {
        window.pause().stop().destroy()
    }

    private fun settle() {
        // A window that was just made listens only once it is drawn: what it hears then is drawn in the second round.
        repeat(2) {
            app.theatre.pace().use { it.settle() }
            compose.waitForIdle()
        }
    }

    private fun node(tag: String) = compose.onNodeWithTag(tag, useUnmergedTree = true)

    private fun screen(id: String) = node("screen:$id").assertExists("this is not $id")

    private fun type(
        tag: String,
        text: String,
    ) {
        node(tag).performTextInput(text)
        settle()
    }

    private fun tap(tag: String) {
        node(tag).performClick()
        settle()
    }

    private fun open() {
        window
        settle()
    }

    private fun signIn() {
        open()
        type("inn", card.inn)
        type("password", card.password)
        tap("sign-in")
    }

    private fun choosePin() {
        type("pin", PIN)
        type("pin-again", PIN)
        tap("keep-pin")
    }

    private fun turn(to: String) {
        val before = window.get()
        RuntimeEnvironment.setQualifiers("+$to")
        window.recreate()
        assertNotSame(before, window.get(), "the window was not made anew")
        settle()
    }

    @Test
    fun `a person signs in and sees where one stands`() {
        signIn()
        screen("choose-pin")
        choosePin()
        screen("home")
        compose
            .onNode(
                hasTestTag("status") and hasAnyDescendant(hasText("646", substring = true)),
                true,
            ).assertIsDisplayed()
    }

    @Test
    fun `turning the phone while signing in loses neither the text nor the engine`() {
        open()
        type("inn", card.inn)
        type("password", card.password)
        turn("land")
        node("inn").assertTextContains(card.inn)
        node("sign-in").performClick()
        // And once more while the service is asked.
        turn("port")
        screen("choose-pin")
        type("pin", PIN)
        turn("land")
        type("pin-again", PIN)
        tap("keep-pin")
        screen("home")
        assertEquals(1, app.opened)
    }

    @Test
    fun `another run of the app asks for the PIN and opens with the phone's secret`() {
        signIn()
        choosePin()
        val secrets = File(app.noBackupFilesDir, "secrets/device").list().orEmpty()
        assertNotEquals(0, secrets.size)

        app.holder.close()
        window.recreate()
        settle()
        screen("unlock")
        type("pin", PIN)
        tap("unlock")
        screen("home")
        assertEquals(2, app.opened)
    }

    @Test
    fun `a phone that keeps nothing is a message and no end`() {
        // A file stands where the secrets' folder should be.
        File(app.noBackupFilesDir, "secrets").writeBytes(byteArrayOf())
        signIn()
        choosePin()
        screen("choose-pin")
    }

    @Test
    fun `a key store that refuses is a message and no end`() {
        Security.removeProvider(Keys.STORE)
        signIn()
        choosePin()
        screen("choose-pin")
    }

    @Test
    fun `a link leads into the app, once`() {
        signIn()
        choosePin()
        window.newIntent(Intent(Intent.ACTION_VIEW, Uri.parse("fltaxes://operations")))
        settle()
        screen("operations")
        tap("tab-home")
        turn("land")
        screen("home")
    }

    @Test
    fun `anything may be typed`() {
        open()
        for (text in listOf("x".repeat(10_000), "مرحبا \u202e 🙂🇷🇺 ", "\u0000\u0007")) type("inn", text)
        turn("land")
        screen("sign-in")
        node("inn").assertTextContains("🙂", substring = true)
    }

    private fun flags() =
        window
            .get()
            .window.attributes.flags

    @Test
    fun `nobody photographs the screen`() {
        open()
        assertTrue(flags() and WindowManager.LayoutParams.FLAG_SECURE != 0)
        turn("land")
        assertTrue(flags() and WindowManager.LayoutParams.FLAG_SECURE != 0)
    }
}
