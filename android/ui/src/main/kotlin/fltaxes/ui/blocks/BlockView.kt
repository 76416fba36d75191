package fltaxes.ui.blocks

import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.testTag
import fltaxes.screen.Block
import fltaxes.ui.AppModel
import fltaxes.ui.look.Edge

/** The stable key: test tag, scroll anchor. */
internal val Block.key: String
    get() =
        when (this) {
            is Block.Status -> v1.key
            is Block.Figure -> v1.key
            is Block.Section -> v1.key
            is Block.Row -> v1.key
            is Block.Text -> v1.key
            is Block.Field -> v1.key
            is Block.Button -> v1.key
            is Block.Notice -> v1.key
            is Block.Steps -> v1.key
            is Block.Checklist -> v1.key
            is Block.Countdown -> v1.key
            is Block.Filter -> v1.key
            is Block.Choice -> v1.key
            is Block.Toggle -> v1.key
            is Block.Files -> v1.key
            is Block.Picture -> v1.key
            is Block.Progress -> v1.key
            is Block.Empty -> v1.key
            is Block.More -> v1.key
        }

/** Draws a block. There is no `else`: a new meaning does not compile until it is drawn here. */
@Composable
internal fun BlockView(
    block: Block,
    model: AppModel,
    modifier: Modifier = Modifier,
    edge: Edge = Edge.ALONE,
) {
    val tagged = modifier.testTag(block.key)
    when (block) {
        is Block.Status -> StatusBlock(block.v1, tagged)
        is Block.Figure -> FigureBlock(block.v1, edge, model::send, tagged)
        is Block.Section -> SectionBlock(block.v1, tagged)
        is Block.Row -> RowBlock(block.v1, edge, model::send, tagged)
        is Block.Text -> TextBlock(block.v1, tagged)
        is Block.Field -> FieldBlock(block.v1, model, tagged)
        is Block.Button -> ButtonBlock(block.v1, model::send, tagged)
        is Block.Notice -> NoticeBlock(block.v1, model::send, tagged)
        is Block.Steps -> StepsBlock(block.v1, tagged)
        is Block.Checklist -> ChecklistBlock(block.v1, tagged)
        is Block.Countdown -> CountdownBlock(block.v1, tagged)
        is Block.Filter -> FilterBlock(block.v1, model::send, tagged)
        is Block.Choice -> ChoiceBlock(block.v1, model::send, tagged)
        is Block.Toggle -> ToggleBlock(block.v1, edge, model::send, tagged)
        is Block.Files -> FilesBlock(block.v1, model::send, tagged)
        is Block.Picture -> PictureBlock(block.v1, model::picture, tagged)
        is Block.Progress -> ProgressBlock(block.v1, model::send, tagged)
        is Block.Empty -> EmptyBlock(block.v1, tagged)
        is Block.More -> MoreBlock(block.v1, model::send, tagged)
    }
}
