package fltaxes.android

import android.app.assist.AssistStructure
import android.content.Intent
import android.text.InputType
import android.view.View
import android.view.View.AUTOFILL_HINT_EMAIL_ADDRESS
import android.view.View.AUTOFILL_HINT_PASSWORD
import android.view.View.AUTOFILL_HINT_USERNAME
import android.view.ViewGroup
import android.view.ViewStructure
import android.view.inputmethod.EditorInfo
import androidx.compose.ui.test.junit4.v2.createEmptyComposeRule
import androidx.compose.ui.test.onNodeWithTag
import androidx.compose.ui.test.performClick
import androidx.test.core.app.ActivityScenario
import fltaxes.core.EngineConfig
import fltaxes.core.EngineInterface
import fltaxes.core.Platform
import fltaxes.core.ScreenListener
import fltaxes.screen.Block
import fltaxes.screen.Field
import fltaxes.screen.FieldKind
import fltaxes.screen.Screen
import fltaxes.screen.Touch
import fltaxes.stage.oneOfEach
import org.junit.After
import org.junit.Rule
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.annotation.Config
import kotlin.test.Test
import kotlin.test.assertEquals

/** What the core says is secret. */
private val secrets =
    setOf(FieldKind.PASSWORD, FieldKind.NEW_PASSWORD, FieldKind.SECRET_WORDS, FieldKind.PIN, FieldKind.NEW_PIN)

/** The app with a screen of one field, of whichever kind a test says. */
class OneFieldApplication : TaxesApplication() {
    private val listeners = mutableListOf<ScreenListener>()
    private var shown = FieldKind.LOGIN

    fun show(kind: FieldKind) {
        shown = kind
        listeners.forEach { it.changed(screen()) }
    }

    private fun screen(): Screen {
        val field =
            Field(
                "$shown",
                "form/$shown",
                "Field",
                shown,
                shown in secrets,
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
        return oneOfEach().copy(blocks = listOf(Block.Field(field)))
    }

    override fun open(
        config: EngineConfig,
        platform: Platform,
    ): EngineInterface =
        object : EngineInterface {
            override fun screen(): Screen = this@OneFieldApplication.screen()

            override fun touch(touch: Touch) = Unit

            override fun typed(
                field: String,
                text: String,
            ) = Unit

            override fun back() = Unit

            override fun follow(link: String) = Unit

            override fun networkIsBack() = Unit

            override fun asset(key: String) = null

            override fun subscribe(listener: ScreenListener) {
                listeners += listener
            }

            override fun shutdown() = Unit
        }
}

/** What the phone itself hears of a field: which keyboard to show, and what a manager may fill in. */
@RunWith(RobolectricTestRunner::class)
@Config(application = OneFieldApplication::class)
class FieldsTest {
    @get:Rule
    val compose = createEmptyComposeRule()

    private val app = app<OneFieldApplication>()
    private val scenario by lazy { ActivityScenario.launch<MainActivity>(Intent(app, MainActivity::class.java)) }

    @After
    fun close() = scenario.close()

    private fun <T> onEach(look: (View) -> T): Map<FieldKind, T> =
        FieldKind.entries.associateWith { kind ->
            scenario
            app.show(kind)
            compose.waitForIdle()
            compose.onNodeWithTag("$kind").performClick()
            compose.waitForIdle()
            var seen: T? = null
            scenario.onActivity { seen = look(checkNotNull(canvas(it.window.decorView))) }
            checkNotNull(seen)
        }

    /** Where Compose draws. */
    private fun canvas(view: View): View? {
        if (view.javaClass.simpleName == "AndroidComposeView") return view
        val children = (view as? ViewGroup)?.let { group -> (0 until group.childCount).map(group::getChildAt) }
        return children.orEmpty().firstNotNullOfOrNull(::canvas)
    }

