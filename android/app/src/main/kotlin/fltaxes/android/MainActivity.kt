package fltaxes.android

import android.content.Intent
import android.content.pm.ApplicationInfo
import android.os.Build
import android.os.Bundle
import android.view.WindowManager
import androidx.activity.ComponentActivity
import androidx.activity.compose.setContent
import androidx.activity.enableEdgeToEdge
import androidx.activity.result.contract.ActivityResultContracts
import androidx.browser.auth.AuthTabIntent
import fltaxes.ui.CannotStart
import fltaxes.ui.TaxpayerApp

/** The one window. It draws what the core says and hands it links; all else is held by [TaxesApplication]. */
class MainActivity :
    ComponentActivity(),
    Links.SignInWindow,
    Picking.Window {
    private lateinit var started: Started

    /** A page that is closed has no link, and nobody waits for one. */
    override val signIn =
        AuthTabIntent.registerActivityResultLauncher(this) { answer -> answer.resultUri?.let { follow(it.toString()) } }

    // A window that is made anew hears of what was picked for the one before it.
    private val picking get() = (application as TaxesApplication).picking
    override val files = registerForActivityResult(ActivityResultContracts.OpenDocument()) { picking.picked(it) }
    override val gallery = registerForActivityResult(ActivityResultContracts.PickVisualMedia()) { picking.picked(it) }

    /** The picture lies where it was to lie: only that it was taken is told. */
    override val camera = registerForActivityResult(Picking.TakePicture()) { picking.taken(it) }

    override fun onCreate(savedInstanceState: Bundle?) {
        super.onCreate(savedInstanceState)
        // Neither screenshots nor the list of recent apps show what a person owes.
        window.addFlags(WindowManager.LayoutParams.FLAG_SECURE)
        if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.TIRAMISU) setRecentsScreenshotEnabled(false)
        enableEdgeToEdge()
        started = (application as TaxesApplication).holder.start(profileFrom(intent))
        setContent {
            when (val now = started) {
                is Started.Running -> TaxpayerApp(now.model)
                is Started.CannotStart -> CannotStart(getString(now.words))
            }
        }
        if (savedInstanceState == null) follow(intent)
    }

    override fun onNewIntent(intent: Intent) {
        super.onNewIntent(intent)
        setIntent(intent)
        follow(intent)
    }

    private fun follow(intent: Intent) {
        val again = intent.flags and Intent.FLAG_ACTIVITY_LAUNCHED_FROM_HISTORY != 0
        intent.dataString?.takeIf { intent.action == Intent.ACTION_VIEW && !again }?.let(::follow)
    }

    private fun follow(link: String) {
        (started as? Started.Running)?.model?.follow(link)
    }

    /** Another service's profile, such as a sandbox's: in a build that can be debugged, from whoever starts it. */
    private fun profileFrom(intent: Intent): String? =
        intent
            .takeIf { applicationInfo.flags and ApplicationInfo.FLAG_DEBUGGABLE != 0 }
            ?.getStringExtra(EXTRA_PROFILE)

    companion object {
        /** The text of a service profile. */
        const val EXTRA_PROFILE = "fltaxes.profile"
    }
}
