package fltaxes.ui

import androidx.compose.ui.autofill.ContentType

/** What a field says of itself that no manager may fill in: else a hidden one would pass for a password. */
internal val unmanaged: ContentType? = ContentType("off")
