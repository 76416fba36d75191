package fltaxes.ui.look

import androidx.compose.ui.graphics.Color
import androidx.compose.ui.graphics.SolidColor
import androidx.compose.ui.graphics.StrokeCap
import androidx.compose.ui.graphics.StrokeJoin
import androidx.compose.ui.graphics.vector.ImageVector
import androidx.compose.ui.graphics.vector.addPathNodes
import androidx.compose.ui.unit.dp
import fltaxes.screen.Icon
import fltaxes.screen.Tone

/** Our own line drawings, 24 by 24. */
internal object Icons {
    private const val CIRCLE = "M21 12 A9 9 0 1 1 3 12 A9 9 0 1 1 21 12"

    val Home = line("M4 11.5 L12 4.5 L20 11.5 M6 10 V19.5 H18 V10 M10 19.5 V14.5 H14 V19.5")
    val Operations = line("M9 6 H20 M9 12 H20 M9 18 H20 M4.5 6 H4.51 M4.5 12 H4.51 M4.5 18 H4.51")
    val Settings =
        line(
            "M4 7 H12 M18 7 H20 M4 17 H6 M12 17 H20 M18 7 A3 3 0 1 1 12 7 A3 3 0 1 1 18 7 " +
                "M12 17 A3 3 0 1 1 6 17 A3 3 0 1 1 12 17",
        )
    val Transport =
        line("M4.5 16.5 V12.5 L6.8 7 H17.2 L19.5 12.5 V16.5 Z M4.5 12.5 H19.5 M6.5 16.5 V19 M17.5 16.5 V19")
    val Land = line("M4 6.5 L9 4.5 L15 6.5 L20 4.5 V17.5 L15 19.5 L9 17.5 L4 19.5 Z M9 4.5 V17.5 M15 6.5 V19.5")
    val Property = line("M6 20 V4.5 H15 V20 M15 10 H19 V20 M4 20 H20 M9.5 8.5 H11.5 M9.5 12.5 H11.5 M9.5 16.5 H11.5")
    val Tax =
        line("M6 3.5 H18 V20.5 L15 18.5 L12 20.5 L9 18.5 L6 20.5 Z M9.5 14 L14.5 8.5 M9.7 9 H9.71 M14.3 13.5 H14.31")
    val Income = line("M4 8.5 H20 V19 H4 Z M9 8.5 V5.5 H15 V8.5 M4 13 H20 M12 12 V14.5")
    val Letter = line("M4 6.5 H20 V17.5 H4 Z M4 7.5 L12 13.5 L20 7.5")
    val MoneyIn = line("M12 4.5 V14.5 M7.5 10.5 L12 15 L16.5 10.5 M5 19.5 H19")
    val MoneyOut = line("M12 15 V5 M7.5 9 L12 4.5 L16.5 9 M5 19.5 H19")
    val Offline =
        line(
            "M4.5 4.5 L19.5 19.5 M8 8.5 A4.8 4.8 0 0 0 7 18 H17 M11 6.6 A5 5 0 0 1 16.8 10.6 " +
                "A3.7 3.7 0 0 1 19.6 16.3",
        )
    val Search = line("M17 11 A6 6 0 1 1 5 11 A6 6 0 1 1 17 11 M15.5 15.5 L20 20")
    val Person = line("M15.8 8 A3.8 3.8 0 1 1 8.2 8 A3.8 3.8 0 1 1 15.8 8 M4.5 20 C4.5 12.8 19.5 12.8 19.5 20")
    val Key = line("M12 15.5 A4 4 0 1 1 4 15.5 A4 4 0 1 1 12 15.5 M10.8 12.7 L19 4.5 M15.5 8 L18.5 11")
    val Card = line("M3.5 6 H20.5 V18 H3.5 Z M3.5 10 H20.5 M7 14.5 H11")
    val Office = line("M4 9.5 L12 4.5 L20 9.5 Z M6.5 12.5 V16.5 M12 12.5 V16.5 M17.5 12.5 V16.5 M4 19.5 H20")
    val Phone =
        line(
            "M8.5 4.5 L10.5 9 L8.3 10.7 C9.3 13 11 14.7 13.3 15.7 L15 13.5 L19.5 15.5 V18.5 " +
                "C19.5 19.3 18.8 20 18 19.9 C10.5 19.3 4.7 13.5 4.1 6 C4 5.2 4.7 4.5 5.5 4.5 Z",
        )
    val Device = line("M7 3.5 H17 V20.5 H7 Z M11 17.5 H13")
    val Shield = line("M12 3.5 L19 6 V11.5 C19 16 16 19 12 20.5 C8 19 5 16 5 11.5 V6 Z M9 11.8 L11.3 14 L15.2 9.8")
    val Outside = line("M18.5 14 V19.5 H4.5 V5.5 H10 M14 4.5 H19.5 V10 M19.5 4.5 L11 13")

