package fltaxes.ui.blocks

import androidx.compose.runtime.CompositionLocalProvider
import androidx.compose.ui.ExperimentalComposeUiApi
import androidx.compose.ui.autofill.ContentDataType
import androidx.compose.ui.autofill.ContentType
import androidx.compose.ui.input.key.Key
import androidx.compose.ui.platform.ClipEntry
import androidx.compose.ui.platform.Clipboard
import androidx.compose.ui.platform.LocalClipboard
import androidx.compose.ui.semantics.SemanticsActions
import androidx.compose.ui.semantics.SemanticsProperties
import androidx.compose.ui.semantics.getOrNull
import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.onNodeWithTag
import androidx.compose.ui.test.performClick
import androidx.compose.ui.test.performKeyInput
import androidx.compose.ui.test.performSemanticsAction
import androidx.compose.ui.test.pressKey
import androidx.compose.ui.test.v2.runDesktopComposeUiTest
import androidx.compose.ui.text.input.ImeAction
import androidx.compose.ui.text.input.KeyboardType
import fltaxes.screen.Block
import fltaxes.screen.Field
import fltaxes.screen.FieldKind
import fltaxes.stage.oneOfEach
import fltaxes.ui.AppModel
import fltaxes.ui.FakeEngine
import fltaxes.ui.Sent
import fltaxes.ui.TaxpayerApp
import fltaxes.ui.with
import org.junit.Test
import org.junit.runner.RunWith
import org.junit.runners.Parameterized
import java.awt.datatransfer.StringSelection
import kotlin.test.assertEquals
import kotlin.test.assertNotEquals
import androidx.compose.ui.text.input.KeyboardCapitalization as Begins

/** How a kind of text is typed: its keyboard, who may fill it in, and whether it is hidden. */
class Typing(
    val keyboard: KeyboardType,
    val content: ContentType?,
    val isSecret: Boolean = false,
    val begins: Begins = Begins.None,
    val isLong: Boolean = false,
)

private val typings =
    mapOf(
        FieldKind.LOGIN to Typing(KeyboardType.Number, ContentType.Username),
        FieldKind.PASSWORD to Typing(KeyboardType.Password, ContentType.Password, isSecret = true),
        FieldKind.PIN to Typing(KeyboardType.NumberPassword, null, isSecret = true),
        FieldKind.NEW_PIN to Typing(KeyboardType.NumberPassword, null, isSecret = true),
        FieldKind.DIGITS to Typing(KeyboardType.Number, null),
        FieldKind.SEARCH to Typing(KeyboardType.Text, null),
        FieldKind.NEW_PASSWORD to Typing(KeyboardType.Password, ContentType.NewPassword, isSecret = true),
        FieldKind.EMAIL to Typing(KeyboardType.Email, ContentType.EmailAddress),
        FieldKind.PHONE to Typing(KeyboardType.Phone, ContentType.PhoneNumber),
        FieldKind.CODE to Typing(KeyboardType.Number, ContentType.SmsOtpCode),
        FieldKind.SECRET_WORDS to Typing(KeyboardType.Password, null, isSecret = true),
        FieldKind.LINK to Typing(KeyboardType.Uri, null),
        FieldKind.WORDS to Typing(KeyboardType.Text, null, begins = Begins.Sentences),
        FieldKind.LONG_WORDS to Typing(KeyboardType.Text, null, begins = Begins.Sentences, isLong = true),
        FieldKind.PERSON_NAME to Typing(KeyboardType.Text, null, begins = Begins.Words),
        FieldKind.ADDRESS to
            Typing(KeyboardType.Text, ContentType.PostalAddress, begins = Begins.Sentences, isLong = true),
        FieldKind.AMOUNT to Typing(KeyboardType.Decimal, null),
        FieldKind.DAY to Typing(KeyboardType.Decimal, null),
        FieldKind.MONTH to Typing(KeyboardType.Decimal, null),
    )