    @Test
    fun `each kind has its keyboard`() {
        val text = InputType.TYPE_CLASS_TEXT
        val number = InputType.TYPE_CLASS_NUMBER
        val decimal = number or InputType.TYPE_NUMBER_FLAG_DECIMAL
        val long = text or InputType.TYPE_TEXT_FLAG_CAP_SENTENCES or InputType.TYPE_TEXT_FLAG_MULTI_LINE
        val expected =
            mapOf(
                FieldKind.LOGIN to number,
                FieldKind.PASSWORD to (text or InputType.TYPE_TEXT_VARIATION_PASSWORD),
                FieldKind.PIN to (number or InputType.TYPE_NUMBER_VARIATION_PASSWORD),
                FieldKind.NEW_PIN to (number or InputType.TYPE_NUMBER_VARIATION_PASSWORD),
                FieldKind.DIGITS to number,
                FieldKind.SEARCH to text,
                FieldKind.NEW_PASSWORD to (text or InputType.TYPE_TEXT_VARIATION_PASSWORD),
                FieldKind.EMAIL to (text or InputType.TYPE_TEXT_VARIATION_EMAIL_ADDRESS),
                FieldKind.PHONE to InputType.TYPE_CLASS_PHONE,
                FieldKind.CODE to number,
                FieldKind.SECRET_WORDS to (text or InputType.TYPE_TEXT_VARIATION_PASSWORD),
                FieldKind.LINK to (text or InputType.TYPE_TEXT_VARIATION_URI),
                FieldKind.WORDS to (text or InputType.TYPE_TEXT_FLAG_CAP_SENTENCES),
                FieldKind.LONG_WORDS to long,
                FieldKind.ADDRESS to long,
                FieldKind.PERSON_NAME to (text or InputType.TYPE_TEXT_FLAG_CAP_WORDS),
                FieldKind.AMOUNT to decimal,
                FieldKind.DAY to decimal,
                FieldKind.MONTH to decimal,
            )
        assertEquals(expected, onEach { view -> EditorInfo().also(view::onCreateInputConnection).inputType })
    }

    @Test
    fun `managers hear of what they may fill in, and of nothing else`() {
        val nothing = View.AUTOFILL_TYPE_TEXT to emptyList<String>()
        val ours = View.AUTOFILL_TYPE_NONE to listOf("off")

        fun filled(hint: String) = View.AUTOFILL_TYPE_TEXT to listOf(hint)
        val expected =
            mapOf(
                FieldKind.LOGIN to filled(AUTOFILL_HINT_USERNAME),
                FieldKind.PASSWORD to filled(AUTOFILL_HINT_PASSWORD),
                FieldKind.PIN to ours,
                FieldKind.NEW_PIN to ours,
                FieldKind.DIGITS to nothing,
                FieldKind.SEARCH to nothing,
                FieldKind.NEW_PASSWORD to filled("newPassword"),
                FieldKind.EMAIL to filled(AUTOFILL_HINT_EMAIL_ADDRESS),
                FieldKind.PHONE to filled("phoneNumber"),
                FieldKind.CODE to filled("smsOTPCode"),
                FieldKind.SECRET_WORDS to ours,
                FieldKind.LINK to nothing,
                FieldKind.WORDS to nothing,
                FieldKind.LONG_WORDS to nothing,
                FieldKind.ADDRESS to filled("postalAddress"),
                FieldKind.PERSON_NAME to nothing,
                FieldKind.AMOUNT to nothing,
                FieldKind.DAY to nothing,
                FieldKind.MONTH to nothing,
            )
        assertEquals(expected, onEach(::told))
    }

    /** What a manager is told of the one field: its type, and what is kept for it. */
    private fun told(view: View): Pair<Int, List<String>> {
        val root = AssistStructure.ViewNode()
        val builder =
            Class
                .forName("android.app.assist.AssistStructure\$ViewNodeBuilder")
                .declaredConstructors
                .single { it.parameterCount == 3 }
                .apply { isAccessible = true }
                .newInstance(AssistStructure(), root, false) as ViewStructure
        view.onProvideAutofillVirtualStructure(builder, 0)
        val fields = all(root).filter { it.className == "android.widget.EditText" }
        val field = fields.single()
        return field.autofillType to field.autofillHints.orEmpty().toList()
    }

    private fun all(node: AssistStructure.ViewNode): List<AssistStructure.ViewNode> =
        listOf(node) + (0 until node.childCount).flatMap { all(node.getChildAt(it)) }
}
