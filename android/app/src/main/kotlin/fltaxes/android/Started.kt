package fltaxes.android

import androidx.annotation.StringRes
import fltaxes.ui.AppModel

/** What became of starting the core. */
sealed interface Started {
    /** It runs. */
    class Running(
        val model: AppModel,
    ) : Started

    /** It does not, and this is what a person is told. */
    class CannotStart(
        @param:StringRes val words: Int,
    ) : Started
}
