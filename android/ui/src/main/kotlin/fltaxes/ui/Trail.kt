package fltaxes.ui

import fltaxes.screen.Block
import fltaxes.screen.Screen

/** Pages on the way to the last of them. What the newest path does not hold is dropped: at a lock, all of the account. */
internal fun List<Screen>.followedBy(next: Screen): List<Screen> =
    filter { it.path.size < next.path.size && it.path.isBefore(next.path) } + next

/** The room it is in, where it says so. */
internal val Screen.room: String?
    get() = tabs.find { it.selected }?.key

/** From one room to another one goes elsewhere, also where one lies over the other. */
internal fun isAnotherRoom(
    one: String?,
    other: String?,
): Boolean = one != null && other != null && one != other

/** The page that lies right below the last one in its room, where it was seen. */
internal fun List<Screen>.below(): Screen? {
    val last = lastOrNull() ?: return null
    return getOrNull(size - 2)?.takeIf { it.path.size == last.path.size - 1 && !isAnotherRoom(it.room, last.room) }
}

/** Whether one goes deeper from here to there, back, or elsewhere. */
internal enum class Way {
    DEEPER,
    BACK,
    ELSEWHERE,
    ;

    companion object {
        fun between(
            from: List<String>,
            to: List<String>,
        ): Way =
            when {
                from.size < to.size && from.isBefore(to) -> DEEPER
                to.size < from.size && to.isBefore(from) -> BACK
                else -> ELSEWHERE
            }
    }
}

private fun List<String>.isBefore(other: List<String>): Boolean = size <= other.size && other.subList(0, size) == this

/**
 * A page that is seen beside the one that lies over it. Its touches mean what they say, and bring it up; what the core takes
 * only from the page on top is not offered, and what is under way is not told of any more.
 */
internal fun Screen.covered(): Screen =
    copy(
        back = null,
        refresh = null,
        busy = false,
        notice = null,
        blocks =
            blocks.map { block ->
                when (block) {
                    is Block.Field -> Block.Field(block.v1.copy(enabled = false))

                    is Block.More -> Block.More(block.v1.copy(busy = false))

                    is Block.Status, is Block.Figure, is Block.Section, is Block.Row, is Block.Text, is Block.Button,
                    is Block.Notice, is Block.Steps, is Block.Checklist, is Block.Countdown, is Block.Filter,
                    is Block.Choice, is Block.Toggle, is Block.Files, is Block.Picture, is Block.Progress,
                    is Block.Empty,
                    -> block
                }
            },
    )
