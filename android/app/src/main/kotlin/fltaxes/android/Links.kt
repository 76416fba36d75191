package fltaxes.android

import android.net.Uri
import androidx.browser.customtabs.CustomTabsIntent
import fltaxes.core.PlatformException

/** Opens pages: in a tab over the app where the browser offers that, else in the browser. */
internal class Links(
    private val foreground: Foreground,
) {
    fun open(url: String) {
        val page = Uri.parse(url)
        // A browser's link and no other: a file or an intent would run with the app's own rights.
        if (page.scheme?.lowercase() !in WEB) throw PlatformException.Denied()
        val activity = foreground.activity ?: throw PlatformException.Denied()
        CustomTabsIntent.Builder().build().launchUrl(activity, page)
    }

    private companion object {
        val WEB = setOf("https", "http")
    }
}
