package fltaxes.ui.pictures

import androidx.compose.ui.geometry.Offset
import fltaxes.core.Engine
import fltaxes.screen.Block
import fltaxes.screen.Icon
import fltaxes.screen.Language
import fltaxes.screen.Row
import fltaxes.screen.Screen
import fltaxes.screen.Tone
import fltaxes.stage.Theatre
import fltaxes.stage.oneOfEach

/** From nothing to one's own figures. */
private val IN = arrayOf("sign in", "choose pin 246810", "screen home")

/** A new address that waits for a network. */
private val WAITING =
    arrayOf(*IN, "offline", "refresh", "tap profile", "tap email", "type email new@example.test", "tap save")

/** A number too. */
private val WAITING_TOO = arrayOf("back", "tap phone", "type phone 89000000068", "tap save", "back", "back")

/** What is known of the account where a password is asked for anew: not what the service knows. */
private val RECOVERY =
    arrayOf("tap recovery", "type inn {inn}", "type email somebody@example.test", "type word ромашка")

/** The form with every kind of field. */
private val BOOK =
    arrayOf(
        *IN,
        "link \"fltaxes://pattern?book\"",
        "tap wish/refund",
        "type story \"In March.\\nIn April.\"",
        "tap next",
    )

/** On from a step on which something is not right yet. */
private val ON = arrayOf("tap next-all-the-same", "tap next")

/** Screens as the real core has them, the one below first where it is seen too, and the pictures they name. */
data class State(
    val trail: List<Screen>,
    val assets: Map<String, ByteArray>,
    /** Where a finger touches the screen before the picture is taken. */
    val touched: Offset? = null,
)

/** Where the core is walked to, by a story's own steps. Each is walked once a run for each language that is asked for. */
enum class States(
    private val taxpayer: String,
    private vararg val steps: String,
) {
    SIGN_IN("debt"),
    SIGN_IN_WRONG("debt", "type inn 770000000000", "type password x", "tap sign-in"),
    SIGN_IN_OFFLINE("debt", "offline", "sign in"),
    CAPTCHA("captcha", "sign in"),
    RECOVERY_BLOCKED("recovery", *RECOVERY, "tap send", "tap send", "tap send"),
    FIRST_PASSWORD("card-fresh", "sign in", "choose pin 246810", "screen first-password"),
    CHOOSE_PIN("debt", "sign in"),
    PINS_DIFFER("debt", "sign in", "type pin 246810", "type pin-again 246811", "tap keep-pin"),
    UNLOCK("debt", *IN, "lock", "type pin 111111", "tap unlock"),
    HOME_DEBT("debt", *IN),
    HOME_CLEAR("no-debt", *IN),
    HOME_OVERPAID("overpaid", *IN),
    HOME_OFFLINE("debt", *IN, "offline", "refresh", "later 3m"),
    HOME_CLOSED("debt", *IN, "fault closed 2h", "refresh"),
    HOME_MANY("many-taxes", *IN),
    HOME_EMPTY("empty", *IN),
    EXPLAINED("debt", *IN, "tap overdue"),
    OPERATIONS("debt", *IN, "tap tab-operations"),
    OPERATIONS_MANY("ops-10k", *IN, "tap tab-operations"),
    OPERATIONS_NONE("debt", *IN, "tap tab-operations", "type search zzz"),
    INCOME("debt", *IN, "tap income"),
    SETTINGS("debt", *IN, "tap tab-settings"),
    SIGN_OUT("debt", *IN, "tap tab-settings", "tap sign-out"),
    OUTBOX("debt", *WAITING, *WAITING_TOO, "tap outbox", "tap outbox-1"),
    CONTACT_WAITING("debt", *WAITING),
    NEW_PASSWORD("debt", *IN, "tap profile", "tap password", "type new-password made-up"),
    PATTERN_ABOUT("debt", *BOOK),
    PATTERN_MONEY(
        "debt",
        *BOOK,
        *ON,
        "tap next-all-the-same",
        "type amount \"12,345\"",
        "type bank 044525225",
        "tap payment.add",
        "type payment.1.day \"31.02.2026\"",
        "tap next",
    ),
    PATTERN_PAPERS("debt", *BOOK, *ON, *ON, "tap next-all-the-same", "picks receipt.pdf", "tap papers/file"),
    PATTERN_REVIEW("debt", *BOOK, *ON, *ON, *ON, "tap next-all-the-same"),
    DRAFTS("debt", *BOOK, "back", "tap drafts"),

    /** Not from a walk: one of every block. */
    EVERY_BLOCK(""),

    /** Every drawing there is. */
    EVERY_ICON(""),

    /** What forms are made of. */
    FORM(""),

    /** The platform's calendar over a form: the finger that opens it is the picture's. */
    CALENDAR(""),
    ;

    private val spoken = HashMap<Language, State>()

    fun state(language: Language): State =
        spoken.getOrPut(language) {
            when (this) {
                EVERY_BLOCK -> {
                    made(everyBlock())
                }

                FORM -> {
                    made(Forms.all).spoken(language)
                }

                CALENDAR -> {
                    made(
                        listOf(Block.Field(Forms.dayLongAgo)),
                    ).spoken(language).copy(touched = Offset(358f, 122f))
                }

                EVERY_ICON -> {
                    made(Icon.entries.map { Block.Row(row(it)) })
                }

                else -> {
                    walk(language)
                }
            }
        }

    private fun made(blocks: List<Block>) = State(listOf(oneOfEach().copy(blocks = blocks)), emptyMap())

    private fun State.spoken(language: Language) =
        copy(trail = trail.map { it.copy(appearance = it.appearance.copy(language = language)) })

    // Its paragraph is in letters for which each machine has its own font, or none.
    private fun everyBlock(): List<Block> =
        oneOfEach().blocks.map { if (it is Block.Text) it.copy(it.v1.copy(text = "A paragraph")) else it }

    private fun row(icon: Icon) = Row("$icon", icon, icon.name.lowercase(), null, null, null, Tone.PLAIN, null)

    private fun walk(language: Language): State =
        Theatre().use { theatre ->
            val word = language.name.lowercase()
            val header = "story \"$name\"\nlanguage $word\ntaxpayer $taxpayer\nplayed by compose\n\n"
            theatre.walk(header + steps.joinToString("\n", postfix = "\n")).use { engine ->
                val screen = engine.screen()
                val names = screen.blocks.filterIsInstance<Block.Picture>().map { it.v1.asset }
                val assets = names.mapNotNull { name -> engine.asset(name)?.let { name to it.bytes } }.toMap()
                State(listOfNotNull(below(engine, theatre), typedInto(screen)), assets)
            }
        }

    // A walk tells of its end alone: what lies below is seen by going back.
    private fun below(
        engine: Engine,
        theatre: Theatre,
    ): Screen? {
        if (engine.screen().path.size < 2) return null
        engine.back()
        theatre.pace().use { it.settle() }
        return engine.screen()
    }

    // A secret that is being typed is in the shell alone: a walk that ends with typing leaves it in its field.
    private fun typedInto(screen: Screen): Screen {
        val (verb, key, text) = (steps.lastOrNull().orEmpty() + "  ").split(' ', limit = 3)
        if (verb != "type") return screen
        val blocks = screen.blocks.map { if (it is Block.Field && it.v1.key == key) it.typed(text.trim()) else it }
        return screen.copy(blocks = blocks)
    }

    private fun Block.Field.typed(text: String): Block = copy(v1.copy(value = text))
}
