package fltaxes.ui.blocks

import androidx.compose.foundation.Image
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.height
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.runtime.remember
import androidx.compose.ui.Modifier
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.layout.ContentScale
import androidx.compose.ui.unit.dp
import fltaxes.screen.Picture
import fltaxes.ui.decodePicture
import fltaxes.ui.look.Sheet

/** A picture on the ground it was made for. Where it cannot be drawn, its description is. */
@Composable
internal fun PictureBlock(
    picture: Picture,
    load: (String) -> ByteArray?,
    modifier: Modifier = Modifier,
) {
    val bitmap = remember(picture.asset) { load(picture.asset)?.let(::decodePicture) }
    Sheet(modifier, ground = if (bitmap == null) MaterialTheme.colorScheme.surface else Color.White) {
        if (bitmap == null) {
            Text(picture.description, Modifier.padding(22.dp), style = MaterialTheme.typography.bodyLarge)
        } else {
            Image(
                bitmap,
                contentDescription = picture.description,
                modifier = Modifier.fillMaxWidth().height(128.dp).padding(14.dp),
                contentScale = ContentScale.Fit,
            )
        }
    }
}
