package fltaxes.ui

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.height
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.Icon
import androidx.compose.material3.IconButton
import androidx.compose.material3.LinearProgressIndicator
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.graphics.vector.ImageVector
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.semantics.heading
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import fltaxes.screen.Screen
import fltaxes.ui.look.Icons
import fltaxes.ui.look.LocalWords

/** The way back, the title, reading anew; and a quiet line while something is under way. */
@Composable
internal fun TopBar(
    screen: Screen,
    model: AppModel,
    modifier: Modifier = Modifier,
) {
    Column(modifier.fillMaxWidth()) {
        Row(
            Modifier.fillMaxWidth().heightIn(min = 64.dp).padding(horizontal = 6.dp, vertical = 8.dp),
            Arrangement.spacedBy(2.dp),
            Alignment.CenterVertically,
        ) {
            screen.back?.let { Tool(Icons.Back, LocalWords.current.back, "back") { model.send(it) } }
            Text(
                screen.title,
                Modifier
                    .weight(1f)
                    .padding(start = if (screen.back == null) 16.dp else 4.dp, end = 4.dp)
                    .testTag("title")
                    .semantics { heading() },
                color = MaterialTheme.colorScheme.onBackground,
                style = with(MaterialTheme.typography) { if (screen.back == null) headlineSmall else titleLarge },
            )
            screen.refresh?.let { refresh ->
                Tool(Icons.Refresh, refresh.label, "refresh") { model.send(refresh.touch) }
            }
        }
        // Its room is always there, so that nothing moves.
        Box(Modifier.fillMaxWidth().height(3.dp)) {
            if (screen.busy) LinearProgressIndicator(Modifier.fillMaxWidth(), trackColor = Color.Transparent)
        }
    }
}

@Composable
private fun Tool(
    picture: ImageVector,
    name: String,
    tag: String,
    onClick: () -> Unit,
) {
    IconButton(onClick, Modifier.testTag(tag)) {
        Icon(picture, contentDescription = name, tint = MaterialTheme.colorScheme.onBackground)
    }
}
