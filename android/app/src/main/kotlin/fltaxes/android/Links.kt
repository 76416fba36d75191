package fltaxes.android

import android.content.Intent
import android.net.Uri
import androidx.activity.result.ActivityResultLauncher
import androidx.browser.auth.AuthTabIntent
import androidx.browser.customtabs.CustomTabsIntent
import fltaxes.core.PlatformException

/** Opens pages: in a tab over the app where the browser offers that, else in the browser. */
internal class Links(
    private val foreground: Foreground,
) {
    /** A window that a sign-in page comes back to. */
    interface SignInWindow {
        val signIn: ActivityResultLauncher<Intent>
    }

    fun open(url: String) {
        val page = page(url)
        val activity = foreground.activity ?: throw PlatformException.Denied()
        CustomTabsIntent.Builder().build().launchUrl(activity, page)
    }

    /**
     * Opens a sign-in page, on the main thread. Where the browser can, it keeps nothing of it and gives the link that leads back to this
     * app alone; where it cannot, that link comes as any other does.
     */
    fun signIn(
        url: String,
        back: String,
    ) {
        val page = page(url)
        val window = foreground.activity as? SignInWindow ?: throw PlatformException.Denied()
        val scheme = Uri.parse(back).scheme ?: throw PlatformException.Failed()
        AuthTabIntent
            .Builder()
            .setEphemeralBrowsingEnabled(true)
            .build()
            .launch(window.signIn, page, scheme)
    }

    /** A browser's link and no other: a file or an intent would run with the app's own rights. */
    private fun page(url: String): Uri =
        Uri.parse(url).also { if (it.scheme?.lowercase() !in WEB) throw PlatformException.Denied() }

    private companion object {
        val WEB = setOf("https", "http")
    }
}
