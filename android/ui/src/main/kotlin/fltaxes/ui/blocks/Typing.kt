package fltaxes.ui.blocks

import androidx.compose.foundation.text.KeyboardOptions
import androidx.compose.ui.autofill.ContentDataType
import androidx.compose.ui.autofill.ContentType
import androidx.compose.ui.semantics.SemanticsPropertyReceiver
import androidx.compose.ui.semantics.contentDataType
import androidx.compose.ui.semantics.contentType
import androidx.compose.ui.semantics.isSensitiveData
import androidx.compose.ui.text.input.ImeAction
import androidx.compose.ui.text.input.KeyboardCapitalization
import androidx.compose.ui.text.input.KeyboardType
import fltaxes.screen.Field
import fltaxes.screen.FieldKind
import fltaxes.ui.unmanaged

/** What the platform may fill in: a manager what it keeps, the keyboard a code from a message. */
internal val FieldKind.content: ContentType?
    get() =
        when (this) {
            FieldKind.LOGIN -> ContentType.Username

            FieldKind.PASSWORD -> ContentType.Password

            FieldKind.NEW_PASSWORD -> ContentType.NewPassword

            FieldKind.EMAIL -> ContentType.EmailAddress

            FieldKind.PHONE -> ContentType.PhoneNumber

            FieldKind.CODE -> ContentType.SmsOtpCode

            FieldKind.PIN, FieldKind.NEW_PIN, FieldKind.SECRET_WORDS, FieldKind.DIGITS, FieldKind.SEARCH,
            FieldKind.LINK, FieldKind.WORDS,
            -> null
        }

/** Who may fill in a field. No manager hears of a PIN, which is this device's, nor of secret words. */
internal fun SemanticsPropertyReceiver.filledInAs(field: Field) {
    val content = field.kind.content
    if (content != null) {
        contentType = content
    } else if (field.secret) {
        unmanaged?.let { contentType = it }
        contentDataType = ContentDataType.None
        isSensitiveData = true
    }
}

/** The keyboard that has what is typed, and keeps to itself what nobody should learn. */
internal fun FieldKind.keyboard(hasSubmit: Boolean): KeyboardOptions =
    KeyboardOptions(
        capitalization = if (this == FieldKind.WORDS) KeyboardCapitalization.Sentences else KeyboardCapitalization.None,
        autoCorrectEnabled = false,
        keyboardType =
            when (this) {
                FieldKind.LOGIN, FieldKind.DIGITS, FieldKind.CODE -> KeyboardType.Number
                FieldKind.PASSWORD, FieldKind.NEW_PASSWORD, FieldKind.SECRET_WORDS -> KeyboardType.Password
                FieldKind.PIN, FieldKind.NEW_PIN -> KeyboardType.NumberPassword
                FieldKind.EMAIL -> KeyboardType.Email
                FieldKind.PHONE -> KeyboardType.Phone
                FieldKind.LINK -> KeyboardType.Uri
                FieldKind.SEARCH, FieldKind.WORDS -> KeyboardType.Text
            },
        imeAction =
            when {
                this == FieldKind.SEARCH -> ImeAction.Search
                hasSubmit -> ImeAction.Go
                else -> ImeAction.Next
            },
    )
