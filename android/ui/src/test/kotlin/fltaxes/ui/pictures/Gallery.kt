package fltaxes.ui.pictures

import fltaxes.screen.Language
import fltaxes.screen.TextSize

/** A golden picture: its file's name, what is on it and how it is looked at. */
class Golden(
    val name: String,
    val state: States,
    val language: Language,
    val view: View,
    val folder: String = "src/test/pictures",
)

private const val DOCS = "../../docs/compose"
private val dark = View(isDark = true)
private val tablet = View(width = 1100, height = 760)

/** States whose blocks others show in both ways: one look is enough. */
private val once =
    setOf(
        States.PINS_DIFFER,
        States.OPERATIONS_MANY,
        States.RECOVERY_BLOCKED,
        States.FIRST_PASSWORD,
        States.NEW_PASSWORD,
        States.EVERY_ICON,
        States.FORM,
        States.CALENDAR,
        States.PATTERN_ABOUT,
        States.PATTERN_MONEY,
        States.PATTERN_PAPERS,
        States.PATTERN_REVIEW,
        States.DRAFTS,
    )

/** Each state in light English and dark Russian; those that matter most in large letters, strong contrast and on a tablet. */
val gallery: List<Golden> =
    (States.entries - once).flatMap {
        listOf(golden(it, Language.EN, "light", View()), golden(it, Language.RU, "dark", dark))
    } +
        listOf(States.SIGN_IN_WRONG, States.UNLOCK, States.HOME_DEBT, States.OPERATIONS, States.SETTINGS).flatMap {
            listOf(
                golden(it, Language.EN, "largest-dark", dark.copy(textSize = TextSize.LARGEST)),
                golden(it, Language.RU, "large-light", View(textSize = TextSize.LARGE)),
            )
        } +
        listOf(States.HOME_DEBT, States.EVERY_BLOCK).flatMap {
            listOf(
                golden(it, Language.EN, "contrast-light", View(isHighContrast = true)),
                golden(it, Language.RU, "contrast-dark", dark.copy(isHighContrast = true)),
            )
        } +
        listOf(States.PATTERN_ABOUT, States.PATTERN_MONEY, States.PATTERN_PAPERS, States.PATTERN_REVIEW).flatMap {
            listOf(
                golden(it, Language.EN, "light", View(height = 1_500)),
                golden(it, Language.RU, "dark", dark.copy(height = 1_500)),
                golden(it, Language.RU, "largest-light", View(height = 2_600, textSize = TextSize.LARGEST)),
            )
        } +
        listOf(
            golden(States.DRAFTS, Language.EN, "light", View()),
            golden(States.DRAFTS, Language.RU, "dark", dark),
            golden(States.HOME_DEBT, Language.EN, "tablet-light", tablet),
            golden(States.OPERATIONS_MANY, Language.RU, "tablet-light", tablet),
            golden(States.SIGN_IN, Language.EN, "tablet-light", tablet),
            // The page before stands beside it.
            golden(States.INCOME, Language.EN, "tablet-light", tablet),
            golden(States.NEW_PASSWORD, Language.RU, "tablet-dark", tablet.copy(isDark = true)),
            golden(States.PINS_DIFFER, Language.EN, "light", View()),
            golden(States.RECOVERY_BLOCKED, Language.RU, "light", View()),
            golden(States.FIRST_PASSWORD, Language.RU, "dark", dark),
            golden(
                States.NEW_PASSWORD,
                Language.EN,
                "largest-dark",
                dark.copy(height = 1_300, textSize = TextSize.LARGEST),
            ),
            golden(States.EVERY_ICON, Language.EN, "light", View(height = 2_000)),
            golden(States.FORM, Language.EN, "light", View(height = 1_700)),
            golden(States.FORM, Language.RU, "dark", dark.copy(height = 1_700)),
            golden(
                States.FORM,
                Language.EN,
                "largest-light",
                View(height = 3_000, textSize = TextSize.LARGEST),
            ),
            golden(States.FORM, Language.EN, "contrast-dark", dark.copy(height = 1_700, isHighContrast = true)),
            golden(States.CALENDAR, Language.EN, "light", View()),
            golden(States.CALENDAR, Language.RU, "dark", dark),
            golden(States.CALENDAR, Language.RU, "largest-light", View(textSize = TextSize.LARGEST)),
        )

/** What README shows, finer. */
val shown: List<Golden> =
    listOf(
        Golden("home-light", States.HOME_DEBT, Language.EN, View(density = 1.6f), DOCS),
        Golden(
            "home-dark-large",
            States.HOME_DEBT,
            Language.RU,
            dark.copy(textSize = TextSize.LARGE, density = 1.6f),
            DOCS,
        ),
        Golden("operations", States.OPERATIONS_MANY, Language.EN, View(density = 1.6f), DOCS),
        Golden("sign-in", States.SIGN_IN, Language.EN, View(density = 1.6f), DOCS),
    )

private fun golden(
    state: States,
    language: Language,
    look: String,
    view: View,
) = Golden("${state.name.lowercase().replace('_', '-')}-${language.name.lowercase()}-$look", state, language, view)
