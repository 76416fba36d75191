package fltaxes.ui

import androidx.compose.runtime.Composable
import androidx.compose.runtime.remember
import androidx.compose.ui.tooling.preview.Preview
import fltaxes.core.Asset
import fltaxes.core.EngineInterface
import fltaxes.core.ScreenListener
import fltaxes.screen.Appearance
import fltaxes.screen.Block
import fltaxes.screen.Button
import fltaxes.screen.ButtonRole
import fltaxes.screen.Field
import fltaxes.screen.FieldKind
import fltaxes.screen.Figure
import fltaxes.screen.Icon
import fltaxes.screen.Language
import fltaxes.screen.Notice
import fltaxes.screen.Row
import fltaxes.screen.Screen
import fltaxes.screen.Section
import fltaxes.screen.Status
import fltaxes.screen.Tab
import fltaxes.screen.TextSize
import fltaxes.screen.Tone
import fltaxes.screen.Touch

// What Android Studio draws beside the code: made-up screens, without a core.

@Preview(name = "Home", widthDp = 400, heightDp = 860)
@Composable
internal fun HomePreview() = Drawn(home)

@Preview(name = "Home, dark", widthDp = 400, heightDp = 860)
@Composable
internal fun DarkPreview() = Drawn(home, isDark = true)

@Preview(name = "Largest letters", widthDp = 400, heightDp = 1_300)
@Composable
internal fun LargestPreview() = Drawn(home.copy(appearance = appearance.copy(textSize = TextSize.LARGEST)))

@Preview(name = "A form", widthDp = 400, heightDp = 860)
@Composable
internal fun FormPreview() = Drawn(form)

@Preview(name = "Beside each other", widthDp = 1_100, heightDp = 760)
@Composable
internal fun BesidePreview() = Drawn(home, form)

@Composable
private fun Drawn(
    vararg trail: Screen,
    isDark: Boolean = false,
) {
    val model = remember { AppModel(Nobody(trail.last())).apply { trail.forEach(::show) } }
    TaxpayerApp(model, isDark = isDark)
}

/** A core that says one thing and hears nothing. */
private class Nobody(
    private val screen: Screen,
) : EngineInterface {
    override fun screen(): Screen = screen

    override fun touch(touch: Touch) = Unit

    override fun typed(
        field: String,
        text: String,
    ) = Unit

    override fun back() = Unit

    override fun follow(link: String) = Unit

    override fun networkIsBack() = Unit

    override fun asset(key: String): Asset? = null

    override fun subscribe(listener: ScreenListener) = Unit

    override fun shutdown() = Unit
}

private val appearance = Appearance(Language.EN, false, TextSize.NORMAL)

private fun screen(
    path: List<String>,
    title: String,
    tabs: List<Tab>,
    vararg blocks: Block,
) = Screen(
    path = path,
    title = title,
    back = if (path.size > 1) 1uL else null,
    refresh = null,
    busy = false,
    tabs = tabs,
    notice = null,
    blocks = blocks.toList(),
    appearance = appearance,
)

private val home: Screen =
    screen(
        listOf("home"),
        "My taxes",
        listOf(
            Tab("tab-home", "Home", Icon.HOME, true, 2uL),
            Tab("tab-operations", "Operations", Icon.OPERATIONS, false, 3uL),
        ),
        Block.Status(Status("status", Tone.BAD, "Debt ₽5,646.95", "Was due on 1 December", "just now")),
        Block.Figure(Figure("balance", "ENS balance", "−₽5,646.95", null, Tone.BAD, "just now", null)),
        Block.Section(Section("taxes", "Taxes", "2")),
        Block.Row(Row("land", Icon.LAND, "Land tax", "due on 1 December", "₽2,646.95", null, Tone.PLAIN, 4uL)),
        Block.Row(Row("car", Icon.TRANSPORT, "Transport tax", null, "₽3,000.00", null, Tone.BAD, 5uL)),
        Block.Notice(Notice("notice", Tone.ATTENTION, "Something to know", null)),
    )

private val form: Screen =
    screen(
        listOf("home", "form"),
        "E-mail",
        emptyList(),
        Block.Field(
            Field(
                key = "email",
                id = "form/email",
                label = "E-mail",
                kind = FieldKind.EMAIL,
                secret = false,
                value = "somebody@example.test",
                revision = 1u,
                hint = "A code comes to it",
                error = null,
                enabled = true,
                submit = null,
                reveal = null,
                count = null,
                calendar = null,
            ),
        ),
        Block.Button(Button("send", "Send the code", ButtonRole.PRIMARY, true, 6uL)),
        Block.Button(Button("later", "Later", ButtonRole.SECONDARY, true, 7uL)),
    )
