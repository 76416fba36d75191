package fltaxes.ui

import androidx.compose.ui.semantics.Role
import androidx.compose.ui.semantics.SemanticsNode
import androidx.compose.ui.semantics.SemanticsProperties
import androidx.compose.ui.semantics.getOrNull
import androidx.compose.ui.test.ComposeUiTest
import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.assertIsEnabled
import androidx.compose.ui.test.assertIsNotEnabled
import androidx.compose.ui.test.hasAnyAncestor
import androidx.compose.ui.test.hasTestTag
import androidx.compose.ui.test.hasText
import androidx.compose.ui.test.isSelected
import androidx.compose.ui.test.onNodeWithContentDescription
import androidx.compose.ui.test.onNodeWithTag
import androidx.compose.ui.test.onNodeWithText
import androidx.compose.ui.test.performClick
import androidx.compose.ui.test.performTextInput
import fltaxes.screen.Block
import fltaxes.screen.Calendar
import fltaxes.screen.Language
import fltaxes.screen.Screen
import fltaxes.stage.oneOfEach
import fltaxes.ui.blocks.Days
import fltaxes.ui.pictures.Forms
import org.junit.Test
import java.util.TimeZone
import kotlin.test.assertEquals
import kotlin.test.assertNotNull
import kotlin.test.assertNull
import kotlin.test.assertTrue

/** What forms are made of: what is said of it to those who do not see it, and the platform's calendar. */
@OptIn(ExperimentalTestApi::class)
class FormsTest {
    private fun form(vararg blocks: Block): Screen =
        oneOfEach().let { it.copy(appearance = it.appearance.copy(language = Language.EN)) }.with(*blocks)

    private fun ComposeUiTest.node(key: String): SemanticsNode = onNodeWithTag(key).fetchSemanticsNode()

    private fun SemanticsNode.texts() = config.getOrNull(SemanticsProperties.Text).orEmpty().map { it.text }

    private fun ComposeUiTest.day(words: String) = onNode(hasText(words, substring = true))

    @Test
    fun aChoiceIsADropDownWithItsNameAndValue() =
        rig(form(Block.Choice(Forms.choice))) {
            val config = node("office").config
            assertEquals(Role.DropdownList, config[SemanticsProperties.Role])
            assertTrue(node("office").texts().containsAll(listOf("Office", Forms.choice.chosen)))
            assertNull(config.getOrNull(SemanticsProperties.Error))
        }

    @Test
    fun whatIsNotChosenIsSaidAndWhatIsWrongIsAnError() =
        rig(form(Block.Choice(Forms.unchosen))) {
            assertTrue("Not chosen" in node("country").texts())
            assertEquals("Choose one", node("country").config[SemanticsProperties.Error])
        }

    @Test
    fun aChoiceThatIsSwitchedOffCannotBeTouched() =
        rig(form(Block.Choice(Forms.choice.copy(enabled = false)))) { rig ->
            onNodeWithTag("office").assertIsNotEnabled().performClick()
            assertEquals(emptyList(), rig.core.sent)
        }

    @Test
    fun whatIsWrongWithAFieldOrASwitchIsItsError() =
        rig(form(Block.Field(Forms.day.copy(error = "Too late")), Block.Toggle(Forms.toggle))) {
            assertEquals("Too late", node("day").config[SemanticsProperties.Error])
            assertEquals("It has to be on", node("agree").config[SemanticsProperties.Error])
        }

    @Test
    fun aFilterMayHaveNothingChosenAndSaysWhatIsWrong() =
        rig(form(Block.Filter(Forms.filter))) {
            onNode(isSelected() and hasAnyAncestor(hasTestTag("kind"))).assertDoesNotExist()
            val error = onNodeWithText("Nothing is chosen yet").fetchSemanticsNode().config
            assertNotNull(error.getOrNull(SemanticsProperties.LiveRegion), "it is said as soon as it is there")
            assertNull(error.getOrNull(SemanticsProperties.HideFromAccessibility))
        }