    val Draft = line("M4.5 19.5 L5.6 15 L15.4 5.2 A2.1 2.1 0 0 1 18.8 8.6 L9 18.4 Z M13.6 7 L17 10.4")
    val File = line("M6 3.5 H13.5 L18.5 8.5 V20.5 H6 Z M13.5 3.5 V8.5 H18.5 M9.3 13 H15.2 M9.3 16.5 H15.2")
    val Picture =
        line(
            "M4 5.5 H20 V18.5 H4 Z M4.5 17.5 L9.5 11.5 L13 15.5 L15 13 L19.5 18 M16.3 9 A0.8 0.8 0 1 1 14.7 9 A0.8 0.8 0 1 1 16.3 9",
        )
    val Camera =
        line(
            "M3.5 8 H7.5 L9 5.5 H15 L16.5 8 H20.5 V19 H3.5 Z M15.4 13.3 A3.4 3.4 0 1 1 8.6 13.3 A3.4 3.4 0 1 1 15.4 13.3",
        )
    val Chosen = line("$CIRCLE M14.2 12 A2.2 2.2 0 1 1 9.8 12 A2.2 2.2 0 1 1 14.2 12 M12 11.3 V12.7")
    val NotChosen = line(CIRCLE)

    val Calendar = line("M4.5 6 H19.5 V19.5 H4.5 Z M4.5 10.5 H19.5 M8.5 3.8 V7.5 M15.5 3.8 V7.5")
    val Check = line("M5 12.5 L10 17.5 L19 7.5")
    val Cross = line("M6.5 6.5 L17.5 17.5 M17.5 6.5 L6.5 17.5")
    val Good = line("$CIRCLE M8 12.3 L11 15.2 L16.2 9.2")
    val Attention = line("M12 4 L21 19.5 H3 Z M12 10 V14 M12 16.8 H12.01")
    val Bad = line("$CIRCLE M12 7.5 V13 M12 16.3 H12.01")
    val About = line("$CIRCLE M12 11.5 V16.5 M12 8 H12.01")
    val Clock = line("$CIRCLE M12 7 V12 L15.2 14")
    val Back = line("M19.5 12 H5 M11 6 L5 12 L11 18", mirrored = true)
    val Onward = line("M9.5 6 L15.5 12 L9.5 18", mirrored = true)
    val Refresh = line("M18.5 15.75 A7.5 7.5 0 1 1 19 9.4 M19.5 4.5 V9.5 H14.5")
    val Eye =
        line(
            "M2.5 12 C5 7.5 8.5 5.5 12 5.5 C15.5 5.5 19 7.5 21.5 12 C19 16.5 15.5 18.5 12 18.5 " +
                "C8.5 18.5 5 16.5 2.5 12 Z " +
                "M15 12 A3 3 0 1 1 9 12 A3 3 0 1 1 15 12",
        )
    val EyeClosed =
        line(
            "M3 9.5 C5.5 13.5 8.5 15 12 15 C15.5 15 18.5 13.5 21 9.5 " +
                "M12 15 V18 M6.5 13 L4.5 15.5 M17.5 13 L19.5 15.5",
        )

    private fun line(
        path: String,
        mirrored: Boolean = false,
    ): ImageVector =
        ImageVector
            .Builder(
                defaultWidth = 24.dp,
                defaultHeight = 24.dp,
                viewportWidth = 24f,
                viewportHeight = 24f,
                autoMirror = mirrored,
            ).addPath(
                pathData = addPathNodes(path),
                stroke = SolidColor(Color.Black),
                strokeLineWidth = 1.9f,
                strokeLineCap = StrokeCap.Round,
                strokeLineJoin = StrokeJoin.Round,
            ).build()
}

/** The drawing of a meaning. */
internal val Icon.drawing: ImageVector
    get() =
        when (this) {
            Icon.HOME -> Icons.Home
            Icon.OPERATIONS -> Icons.Operations
            Icon.SETTINGS -> Icons.Settings
            Icon.TRANSPORT -> Icons.Transport
            Icon.LAND -> Icons.Land
            Icon.PROPERTY -> Icons.Property
            Icon.TAX -> Icons.Tax
            Icon.INCOME -> Icons.Income
            Icon.LETTER -> Icons.Letter
            Icon.MONEY_IN -> Icons.MoneyIn
            Icon.MONEY_OUT -> Icons.MoneyOut
            Icon.OFFLINE -> Icons.Offline
            Icon.SEARCH -> Icons.Search
            Icon.PERSON -> Icons.Person
            Icon.KEY -> Icons.Key
            Icon.CARD -> Icons.Card
            Icon.OFFICE -> Icons.Office
            Icon.PHONE -> Icons.Phone
            Icon.DEVICE -> Icons.Device
            Icon.SHIELD -> Icons.Shield
            Icon.OUTSIDE -> Icons.Outside
            Icon.CLOCK -> Icons.Clock
            Icon.DRAFT -> Icons.Draft
            Icon.FILE -> Icons.File
            Icon.PICTURE -> Icons.Picture
            Icon.CAMERA -> Icons.Camera
            Icon.CHOSEN -> Icons.Chosen
            Icon.NOT_CHOSEN -> Icons.NotChosen
        }

/** Tone is never told by colour alone. */
internal val Tone.drawing: ImageVector?
    get() =
        when (this) {
            Tone.GOOD -> Icons.Good
            Tone.ATTENTION -> Icons.Attention
            Tone.BAD -> Icons.Bad
            Tone.PLAIN, Tone.QUIET -> null
        }
