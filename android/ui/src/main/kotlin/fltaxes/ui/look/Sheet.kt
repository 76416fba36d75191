package fltaxes.ui.look

import androidx.compose.foundation.BorderStroke
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.BoxScope
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.shape.RoundedCornerShape
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Surface
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.graphics.Shape
import androidx.compose.ui.unit.dp

/** Where a block stands among neighbours that make one sheet with it. */
internal enum class Edge {
    ALONE,
    FIRST,
    BETWEEN,
    LAST,
    ;

    val shape: Shape
        get() =
            when (this) {
                ALONE -> RoundedCornerShape(OUTER)
                FIRST -> RoundedCornerShape(OUTER, OUTER, INNER, INNER)
                BETWEEN -> RoundedCornerShape(INNER)
                LAST -> RoundedCornerShape(INNER, INNER, OUTER, OUTER)
            }

    private companion object {
        val OUTER = 22.dp
        val INNER = 5.dp
    }
}

/** The ground that a block stands on. */
@Composable
internal fun Sheet(
    modifier: Modifier = Modifier,
    edge: Edge = Edge.ALONE,
    ground: Color = MaterialTheme.colorScheme.surface,
    content: @Composable BoxScope.() -> Unit,
) {
    Surface(
        modifier = modifier.fillMaxWidth(),
        shape = edge.shape,
        color = ground,
        contentColor = MaterialTheme.colorScheme.onSurface,
        border = outline(),
    ) {
        Box(content = content)
    }
}

/** The line around a sheet, where its ground alone does not set it off. */
@Composable
internal fun outline(): BorderStroke? =
    if (LocalPalette.current.hasOutlines) BorderStroke(1.5.dp, MaterialTheme.colorScheme.outline) else null
