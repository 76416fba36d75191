package fltaxes.desktop

import androidx.compose.runtime.tooling.ComposeToolingApi
import androidx.compose.ui.ExperimentalComposeUiApi
import androidx.compose.ui.awt.ComposeWindow
import androidx.compose.ui.semantics.SemanticsNode
import androidx.compose.ui.semantics.SemanticsProperties
import androidx.compose.ui.semantics.getOrNull
import fltaxes.screen.Screen
import fltaxes.ui.key
import javax.swing.Timer

/**
 * Says on standard output what is on the screen and where, for whoever uses the window from a script: `screen ID NOTICE` and
 * `at KEY X Y`, the middle of what has this key, in dots of the window. Only keys are told, nothing that a person would mind.
 */
class Trace(
    private val window: ComposeWindow,
) {
    private var said = emptyList<String>()
    private val timer = Timer(PERIOD) { look() }

    fun start() = timer.start()

    fun shown(screen: Screen) {
        println("screen ${screen.key} ${screen.notice?.key ?: "-"}")
        // Where things were counts no longer, even where they are now at the same places.
        said = emptyList()
    }

    @OptIn(ExperimentalComposeUiApi::class, ComposeToolingApi::class)
    private fun look() {
        val places = ArrayList<String>()
        window.semanticsOwners.forEach { places(it.unmergedRootSemanticsNode, places) }
        if (places != said) {
            said = places
            println("begin")
            places.forEach(::println)
            println("end")
        }
    }

    private fun places(
        node: SemanticsNode,
        into: MutableList<String>,
    ) {
        val bounds = node.boundsInWindow
        node.config.getOrNull(SemanticsProperties.TestTag)?.let { key ->
            if (!bounds.isEmpty) into += "at $key ${bounds.center.x.toInt()} ${bounds.center.y.toInt()}"
        }
        node.children.forEach { places(it, into) }
    }

    private companion object {
        const val PERIOD = 150
    }
}