    @Test
    fun howMuchIsTypedIsToldOnlyToWhoAsks() =
        rig(form(Block.Field(Forms.words))) {
            assertTrue("93 of 2,000" in node("words").texts(), "it is part of what is said of the field")
            val count = onNodeWithText("93 of 2,000", useUnmergedTree = true).fetchSemanticsNode()
            assertNull(count.config.getOrNull(SemanticsProperties.LiveRegion))
        }

    @Test
    fun aFileIsOneThingToHearAndItsRemovalAnother() =
        rig(form(Block.Files(Forms.files))) {
            onNodeWithContentDescription("IMG_0001.jpg, JPEG, 340 kB").assertExists()
            onNodeWithContentDescription("Remove IMG_0001.jpg").assertExists()
            val way = node("papers/pick")
            assertEquals(Role.Button, way.config[SemanticsProperties.Role])
            assertEquals(listOf("A file"), way.texts())
        }

    @Test
    fun aDayOfTheCalendarIsAsGoodAsTyped() =
        rig(form(Block.Field(Forms.day))) { rig ->
            onNodeWithContentDescription("Calendar").performClick()
            day("22 November 2026").assertExists()
            day("25 November 2026").performClick()
            assertEquals(emptyList(), rig.core.sent, "it is only marked")
            onNodeWithText("Take this day").performClick()
            assertEquals(listOf<Sent>(Sent.Typed("form/day", "2026-11-25")), rig.core.sent)
            onNodeWithText("Take this day").assertDoesNotExist()
            // The core writes it its own way.
            rig.say(form(Block.Field(Forms.day.copy(value = "25.11.2026", revision = 2u))))
            onNodeWithTag("day").performTextInput("!")
            assertEquals(Sent.Typed("form/day", "25.11.2026!"), rig.core.sent.last())
        }

    @Test
    fun goingWithoutTypesNothing() =
        rig(form(Block.Field(Forms.day))) { rig ->
            onNodeWithTag("day/calendar").performClick()
            day("25 November 2026").performClick()
            onNodeWithText("Cancel").performClick()
            onNodeWithText("Cancel").assertDoesNotExist()
            assertEquals(emptyList(), rig.core.sent)
        }

    @Test
    fun onlyDaysInReachCanBePicked() =
        rig(form(Block.Field(Forms.day))) {
            onNodeWithTag("day/calendar").performClick()
            day(" 2 November 2026").assertIsNotEnabled()
            day(" 3 November 2026").assertIsEnabled()
        }

    @Test
    fun noZoneShiftsADay() {
        val before = TimeZone.getDefault()
        try {
            for (zone in listOf("Pacific/Kiritimati", "Pacific/Pago_Pago", "Europe/Moscow")) {
                TimeZone.setDefault(TimeZone.getTimeZone(zone))
                rig(form(Block.Field(Forms.day))) { rig ->
                    onNodeWithTag("day/calendar").performClick()
                    onNodeWithText("Take this day").performClick()
                    assertEquals(listOf<Sent>(Sent.Typed("form/day", "2026-11-22")), rig.core.sent, zone)
                }
            }
        } finally {
            TimeZone.setDefault(before)
        }
    }

    @Test
    fun aCalendarOpensWithinItsReachAndDaysThatAreNoneOpenNone() {
        fun days(
            day: String,
            earliest: String = "2026-01-01",
            latest: String = "2026-12-31",
        ) = Days.of(Calendar("", "", "", day, earliest, latest))

        assertEquals(days("2026-12-31"), days("2027-03-01"))
        assertEquals(days("2026-01-01"), days("1999-03-01"))
        assertEquals(days("2026-01-01", latest = "2026-01-01"), days("2026-05-05", latest = "2025-01-01"))
        assertNull(days("22.11.2026"))
        assertNull(days("2026-11-22", earliest = ""))
    }

    @Test
    fun withoutACalendarThereIsNoButton() =
        rig(form(Block.Field(Forms.day.copy(calendar = null)))) {
            onNodeWithTag("day/calendar").assertDoesNotExist()
        }

    @Test
    fun aFieldThatIsSwitchedOffHasAButtonThatIsToo() =
        rig(form(Block.Field(Forms.day.copy(enabled = false)))) {
            onNodeWithTag("day/calendar").assertIsNotEnabled()
        }
}
