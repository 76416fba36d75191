package fltaxes.ui

import androidx.compose.runtime.CompositionLocalProvider
import androidx.compose.runtime.getValue
import androidx.compose.runtime.key
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.saveable.LocalSaveableStateRegistry
import androidx.compose.runtime.saveable.SaveableStateRegistry
import androidx.compose.runtime.setValue
import androidx.compose.ui.semantics.SemanticsActions
import androidx.compose.ui.semantics.SemanticsProperties
import androidx.compose.ui.semantics.getOrNull
import androidx.compose.ui.test.ComposeUiTest
import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.assertContentDescriptionEquals
import androidx.compose.ui.test.assertIsNotEnabled
import androidx.compose.ui.test.assertTextContains
import androidx.compose.ui.test.onNodeWithTag
import androidx.compose.ui.test.performClick
import androidx.compose.ui.test.performTextClearance
import androidx.compose.ui.test.performTextInput
import androidx.compose.ui.test.performTextReplacement
import androidx.compose.ui.test.v2.runDesktopComposeUiTest
import androidx.compose.ui.unit.LayoutDirection
import fltaxes.screen.Block
import fltaxes.screen.Field
import fltaxes.screen.FieldKind
import fltaxes.screen.Reveal
import fltaxes.screen.Screen
import fltaxes.stage.oneOfEach
import fltaxes.ui.story.Eyes
import org.junit.Test
import kotlin.test.assertEquals
import kotlin.test.assertFalse
import kotlin.test.assertNotNull
import kotlin.test.assertTrue

@OptIn(ExperimentalTestApi::class)
class TypingTest {
    private val field =
        Field(
            "inn",
            "form/inn",
            "INN",
            FieldKind.LOGIN,
            secret = false,
            "",
            1u,
            null,
            null,
            enabled = true,
            submit = null,
            reveal = null,
            count = null,
            calendar = null,
        )
    private val secret = field.copy(key = "pin", id = "form/pin", label = "PIN", kind = FieldKind.PIN, secret = true)
    private val password =
        secret.copy(
            key = "password",
            id = "form/password",
            kind = FieldKind.PASSWORD,
            reveal = Reveal("Show the password", "Hide the password"),
        )

    private fun form(vararg fields: Field): Screen = oneOfEach().with(*fields.map { Block.Field(it) }.toTypedArray())

    private fun ComposeUiTest.text(key: String): String? =
        onNodeWithTag(key)
            .fetchSemanticsNode()
            .config
            .getOrNull(SemanticsProperties.EditableText)
            ?.text

    @Test
    fun everyEditIsSentWhole() =
        rig(form(field)) { rig ->
            onNodeWithTag("inn").performTextInput("7")
            onNodeWithTag("inn").performTextInput("70")
            assertEquals(listOf("7", "770").map { Sent.Typed("form/inn", it) }, rig.core.sent.toList())
            onNodeWithTag("inn").performTextClearance()
            assertEquals(Sent.Typed("form/inn", ""), rig.core.sent.last())
        }

    @Test
    fun whatIsTypedSurvivesARefresh() =
        rig(form(field)) { rig ->
            onNodeWithTag("inn").performTextInput("7700")
            rig.say(form(field.copy(value = "7", hint = "12 digits")).copy(title = "Refreshed"))
            assertEquals("7700", text("inn"))
        }

    @Test
    fun aNewRevisionSetsTheText() =
        rig(form(field)) { rig ->
            onNodeWithTag("inn").performTextInput("7700")
            rig.say(form(field.copy(value = "from the core", revision = 2u)))
            assertEquals("from the core", text("inn"))
            onNodeWithTag("inn").performTextInput("!")
            assertEquals(Sent.Typed("form/inn", "from the core!"), rig.core.sent.last())
        }

    @Test
    fun aFieldThatComesIntoViewTakesTheCoresValue() =
        rig(form(field.copy(value = "7701"))) { rig ->
            assertEquals("7701", text("inn"))
            rig.say(form(secret))
            rig.say(form(field.copy(value = "7702")))
            assertEquals("7702", text("inn"))
        }

    @Test
    fun aSecretIsNeverShownUnlessAskedFor() =
        rig(form(password)) {
            onNodeWithTag("password").performTextInput("made-up")
            assertFalse("made-up" in text("password").orEmpty())
            onNodeWithTag("password/show").assertContentDescriptionEquals("Show the password").performClick()
            assertEquals("made-up", text("password"))
            onNodeWithTag("password").performTextInput("!")
            assertEquals("made-up!", text("password"), "typing on hides nothing")
            onNodeWithTag("password/show").assertContentDescriptionEquals("Hide the password").performClick()
            assertFalse("made-up" in text("password").orEmpty())
        }

    @Test
    fun onlyWhatMayBeLookedAtCanBe() =
        rig(form(secret, field.copy(reveal = password.reveal))) { rig ->
            onNodeWithTag("pin/show").assertDoesNotExist()
            onNodeWithTag("inn/show").assertDoesNotExist()
            rig.say(form(password.copy(enabled = false)))
            onNodeWithTag("password/show").assertIsNotEnabled()
        }

