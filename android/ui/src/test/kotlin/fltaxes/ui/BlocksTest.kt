package fltaxes.ui

import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.assertTextEquals
import androidx.compose.ui.test.onAllNodesWithText
import androidx.compose.ui.test.onNodeWithContentDescription
import androidx.compose.ui.test.onNodeWithTag
import androidx.compose.ui.test.performClick
import androidx.compose.ui.test.performImeAction
import fltaxes.screen.Block
import fltaxes.screen.Files
import fltaxes.screen.Touch
import fltaxes.stage.oneOfEach
import fltaxes.ui.story.Eyes
import org.junit.Test
import org.junit.runner.RunWith
import org.junit.runners.Parameterized
import kotlin.test.assertEquals
import kotlin.test.assertNotNull
import kotlin.test.assertTrue

/** What one block must show, and how it is touched: the tag that is clicked and what must be sent. */
class Expected(
    val key: String,
    val texts: List<String>,
    val touch: String? = null,
)

/** Every meaning there is, with all its words; the core's sample has each once. */
private val expectations =
    listOf(
        Expected("status", listOf("Debt ₽5,646.95", "Was due on 1 December", "from the service, just now")),
        Expected("figure", listOf("ENS balance", "−₽5,646.95", "kept, an hour ago"), touch = "figure"),
        Expected("section", listOf("Arrears", "2 taxes")),
        Expected("row", listOf("Transport tax", "was due on 1 December", "₽3,000.00"), "row"),
        Expected("text", listOf("مرحبا — a paragraph 🙂")),
        Expected("field", listOf("Search", "paid", "words, an amount", "Nothing was sent", "4 of 40")),
        Expected("button", listOf("Pay"), "button"),
        Expected("notice", listOf("Something to know", "Do notice"), "notice/action"),
        Expected("steps", listOf("Sign in", "PIN", "Home", "2", "3")),
        Expected("checklist", listOf("The new password", "At least 7 characters", "A digit", "Latin letters only")),
        Expected("countdown", listOf("Opens in", "2 hours")),
        Expected("filter", listOf("Tax", "All", "Land tax", "Choose one"), "filter/land"),
        Expected("choice", listOf("Office", "7700 · Moscow", "where it goes", "Closed for good"), "choice"),
        Expected("toggle", listOf("High contrast", "It has to be on"), "toggle"),
        Expected(
            "files",
            listOf("Papers", "contract.pdf", "PDF, 2 pages, 120 kB", "A file", "Take a picture") +
                listOf("up to 20 MB together", "The last one was empty", "Reading a file"),
            "files/camera",
        ),
        Expected("picture", listOf("Picture with digits")),
        Expected("progress", listOf("Loading", "Do progress"), "progress/action"),
        Expected("empty", listOf("Nothing found", "Try other words")),
        Expected("more", listOf("50 older"), "more"),
    )

@OptIn(ExperimentalTestApi::class)
@RunWith(Parameterized::class)
class BlocksTest(
    @Suppress("unused") private val name: String,
    private val expected: Expected,
) {
    private val screen = oneOfEach().let { all -> all.copy(blocks = all.blocks.filter { it.word == name }) }

    @Test
    fun showsItsWords() =
        rig(screen) {
            val seen = assertNotNull(Eyes(this).at(expected.key), "nothing is drawn for it")
            expected.texts.forEach { assertTrue(it in seen, "“$it” is not among: $seen") }
        }

    @Test
    fun sendsItsTouch() =
        rig(screen) { rig ->
            val touch = expected.touch ?: return@rig
            rig.core.sent.clear()
            onNodeWithTag(touch).performClick()
            waitForIdle()
            assertEquals(listOf<Sent>(Sent.Touched(screen.blocks.single().touch(touch))), rig.core.sent)
        }

    companion object {
        @JvmStatic
        @Parameterized.Parameters(name = "{0}")
        fun blocks(): List<Array<Any>> = expectations.map { arrayOf(it.key, it) }
    }
}

/** What this part of a block hands back. */
private fun Block.touch(tag: String): Touch =
    checkNotNull(
        when (this) {
            is Block.Row -> v1.touch

            is Block.Field -> v1.submit

            is Block.Button -> v1.touch

            is Block.Notice -> v1.action?.touch

            is Block.Filter -> v1.options.single { "${v1.key}/${it.key}" == tag }.touch

            is Block.Choice -> v1.touch

            is Block.Toggle -> v1.touch

            is Block.Files -> v1.touches().getValue(tag)

            is Block.Progress -> v1.cancel?.touch

            is Block.More -> v1.touch

            is Block.Figure -> v1.touch

            is Block.Status, is Block.Section, is Block.Text, is Block.Steps, is Block.Checklist,
            is Block.Countdown, is Block.Picture, is Block.Empty,
            -> null
        },
    )

/** What is touched of files: each goes by its removal, and each way leads to one more. */
private fun Files.touches(): Map<String, Touch> =
    files.associate { "$key/${it.key}" to it.remove.touch } + ways.associate { "$key/${it.key}" to it.touch }

/** The table above knows every meaning there is. */
@OptIn(ExperimentalTestApi::class)
class EveryBlockTest {
    @Test
    fun theTableIsWhole() {
        assertEquals(oneOfEach().blocks.map { it.word }.toSet(), expectations.map { it.key }.toSet())
        assertEquals(Block::class.java.declaredClasses.count { Block::class.java == it.superclass }, expectations.size)
    }

    @Test
    fun eachCheckIsOneThingToHear() =
        rig(oneOfEach().let { all -> all.copy(blocks = all.blocks.filterIsInstance<Block.Checklist>()) }) {
            val checks =
                listOf(
                    "Met: At least 7 characters" to "At least 7 characters",
                    "Not met: A digit" to "A digit",
                    "Not known yet: Latin letters only" to "Latin letters only",
                )
            for ((spoken, label) in checks) {
                onNodeWithContentDescription(spoken).assertTextEquals(label)
                assertEquals(1, onAllNodesWithText(label).fetchSemanticsNodes().size)
            }
        }

    @Test
    fun eachFileAndEachWayIsTouchedByItsOwnKey() =
        rig(oneOfEach().let { all -> all.copy(blocks = all.blocks.filterIsInstance<Block.Files>()) }) { rig ->
            val files = (rig.now.blocks.single() as Block.Files).v1
            assertEquals(3, files.touches().size)
            for ((key, touch) in files.touches()) {
                rig.core.sent.clear()
                onNodeWithTag(key).performClick()
                assertEquals(listOf<Sent>(Sent.Touched(touch)), rig.core.sent, key)
            }
        }

    @Test
    fun theKeyOfAFieldsKeyboardSubmits() =
        rig(oneOfEach()) { rig ->
            rig.core.sent.clear()
            onNodeWithTag("field").performImeAction()
            val (more, others) = oneOfEach().blocks.partition { it is Block.More }
            val submit = Sent.Touched(others.filterIsInstance<Block.Field>().single().touch("field"))
            assertEquals(listOf<Sent>(submit), rig.core.sent - Sent.Touched(more.single().touch("more")))
        }
}

/** The sample names each block's key after its meaning. */
private val Block.word: String
    get() = javaClass.simpleName.lowercase()