@OptIn(ExperimentalTestApi::class)
@RunWith(Parameterized::class)
class KindsTest(
    private val kind: FieldKind,
) {
    private val typing = typings.getValue(kind)
    private val field =
        Field(
            "field",
            "form/field",
            "Field",
            kind,
            typing.isSecret,
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
    private val screen = oneOfEach().with(Block.Field(field))

    @Test
    fun hasItsKeyboard() {
        val keyboard = kind.keyboard(hasSubmit = false)
        assertEquals(typing.keyboard, keyboard.keyboardType)
        assertEquals(false, keyboard.autoCorrectEnabled, "a keyboard that corrects also learns")
        assertEquals(typing.begins, keyboard.capitalization)
    }

    @Test
    fun itsKeyGoesOnOrSubmits() {
        val own =
            when {
                kind == FieldKind.SEARCH -> ImeAction.Search
                typing.isLong -> ImeAction.Default
                else -> null
            }
        assertEquals(own ?: ImeAction.Next, kind.keyboard(hasSubmit = false).imeAction)
        assertEquals(own ?: ImeAction.Go, kind.keyboard(hasSubmit = true).imeAction)
    }

    @Test
    fun enterBeginsALineOnlyInALongText() {
        val core = FakeEngine(oneOfEach().with(Block.Field(field.copy(submit = 7uL))))
        runDesktopComposeUiTest {
            val model = AppModel(core)
            setContent { TaxpayerApp(model) }
            onNodeWithTag("field").performClick()
            onNodeWithTag("field").performKeyInput { pressKey(Key.Enter) }
            waitForIdle()
        }
        val sent = if (typing.isLong) Sent.Typed("form/field", "\n") else Sent.Touched(7uL)
        assertEquals(listOf<Sent>(sent), core.sent)
    }

    @Test
    fun isFilledInByWhoeverMay() =
        runDesktopComposeUiTest {
            val model = AppModel(FakeEngine(screen))
            setContent { TaxpayerApp(model) }
            val config = onNodeWithTag("field").fetchSemanticsNode().config
            // What no manager may fill in says so; the desktop has no other word for it.
            val isOurs = typing.isSecret && typing.content == null
            val data = config.getOrNull(SemanticsProperties.ContentDataType)
            if (isOurs) assertEquals(ContentDataType.None, data) else assertNotEquals(ContentDataType.None, data)
            if (!isOurs) assertEquals(typing.content, config.getOrNull(SemanticsProperties.ContentType))
        }

    @Test
    fun isHiddenWhereItIsSecret() {
        runDesktopComposeUiTest {
            val model = AppModel(FakeEngine(screen))
            setContent { TaxpayerApp(model) }
            model.edit(field, "made-up")
            val drawn = onNodeWithTag("field").fetchSemanticsNode().config[SemanticsProperties.EditableText].text
            assertEquals(if (typing.isSecret) "•".repeat(7) else "made-up", drawn)
        }
    }

    @Test
    fun takesWhatIsPasted() =
        runDesktopComposeUiTest {
            val core = FakeEngine(screen)
            val model = AppModel(core)
            setContent {
                CompositionLocalProvider(LocalClipboard provides Copied("pasted")) { TaxpayerApp(model) }
            }
            onNodeWithTag("field").performClick()
            onNodeWithTag("field").performSemanticsAction(SemanticsActions.PasteText)
            // A clipboard is read on a thread of its own.
            waitUntil(timeoutMillis = 60_000) { core.sent.isNotEmpty() }
            assertEquals(listOf<Sent>(Sent.Typed("form/field", "pasted")), core.sent)
        }

    companion object {
        @JvmStatic
        @Parameterized.Parameters(name = "{0}")
        fun kinds(): List<Array<Any>> = FieldKind.entries.map { arrayOf(it) }
    }
}

/** A clipboard of the test's own: the tests have no display to hold one. */
@OptIn(ExperimentalComposeUiApi::class)
private class Copied(
    text: String,
) : Clipboard {
    private var entry: ClipEntry? = ClipEntry(StringSelection(text))

    @Suppress("OVERRIDE_DEPRECATION")
    override val nativeClipboard = java.awt.datatransfer.Clipboard("test")

    override suspend fun getClipEntry(): ClipEntry? = entry

    override suspend fun setClipEntry(clipEntry: ClipEntry?) {
        entry = clipEntry
    }
}
