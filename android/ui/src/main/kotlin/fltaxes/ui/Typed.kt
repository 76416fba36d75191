package fltaxes.ui

import androidx.compose.runtime.mutableStateMapOf
import fltaxes.screen.Block
import fltaxes.screen.Field
import fltaxes.screen.Screen

/**
 * The texts of the fields in view, each by its page and key. The shell owns them: the core's value is taken over when a field
 * comes into view and when its revision changes, and at no other time.
 */
internal class Typed {
    private class Kept(
        val field: Field,
        val text: String,
        val isLookedAt: Boolean = false,
    )

    private val fields = mutableStateMapOf<String, Kept>()
    private var waiting = emptyMap<String, String>()
    private val restored = mutableListOf<Pair<String, String>>()

    /** A new screen is shown. What was typed into fields that are gone leaves memory. */
    fun show(screen: Screen) {
        val shown = screen.blocks.filterIsInstance<Block.Field>().map { it.v1 }
        val ids = shown.mapTo(HashSet()) { it.id }
        fields.keys.retainAll(ids)
        for (field in shown) {
            if (fields[field.id]?.field?.revision != field.revision) fields[field.id] = Kept(field, field.value)
        }
        giveBack()
    }

    fun text(field: Field): String = fields[field.id].of(field)?.text ?: field.value

    /** False where the field is no longer the one in view. */
    fun edit(
        field: Field,
        text: String,
    ): Boolean {
        val kept = fields[field.id].of(field) ?: return false
        if (kept.text == text) return false
        fields[field.id] = Kept(kept.field, text, kept.isLookedAt)
        return true
    }

    /** Whether a secret is shown as it is typed; never for longer than its field is there. */
    fun isLookedAt(field: Field): Boolean = field.reveal != null && fields[field.id].of(field)?.isLookedAt ?: false

    /** Shows a secret, or hides it again. */
    fun look(field: Field) {
        val kept = fields[field.id].of(field) ?: return
        fields[field.id] = Kept(kept.field, kept.text, !kept.isLookedAt)
    }

    fun kept(): Map<String, String> =
        fields.filterValues { !it.field.secret && it.text.isNotEmpty() }.mapValues { it.value.text }

    fun restore(texts: Map<String, String>) {
        waiting = texts
        giveBack()
    }

    /** What has been given back since the last call: the core does not know it yet. */
    fun takeRestored(): List<Pair<String, String>> = restored.toList().also { restored.clear() }

    /** The first fields that come take what is theirs; the rest belonged to another screen and is dropped. */
    private fun giveBack() {
        if (fields.isEmpty() || waiting.isEmpty()) return
        for ((id, text) in waiting) {
            val kept = fields[id] ?: continue
            if (kept.field.secret || kept.text.isNotEmpty()) continue
            fields[id] = Kept(kept.field, text)
            restored += id to text
        }
        waiting = emptyMap()
    }

    private fun Kept?.of(field: Field) = this?.takeIf { it.field.revision == field.revision }
}
