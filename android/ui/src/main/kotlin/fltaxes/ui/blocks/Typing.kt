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

            FieldKind.ADDRESS -> ContentType.PostalAddress

            // Which part of a name is asked for, a manager is not told: the whole name would be wrong in a part's place.
            FieldKind.PERSON_NAME -> null

            FieldKind.PIN, FieldKind.NEW_PIN, FieldKind.SECRET_WORDS, FieldKind.DIGITS, FieldKind.SEARCH,
            FieldKind.LINK, FieldKind.WORDS, FieldKind.LONG_WORDS, FieldKind.AMOUNT, FieldKind.DAY, FieldKind.MONTH,
            -> null
        }

/** What takes several lines: Enter begins another one. */
internal val FieldKind.isLong: Boolean
    get() =
        when (this) {
            FieldKind.LONG_WORDS, FieldKind.ADDRESS -> true

            FieldKind.LOGIN, FieldKind.PASSWORD, FieldKind.NEW_PASSWORD, FieldKind.PIN, FieldKind.NEW_PIN,
            FieldKind.DIGITS, FieldKind.SEARCH, FieldKind.EMAIL, FieldKind.PHONE, FieldKind.CODE,
            FieldKind.SECRET_WORDS, FieldKind.LINK, FieldKind.WORDS, FieldKind.PERSON_NAME, FieldKind.AMOUNT,
            FieldKind.DAY, FieldKind.MONTH,
            -> false
        }

private val FieldKind.capitals: KeyboardCapitalization
    get() =
        when (this) {
            FieldKind.WORDS, FieldKind.LONG_WORDS, FieldKind.ADDRESS -> KeyboardCapitalization.Sentences

            FieldKind.PERSON_NAME -> KeyboardCapitalization.Words

            FieldKind.LOGIN, FieldKind.PASSWORD, FieldKind.NEW_PASSWORD, FieldKind.PIN, FieldKind.NEW_PIN,
            FieldKind.DIGITS, FieldKind.SEARCH, FieldKind.EMAIL, FieldKind.PHONE, FieldKind.CODE,
            FieldKind.SECRET_WORDS, FieldKind.LINK, FieldKind.AMOUNT, FieldKind.DAY, FieldKind.MONTH,
            -> KeyboardCapitalization.None
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
        capitalization = capitals,
        autoCorrectEnabled = false,
        keyboardType =
            when (this) {
                FieldKind.LOGIN, FieldKind.DIGITS, FieldKind.CODE -> KeyboardType.Number

                FieldKind.PASSWORD, FieldKind.NEW_PASSWORD, FieldKind.SECRET_WORDS -> KeyboardType.Password

                FieldKind.PIN, FieldKind.NEW_PIN -> KeyboardType.NumberPassword

                FieldKind.EMAIL -> KeyboardType.Email

                FieldKind.PHONE -> KeyboardType.Phone

                FieldKind.LINK -> KeyboardType.Uri

                // A day has points in it, as an amount has.
                FieldKind.AMOUNT, FieldKind.DAY, FieldKind.MONTH -> KeyboardType.Decimal

                FieldKind.SEARCH, FieldKind.WORDS, FieldKind.LONG_WORDS, FieldKind.PERSON_NAME, FieldKind.ADDRESS,
                -> KeyboardType.Text
            },
        imeAction =
            when {
                // The key makes a new line, whatever else there is to do.
                isLong -> ImeAction.Default

                this == FieldKind.SEARCH -> ImeAction.Search

                hasSubmit -> ImeAction.Go

                else -> ImeAction.Next
            },
    )
