package fltaxes.ui

import androidx.compose.ui.autofill.ContentType

/** What a field says of itself that no manager may fill in: nothing where there are no managers. */
internal val unmanaged: ContentType? = null