    /** A secret that is looked at, and what comes then. */
    private fun lookedAt(then: ComposeUiTest.(Rig) -> Unit) =
        rig(form(password, field)) { rig ->
            onNodeWithTag("password").performTextInput("made-up")
            onNodeWithTag("password/show").performClick()
            assertEquals("made-up", text("password"))
            then(rig)
        }

    @Test
    fun aRefreshLeavesItInView() =
        lookedAt { rig ->
            rig.say(form(password.copy(hint = "8 letters"), field))
            assertEquals("made-up", text("password"))
        }

    @Test
    fun aStoryTapsItByItsKey() =
        rig(form(password)) {
            onNodeWithTag("password").performTextInput("made-up")
            val show = assertNotNull(Eyes(this).bring("password/show"))
            assertTrue(SemanticsActions.OnClick in show.fetchSemanticsNode().config, "a story asks before it touches")
            show.performClick()
            assertEquals("made-up", Eyes(this).at("password")?.lines()?.single { "made" in it })
        }

    @Test
    fun aNewRevisionHidesItAgain() =
        lookedAt { rig ->
            rig.say(form(password.copy(revision = 2u), field))
            onNodeWithTag("password").performTextInput("other")
            assertFalse("other" in text("password").orEmpty())
        }

    @Test
    fun aFieldThatLeftComesBackHidden() =
        lookedAt { rig ->
            rig.say(form(field))
            rig.say(form(password, field))
            onNodeWithTag("password").performTextInput("other")
            assertFalse("other" in text("password").orEmpty())
        }

    @Test
    fun whatMayNoLongerBeLookedAtIsHidden() =
        lookedAt { rig ->
            rig.say(form(password.copy(reveal = null), field))
            assertFalse("made-up" in text("password").orEmpty())
        }

    @Test
    fun aSecretThatLeavesIsDropped() =
        rig(form(secret)) { rig ->
            onNodeWithTag("pin").performTextInput("246810")
            rig.say(form(field))
            rig.say(form(secret))
            assertEquals("", text("pin"))
            assertEquals("", rig.model.text(secret))
        }

    @Test
    fun tenKilobytesAreTyped() =
        rig(form(field.copy(key = "search", id = "form/search", kind = FieldKind.SEARCH))) { rig ->
            val long = "0123456789".repeat(1024)
            onNodeWithTag("search").performTextReplacement(long)
            assertEquals(long, text("search"))
            assertEquals(Sent.Typed("form/search", long), rig.core.sent.last())
            onNodeWithTag("search").performTextInput("!")
            assertEquals(long.length + 1, text("search")?.length)
        }

    @Test
    fun rightToLeftAndEmojiAreTyped() =
        rig(form(field.copy(kind = FieldKind.SEARCH)), direction = LayoutDirection.Rtl) { rig ->
            val words = "مرحبا 👨‍👩‍👧 שלום 🏳️‍🌈"
            onNodeWithTag("inn").performTextInput(words)
            onNodeWithTag("inn").assertTextContains(words)
            assertEquals(Sent.Typed("form/inn", words), rig.core.sent.last())
        }

    /** An Activity that is put away and made anew, with a model of its own or the same. */
    private fun recreated(
        first: Screen,
        type: ComposeUiTest.() -> Unit,
        check: ComposeUiTest.(FakeEngine) -> Unit,
    ) = runDesktopComposeUiTest {
        val core = FakeEngine(first)
        var registry by mutableStateOf(SaveableStateRegistry(null) { true })
        var model by mutableStateOf(AppModel(core))
        setContent {
            key(registry) {
                CompositionLocalProvider(LocalSaveableStateRegistry provides registry) { TaxpayerApp(model) }
            }
        }
        type()
        val kept = registry.performSave()
        model = AppModel(core)
        registry = SaveableStateRegistry(kept) { true }
        waitForIdle()
        check(core)
    }

    @Test
    fun whatIsTypedSurvivesRecreationAndTheCoreIsTold() =
        recreated(form(field, secret), {
            onNodeWithTag("inn").performTextInput("7700")
            onNodeWithTag("pin").performTextInput("246810")
        }) { core ->
            assertEquals("7700", text("inn"))
            assertEquals("", text("pin"), "a secret is not kept")
            assertEquals(Sent.Typed("form/inn", "7700"), core.sent.last())
        }

    @Test
    fun aSecretIsNotAmongWhatIsKept() =
        rig(form(field, secret)) { rig ->
            onNodeWithTag("inn").performTextInput("7700")
            onNodeWithTag("pin").performTextInput("246810")
            assertEquals(mapOf("form/inn" to "7700"), rig.model.keptTexts())
        }

    @Test
    fun whatBelongsToAnotherFormIsDropped() {
        val typed = Typed()
        typed.restore(mapOf("form/search" to "words of somebody else", "form/pin" to "246810"))
        typed.show(form(field, secret))
        assertTrue(typed.takeRestored().isEmpty())
        typed.show(form(field.copy(key = "search", id = "form/search")))
        assertEquals("", typed.text(field.copy(key = "search", id = "form/search")))
    }

    @Test
    fun aModelThatLivesOnKeepsItsTexts() {
        val model = AppModel(FakeEngine(form(field)))
        model.edit(field, "7700")
        model.restoreTexts(mapOf("form/inn" to "older"))
        assertEquals("7700", model.text(field))
    }
}
