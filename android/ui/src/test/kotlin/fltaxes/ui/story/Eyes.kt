package fltaxes.ui.story

import androidx.compose.ui.semantics.SemanticsNode
import androidx.compose.ui.semantics.SemanticsProperties
import androidx.compose.ui.semantics.getOrNull
import androidx.compose.ui.test.SemanticsNodeInteraction
import androidx.compose.ui.test.SemanticsNodeInteractionsProvider
import androidx.compose.ui.test.hasScrollToKeyAction
import androidx.compose.ui.test.hasTestTag
import androidx.compose.ui.test.isRoot
import androidx.compose.ui.test.performScrollTo
import androidx.compose.ui.test.performScrollToKey

/** What a person sees of the real composables. */
class Eyes(
    private val ui: SemanticsNodeInteractionsProvider,
) {
    /** Every text that is drawn, in reading order. */
    fun everything(): String =
        ui.onAllNodes(isRoot(), useUnmergedTree = true).fetchSemanticsNodes().joinToString("\n", transform = ::texts)

    /** The key of the page on top. */
    fun screen(): String? {
        val tags = ArrayList<String>()
        ui.onAllNodes(isRoot(), useUnmergedTree = true).fetchSemanticsNodes().forEach { collectTags(it, tags) }
        return tags.firstOrNull { it.startsWith(SCREEN) }?.removePrefix(SCREEN)
    }

    /** The text drawn for what has this key, brought into view; null where there is none. */
    fun at(key: String): String? = bring(key)?.let { texts(it.fetchSemanticsNode()) }

    /** What has this key, scrolled to as a person would; null where there is none. */
    fun bring(key: String): SemanticsNodeInteraction? {
        find(key)?.let { return intoView(it) }
        val lists = ui.onAllNodes(hasScrollToKeyAction())
        for (index in lists.fetchSemanticsNodes().indices) {
            // A list that does not have the key says so with an exception.
            val isThere = runCatching { lists[index].performScrollToKey(key.substringBefore('/')) }.isSuccess
            if (isThere) return find(key)?.let(::intoView)
        }
        return null
    }

    fun find(tag: String): SemanticsNodeInteraction? {
        val found = ui.onAllNodes(hasTestTag(tag), useUnmergedTree = true)
        return if (found.fetchSemanticsNodes().isEmpty()) null else found[0]
    }

    private fun intoView(node: SemanticsNodeInteraction): SemanticsNodeInteraction {
        // What stands outside of every list is in view already, and has nothing to be scrolled in.
        runCatching { node.performScrollTo() }
        return node
    }

    private fun collectTags(
        node: SemanticsNode,
        into: MutableList<String>,
    ) {
        node.config.getOrNull(SemanticsProperties.TestTag)?.let(into::add)
        node.children.forEach { collectTags(it, into) }
    }

    private fun texts(node: SemanticsNode): String = buildList { collect(node, this) }.joinToString("\n")

    private fun collect(
        node: SemanticsNode,
        into: MutableList<String>,
    ) {
        val config = node.config
        val drawn =
            config.getOrNull(SemanticsProperties.Text).orEmpty().map { it.text } +
                listOfNotNull(config.getOrNull(SemanticsProperties.EditableText)?.text)
        into += drawn
        // A picture's description; that of a whole line is only spoken.
        if (drawn.isEmpty() && node.children.isEmpty()) {
            into += config.getOrNull(SemanticsProperties.ContentDescription).orEmpty()
        }
        node.children.forEach { collect(it, into) }
    }

    private companion object {
        const val SCREEN = "screen:"
    }
}
