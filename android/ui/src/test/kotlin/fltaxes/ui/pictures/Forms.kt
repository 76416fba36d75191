package fltaxes.ui.pictures

import fltaxes.screen.Action
import fltaxes.screen.AttachedFile
import fltaxes.screen.Block
import fltaxes.screen.Calendar
import fltaxes.screen.Choice
import fltaxes.screen.Field
import fltaxes.screen.FieldKind
import fltaxes.screen.FileWay
import fltaxes.screen.Files
import fltaxes.screen.Filter
import fltaxes.screen.FilterOption
import fltaxes.screen.Icon
import fltaxes.screen.Toggle

/** Made-up forms with all that forms are made of, for pictures and tests. */
object Forms {
    private val calendar =
        Calendar(
            "Calendar",
            "Take this day",
            "Cancel",
            day = "2026-11-22",
            earliest = "2026-11-03",
            latest = "2027-02-10",
        )

    val words: Field =
        field("words", "What it is about", FieldKind.LONG_WORDS).copy(
            value = "The cadastral value is that of another house.\nPlease look at the extract that comes with this.",
            hint = "One thing a letter",
            count = "93 of 2,000",
        )
    val day: Field = field("day", "Paid on", FieldKind.DAY).copy(value = "22.11.2026", calendar = calendar)

    /** Of a month in which no picture is taken: the calendar marks today. */
    val dayLongAgo: Field =
        day.copy(
            value = "22.11.2023",
            calendar = calendar.copy(day = "2023-11-22", earliest = "2023-11-03", latest = "2024-02-10"),
        )
    val choice: Choice =
        Choice("office", "Office", "7700 · Inspectorate No. 46 for Moscow", "Not chosen", null, null, true, 1uL)
    val unchosen: Choice = choice.copy(key = "country", label = "Country", chosen = null, error = "Choose one")
    val filter: Filter =
        Filter(
            "kind",
            "What for",
            listOf(FilterOption("study", "Study", false, 2uL), FilterOption("health", "Health", false, 3uL)),
            "Nothing is chosen yet",
        )
    val toggle: Toggle = Toggle("agree", "I have read what this means", false, "It has to be on", 4uL)
    val files: Files =
        Files(
            "papers",
            "Papers",
            listOf(
                file("one", "Договор № 12 от 3 ноября.pdf", "PDF, 2 pages, 1.2 MB"),
                file("two", "IMG_0001.jpg", "JPEG, 340 kB"),
            ),
            listOf(FileWay("pick", Icon.FILE, "A file", 7uL), FileWay("camera", Icon.CAMERA, "Take a picture", 8uL)),
            hint = "PDF or pictures, up to 20 MB together",
            error = "The last one was empty",
            busy = null,
        )

    val all: List<Block> =
        listOf(
            Block.Choice(choice),
            Block.Choice(unchosen),
            Block.Choice(choice.copy(key = "fixed", enabled = false, hint = "Chosen by the service")),
            Block.Field(field("name", "Name", FieldKind.PERSON_NAME).copy(value = "Анна-Мария", count = "10 of 60")),
            Block.Field(day.copy(error = "That is after the year's end", hint = "As on the receipt")),
            Block.Field(field("amount", "Amount", FieldKind.AMOUNT).copy(value = "12 345,67")),
            Block.Field(words),
            Block.Filter(filter),
            Block.Toggle(toggle),
            Block.Files(files),
            Block.Files(
                files.copy(
                    key = "more",
                    label = "More papers",
                    error = null,
                    busy = "Reading a picture",
                    ways = emptyList(),
                ),
            ),
        )

    private fun file(
        key: String,
        name: String,
        detail: String,
    ) = AttachedFile(key, name, detail, "$name, $detail", Action("Remove $name", 5uL))

    private fun field(
        key: String,
        label: String,
        kind: FieldKind,
    ) = Field(
        key = key,
        id = "form/$key",
        label = label,
        kind = kind,
        secret = false,
        value = "",
        revision = 1u,
        hint = null,
        error = null,
        enabled = true,
        submit = null,
        reveal = null,
        count = null,
        calendar = null,
    )
}
