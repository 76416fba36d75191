package fltaxes.android

import org.junit.After
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.RuntimeEnvironment
import org.robolectric.annotation.Config
import java.time.Instant
import java.util.TimeZone
import kotlin.test.Test
import kotlin.test.assertEquals

@RunWith(RobolectricTestRunner::class)
@Config(application = android.app.Application::class)
class OffsetsTest {
    private val app = RuntimeEnvironment.getApplication()
    private val phone = Foreground().let { PhonePlatform.of(app, it, Picking(app, it)) }
    private val before = TimeZone.getDefault()

    @After
    fun home() = TimeZone.setDefault(before)

    private fun offset(
        zone: String,
        moment: String,
    ): Int {
        TimeZone.setDefault(TimeZone.getTimeZone(zone))
        return phone.utcOffsetMinutes(Instant.parse(moment).epochSecond)
    }

    @Test
    fun `a moment has the offset of its own time, in the zone of now`() {
        assertEquals(120, offset("Europe/Berlin", "2025-07-01T09:00:00Z"))
        assertEquals(60, offset("Europe/Berlin", "2025-12-01T09:00:00Z"))
        assertEquals(240, offset("Europe/Moscow", "2014-07-01T09:00:00Z"))
        assertEquals(180, offset("Europe/Moscow", "2014-12-01T09:00:00Z"))
        // The ends of the core's calendar.
        assertEquals(0, offset("UTC", "-9999-01-02T01:59:59Z"))
        assertEquals(0, offset("UTC", "9999-12-30T22:00:00Z"))
    }
}
