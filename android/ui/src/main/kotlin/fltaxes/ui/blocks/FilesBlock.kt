package fltaxes.ui.blocks

import androidx.compose.foundation.clickable
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.RowScope
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.size
import androidx.compose.material3.CircularProgressIndicator
import androidx.compose.material3.Icon
import androidx.compose.material3.IconButton
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.clip
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.Dp
import androidx.compose.ui.unit.dp
import androidx.compose.ui.unit.sp
import fltaxes.screen.AttachedFile
import fltaxes.screen.FileWay
import fltaxes.screen.Files
import fltaxes.screen.Tone
import fltaxes.screen.Touch
import fltaxes.ui.look.Disc
import fltaxes.ui.look.Drawing
import fltaxes.ui.look.Edge
import fltaxes.ui.look.Icons
import fltaxes.ui.look.LocalPalette
import fltaxes.ui.look.Sheet
import fltaxes.ui.look.Wrong
import fltaxes.ui.look.dp
import fltaxes.ui.look.drawing

/** Files that go along: one line each, then the one that is being read, then the ways to one more. */
@Composable
internal fun FilesBlock(
    files: Files,
    send: (Touch) -> Unit,
    modifier: Modifier = Modifier,
) {
    val scheme = MaterialTheme.colorScheme
    val type = MaterialTheme.typography
    val aside = Modifier.padding(horizontal = 6.dp)
    Column(modifier.fillMaxWidth(), Arrangement.spacedBy(6.dp)) {
        Text(files.label, aside, color = scheme.onSurfaceVariant, style = type.bodyMedium)
        Column(verticalArrangement = Arrangement.spacedBy(2.dp)) { Lines(files, send) }
        // Whatever one does with them, it is about all of them: it is read by itself.
        files.error?.let { Wrong(it, aside, isTold = false) }
        files.hint?.let { Text(it, aside, color = scheme.onSurfaceVariant, style = type.bodySmall) }
    }
}

@Composable
private fun Lines(
    files: Files,
    send: (Touch) -> Unit,
) {
    val before = files.files.size + if (files.busy == null) 0 else 1
    val all = before + files.ways.size
    files.files.forEachIndexed { index, file ->
        FileLine(file, edge(index, all), Modifier.testTag("${files.key}/${file.key}"), send)
    }
    files.busy?.let { Reading(it, edge(files.files.size, all)) }
    files.ways.forEachIndexed { index, way ->
        WayLine(way, edge(before + index, all), Modifier.testTag("${files.key}/${way.key}"), send)
    }
}

private fun edge(
    index: Int,
    count: Int,
): Edge =
    when {
        count == 1 -> Edge.ALONE
        index == 0 -> Edge.FIRST
        index == count - 1 -> Edge.LAST
        else -> Edge.BETWEEN
    }

/** A file, and the way to take it away: what has its key. */
@Composable
private fun FileLine(
    file: AttachedFile,
    edge: Edge,
    modifier: Modifier = Modifier,
    send: (Touch) -> Unit,
) {
    Sheet(edge = edge) {
        Across(end = 6.dp) {
            Disc(Icons.File, LocalPalette.current.tone(Tone.QUIET))
            Column(Modifier.weight(1f).semantics(mergeDescendants = true) { contentDescription = file.spoken }) {
                Text(file.name, style = MaterialTheme.typography.bodyLarge)
                Text(
                    file.detail,
                    color = MaterialTheme.colorScheme.onSurfaceVariant,
                    style = MaterialTheme.typography.bodySmall,
                )
            }
            IconButton({ send(file.remove.touch) }, modifier) {
                Icon(
                    Icons.Cross,
                    file.remove.label,
                    Modifier.size(dp(20.sp)),
                    MaterialTheme.colorScheme.onSurfaceVariant,
                )
            }
        }
    }
}

@Composable
private fun Reading(
    words: String,
    edge: Edge,
) {
    Sheet(edge = edge) {
        Across {
            CircularProgressIndicator(Modifier.padding(horizontal = 9.dp).size(24.dp), strokeWidth = 3.dp)
            Text(
                words,
                Modifier.weight(1f).semantics { liveRegion = LiveRegionMode.Polite },
                style = MaterialTheme.typography.bodyLarge,
            )
        }
    }
}

@Composable
private fun WayLine(
    way: FileWay,
    edge: Edge,
    modifier: Modifier = Modifier,
    send: (Touch) -> Unit,
) {
    val colour = MaterialTheme.colorScheme.primary
    Sheet(modifier.clip(edge.shape).clickable(role = Role.Button) { send(way.touch) }, edge) {
        Across {
            Drawing(way.icon.drawing, colour, Modifier.padding(horizontal = 11.dp))
            Text(way.label, Modifier.weight(1f), color = colour, style = MaterialTheme.typography.labelLarge)
        }
    }
}

@Composable
private fun Across(
    end: Dp = 16.dp,
    content: @Composable RowScope.() -> Unit,
) = Row(
    Modifier.heightIn(min = 60.dp).padding(start = 14.dp, end = end, top = 8.dp, bottom = 8.dp),
    Arrangement.spacedBy(13.dp),
    Alignment.CenterVertically,
    content,
)
