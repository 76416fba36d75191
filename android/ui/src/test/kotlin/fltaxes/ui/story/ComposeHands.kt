package fltaxes.ui.story

import androidx.compose.ui.semantics.SemanticsActions
import androidx.compose.ui.semantics.SemanticsProperties
import androidx.compose.ui.semantics.SemanticsPropertyKey
import androidx.compose.ui.semantics.getOrNull
import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.SemanticsMatcher
import androidx.compose.ui.test.SemanticsNodeInteraction
import androidx.compose.ui.test.SemanticsNodeInteractionsProvider
import androidx.compose.ui.test.hasClickAction
import androidx.compose.ui.test.hasScrollToIndexAction
import androidx.compose.ui.test.onLast
import androidx.compose.ui.test.performClick
import androidx.compose.ui.test.performScrollToIndex
import androidx.compose.ui.test.performScrollToNode
import androidx.compose.ui.test.performTextClearance
import androidx.compose.ui.test.performTextInput
import androidx.compose.ui.test.performTextInputSelection
import androidx.compose.ui.text.TextRange
import fltaxes.core.Engine
import fltaxes.core.EngineInterface
import fltaxes.stage.Pace
import fltaxes.stage.StoryException
import fltaxes.stage.StorySeen
import fltaxes.stage.StoryShell

/** A screen that asks for more after so many rounds never comes to rest. */
private const val ROUNDS = 100

/** A list of more windows never ends. */
private const val WINDOWS = 2_000

/** Nobody types more than this by hand. */
private const val BY_HAND = 256

/**
 * Plays a story on the real composables, with clicks and typing. It knows neither the desktop nor Android: [show] and [hide]
 * are how an app is opened and killed there, [rest] waits until nothing is left to be drawn.
 */
@OptIn(ExperimentalTestApi::class)
class ComposeHands(
    private val ui: SemanticsNodeInteractionsProvider,
    private val rest: () -> Unit,
    private val show: (EngineInterface) -> Unit,
    private val hide: () -> Unit,
) : StoryShell {
    private class Open(
        val raw: Engine,
        val engine: Watched,
        val pace: Pace,
    )

    private val eyes = Eyes(ui)
    private var open: Open? = null

    override fun opened(
        engine: Engine,
        pace: Pace,
    ) = acting {
        val watched = Watched(engine)
        open = Open(engine, watched, pace)
        show(watched)
        // The shell listens from its first frame on; what came until then is drawn in the second round.
        comeToRest()
        comeToRest()
    }

    override fun closed() {
        hide()
        rest()
        // A process that ended holds nothing; this one would hold the engine until its next collection of garbage.
        open?.raw?.destroy()
        open?.pace?.destroy()
        open = null
    }

    override fun settle() = acting { comeToRest() }

    override fun typeText(
        key: String,
        text: String,
    ) = acting {
        val field = field(key)
        val length = field.config(SemanticsProperties.EditableText)?.length ?: 0
        field.performTextInputSelection(TextRange(length))
        if (isPasted(text)) {
            field.performTextInput(text)
        } else {
            // Key by key, as fingers do.
            text.codePoints().forEach { field.performTextInput(Character.toString(it)) }
        }
        comeToRest()
    }

    override fun clear(key: String) =
        acting {
            field(key).performTextClearance()
            comeToRest()
        }

    override fun tapKey(key: String) =
        acting {
            val block = eyes.bring(key) ?: stuck("there is no `$key`")
            // A notice or a progress is touched at the button it has.
            touch(key, eyes.find("$key/action") ?: block)
        }

    override fun tapLabel(label: String) =
        acting {
            val wanted = hasClickAction() and isNamed(label)
            if (ui.onAllNodes(wanted).fetchSemanticsNodes().isEmpty()) {
                val lists = ui.onAllNodes(hasScrollToIndexAction())
                lists.fetchSemanticsNodes().indices.forEach { runCatching { lists[it].performScrollToNode(wanted) } }
            }
            val found = ui.onAllNodes(wanted)
            if (found.fetchSemanticsNodes().isEmpty()) stuck("nothing to touch is called “$label”")
            touch(label, found[0])
        }

    override fun back() = acting { touch("back", eyes.find("back") ?: stuck("there is no way back from here")) }

    override fun refresh() = acting { touch("refresh", eyes.find("refresh") ?: stuck("nothing can be read anew here")) }

    override fun scrollEnd() =
        acting {
            var before: Pair<Int, String>? = null
            repeat(WINDOWS) {
                val list = ui.onAllNodes(hasScrollToIndexAction()).onLast()
                val count = list.config(SemanticsProperties.CollectionInfo)?.rowCount ?: stuck("this is no list")
                list.performScrollToIndex(count - 1)
                comeToRest()
                val now = count to eyes.everything()
                if (now == before) return@acting
                before = now
            }
            stuck("this never ends")
        }

    override fun seen(): StorySeen {
        val text = eyes.everything()
        return StorySeen(eyes.screen() ?: "nothing", text, text)
    }

    override fun seenAt(key: String): String? =
        try {
            val now = open ?: stuck("the app is not open")
            now.engine.looking { eyes.at(key) }
        } catch (why: AssertionError) {
            stuck(why.message ?: "nothing is seen")
        }

    private fun touch(
        name: String,
        node: SemanticsNodeInteraction,
    ) {
        if (node.config(SemanticsProperties.Disabled) != null) stuck("`$name` cannot be touched now")
        if (node.config(SemanticsActions.OnClick) == null) stuck("`$name` is nothing to touch")
        node.performClick()
        comeToRest()
    }

    private fun field(key: String): SemanticsNodeInteraction {
        val field = eyes.bring(key) ?: stuck("there is no `$key`")
        if (field.config(SemanticsProperties.Disabled) != null) stuck("`$key` cannot be typed into now")
        if (field.config(SemanticsActions.SetText) == null) stuck("`$key` is no field")
        return field
    }

    private fun comeToRest() {
        repeat(ROUNDS) {
            val now = open ?: return
            val before = now.engine.sent
            now.pace.settle()
            rest()
            if (now.engine.sent == before) return
        }
        stuck("the screen never comes to rest")
    }

    private fun acting(act: () -> Unit) {
        try {
            open?.engine?.sendHeld()
            act()
        } catch (why: StoryException) {
            throw why
        } catch (why: Throwable) {
            // What a test's finder says is how the story failed, not the end of the player.
            stuck(why.toString())
        }
    }

    private fun stuck(words: String): Nothing = throw StoryException.Stuck(words)
}

/** No key types a line end, and nobody ten kilobytes: such a text comes from the clipboard, at once. */
private fun isPasted(text: String): Boolean = text.length > BY_HAND || '\n' in text

private fun <T> SemanticsNodeInteraction.config(key: SemanticsPropertyKey<T>): T? =
    fetchSemanticsNode().config.getOrNull(key)

private fun isNamed(label: String): SemanticsMatcher {
    val wanted = plain(label)
    return SemanticsMatcher("is called “$label”") { node ->
        val names =
            node.config
                .getOrNull(SemanticsProperties.Text)
                .orEmpty()
                .map { it.text } + node.config.getOrNull(SemanticsProperties.ContentDescription).orEmpty()
        names.any { plain(it) == wanted }
    }
}

/** Spaces that keep an amount in one line count as spaces. */
private fun plain(text: String): String = text.split(Regex("[\\s\\u00a0\\u202f]+")).joinToString(" ").trim()
