package fltaxes.ui

import androidx.compose.ui.semantics.SemanticsActions
import androidx.compose.ui.semantics.SemanticsNode
import androidx.compose.ui.semantics.SemanticsProperties
import androidx.compose.ui.semantics.getOrNull
import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.isRoot
import androidx.compose.ui.test.onNodeWithTag
import androidx.compose.ui.text.TextLayoutResult
import fltaxes.screen.Language
import fltaxes.ui.pictures.States
import org.junit.Test
import org.junit.runner.RunWith
import org.junit.runners.Parameterized
import kotlin.test.assertEquals
import kotlin.test.assertTrue

/** On a narrow phone whose letters are twice as large, every word of every state is there in full. */
@OptIn(ExperimentalTestApi::class)
@RunWith(Parameterized::class)
class LargeLettersTest(
    private val state: States,
    private val language: Language,
) {
    @Test
    fun nothingIsCut() {
        val seen = state.state(language)
        rig(seen.trail.last(), width = 360, height = 12_000, fontScale = 2f, assets = seen.assets) {
            val cut = mutableListOf<String>()
            var words = 0
            val end = onNodeWithTag("page").fetchSemanticsNode().boundsInRoot.bottom

            fun look(node: SemanticsNode) {
                val layouts = mutableListOf<TextLayoutResult>()
                node.config
                    .getOrNull(SemanticsActions.GetTextLayoutResult)
                    ?.action
                    ?.invoke(layouts)
                val isField = SemanticsProperties.EditableText in node.config
                words += layouts.size
                val bounds = node.boundsInRoot
                // A field shows the end of what is typed, a line of choices is pushed along, a page goes on below.
                val isGoingOn = isField || bounds.isEmpty || bounds.bottom >= end - 1
                val isWhole = isGoingOn || bounds.height >= node.size.height - 1
                layouts.filter { !isWhole || it.isCut }.forEach { cut += it.layoutInput.text.text }
                node.children.forEach(::look)
            }
            onAllNodes(isRoot(), useUnmergedTree = true).fetchSemanticsNodes().forEach(::look)
            assertTrue(words > 2)
            assertEquals(emptyList(), cut)
        }
    }

    /** Words that leave their place. A dot of rounding is none. */
    private val TextLayoutResult.isCut: Boolean
        get() =
            (0 until lineCount).any { isLineEllipsized(it) || getLineRight(it) - getLineLeft(it) > size.width + 1 } ||
                getLineBottom(lineCount - 1) > size.height + 1

    companion object {
        @JvmStatic
        @Parameterized.Parameters(name = "{0} {1}")
        fun states(): List<Array<Any>> = States.entries.flatMap { s -> Language.entries.map { arrayOf(s, it) } }
    }
}
