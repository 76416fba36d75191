package fltaxes.ui.blocks

import androidx.compose.foundation.text.KeyboardOptions
import androidx.compose.ui.autofill.ContentType
import androidx.compose.ui.text.input.ImeAction
import androidx.compose.ui.text.input.KeyboardCapitalization
import androidx.compose.ui.text.input.KeyboardType
import fltaxes.screen.FieldKind

/** What a password manager may fill in. A PIN belongs to this device and to no manager. */
internal val FieldKind.content: ContentType?
    get() =
        when (this) {
            FieldKind.LOGIN -> ContentType.Username
            FieldKind.PASSWORD -> ContentType.Password
            FieldKind.PIN, FieldKind.NEW_PIN, FieldKind.DIGITS, FieldKind.SEARCH -> null
        }

/** The keyboard that has what is typed, and keeps to itself what nobody should learn. */
internal fun FieldKind.keyboard(hasSubmit: Boolean): KeyboardOptions =
    KeyboardOptions(
        capitalization = KeyboardCapitalization.None,
        autoCorrectEnabled = false,
        keyboardType =
            when (this) {
                FieldKind.LOGIN, FieldKind.DIGITS -> KeyboardType.Number
                FieldKind.PASSWORD -> KeyboardType.Password
                FieldKind.PIN, FieldKind.NEW_PIN -> KeyboardType.NumberPassword
                FieldKind.SEARCH -> KeyboardType.Text
            },
        imeAction =
            when {
                this == FieldKind.SEARCH -> ImeAction.Search
                hasSubmit -> ImeAction.Go
                else -> ImeAction.Next
            },
    )
