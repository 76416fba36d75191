package fltaxes.ui.blocks

import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.size
import androidx.compose.foundation.rememberScrollState
import androidx.compose.foundation.verticalScroll
import androidx.compose.material3.DatePicker
import androidx.compose.material3.DatePickerDefaults
import androidx.compose.material3.DatePickerDialog
import androidx.compose.material3.DatePickerState
import androidx.compose.material3.ExperimentalMaterial3Api
import androidx.compose.material3.Icon
import androidx.compose.material3.IconButton
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.SelectableDates
import androidx.compose.material3.Text
import androidx.compose.material3.TextButton
import androidx.compose.runtime.Composable
import androidx.compose.runtime.CompositionLocalProvider
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.saveable.Saver
import androidx.compose.runtime.saveable.rememberSaveable
import androidx.compose.runtime.setValue
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.LocalDensity
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import androidx.compose.ui.unit.sp
import fltaxes.screen.Calendar
import fltaxes.screen.Field
import fltaxes.ui.look.Icons
import fltaxes.ui.look.LocalWords
import fltaxes.ui.look.dp
import java.time.LocalDate
import java.time.format.DateTimeParseException
import java.util.Locale

/** Opens the platform's calendar; the day that is taken there is as good as typed. */
@Composable
internal fun CalendarButton(
    field: Field,
    calendar: Calendar,
    type: (String) -> Unit,
) {
    val days = Days.of(calendar) ?: return
    var isOpen by rememberSaveable { mutableStateOf(false) }
    IconButton({ isOpen = true }, Modifier.testTag("${field.key}/calendar"), enabled = field.enabled) {
        Icon(
            Icons.Calendar,
            calendar.open,
            Modifier.size(dp(20.sp)),
            MaterialTheme.colorScheme.onSurfaceVariant,
        )
    }
    if (isOpen && field.enabled) {
        CalendarDialog(field, calendar, days, close = { isOpen = false }) {
            isOpen = false
            type(it)
        }
    }
}

@OptIn(ExperimentalMaterial3Api::class)
@Composable
private fun CalendarDialog(
    field: Field,
    calendar: Calendar,
    days: Days,
    close: () -> Unit,
    take: (String) -> Unit,
) {
    val locale = LocalWords.current.locale
    val state = rememberSaveable(days, saver = saver(days, locale)) { state(days, days.first, locale) }
    // A dialog has a window of its own, which knows the platform's size of letters only.
    val density = LocalDensity.current

    @Composable
    fun Sized(content: @Composable () -> Unit) = CompositionLocalProvider(LocalDensity provides density, content)
    DatePickerDialog(
        onDismissRequest = close,
        confirmButton = {
            Sized {
                val day = state.selectedDateMillis?.let(::dayOf)
                TextButton({ day?.let(take) }, Modifier.testTag("${field.key}/take"), enabled = day != null) {
                    Text(calendar.take, style = MaterialTheme.typography.labelLarge)
                }
            }
        },
        dismissButton = {
            Sized {
                TextButton(close, Modifier.testTag("${field.key}/cancel")) {
                    Text(calendar.cancel, style = MaterialTheme.typography.labelLarge)
                }
            }
        },
    ) {
        Sized {
            DatePicker(
                state,
                // Large letters need more than a small phone is high.
                Modifier.verticalScroll(rememberScrollState()),
                title = { Text(field.label, Modifier.padding(start = 24.dp, end = 12.dp, top = 20.dp)) },
                headline = { Marked(state.selectedDateMillis, locale) },
                // Days are typed in the field itself.
                showModeToggle = false,
            )
        }
    }
}

/** The day that is marked, as the platform writes it: all of it in the screens' language, and however large the letters are. */
@OptIn(ExperimentalMaterial3Api::class)
@Composable
private fun Marked(
    day: Long?,
    locale: Locale,
) {
    val formatter = remember { DatePickerDefaults.dateFormatter() }
    Text(
        formatter.formatDate(day, locale).orEmpty(),
        Modifier
            .padding(start = 24.dp, end = 12.dp, top = 4.dp, bottom = 14.dp)
            .semantics { liveRegion = LiveRegionMode.Polite },
        style = MaterialTheme.typography.titleMedium,
    )
}

/** The days of a calendar, each in the form that the platform's has: its first moment in UTC. No zone can shift it. */
internal data class Days(
    val first: Long,
    val earliest: LocalDate,
    val latest: LocalDate,
) {
    companion object {
        /** Null where they are no days: then there is no calendar. */
        fun of(calendar: Calendar): Days? =
            try {
                val earliest = LocalDate.parse(calendar.earliest)
                val latest = maxOf(earliest, LocalDate.parse(calendar.latest))
                Days(millis(LocalDate.parse(calendar.day).coerceIn(earliest, latest)), earliest, latest)
            } catch (_: DateTimeParseException) {
                null
            }
    }
}

private const val DAY = 86_400_000L

private fun millis(day: LocalDate): Long = day.toEpochDay() * DAY

/** As the core writes days. */
private fun dayOf(millis: Long): String = LocalDate.ofEpochDay(Math.floorDiv(millis, DAY)).toString()

@OptIn(ExperimentalMaterial3Api::class)
private fun state(
    days: Days,
    day: Long?,
    locale: Locale,
) = DatePickerState(
    locale = locale,
    initialSelectedDateMillis = day,
    initialDisplayedMonthMillis = day ?: days.first,
    yearRange = days.earliest.year..days.latest.year,
    selectableDates =
        object : SelectableDates {
            override fun isSelectableDate(utcTimeMillis: Long) =
                utcTimeMillis in millis(days.earliest)..millis(days.latest)

            override fun isSelectableYear(year: Int) = year in days.earliest.year..days.latest.year
        },
)

/** Turning the phone keeps the day that is marked. */
@OptIn(ExperimentalMaterial3Api::class)
private fun saver(
    days: Days,
    locale: Locale,
) = Saver<DatePickerState, Long>(
    save = { it.selectedDateMillis },
    restore = { state(days, it, locale) },
)
