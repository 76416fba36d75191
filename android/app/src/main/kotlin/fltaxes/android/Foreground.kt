package fltaxes.android

import android.app.Activity
import android.app.Application
import android.os.Bundle

/** Knows the window a person looks at: nothing else may open another app. */
internal class Foreground : Application.ActivityLifecycleCallbacks {
    /** That window, if there is one. */
    @Volatile
    var activity: Activity? = null
        private set

    override fun onActivityStarted(activity: Activity) {
        this.activity = activity
    }

    override fun onActivityStopped(activity: Activity) {
        if (this.activity === activity) this.activity = null
    }

    override fun onActivityCreated(
        activity: Activity,
        savedInstanceState: Bundle?,
    ) = Unit

    override fun onActivityResumed(activity: Activity) = Unit

    override fun onActivityPaused(activity: Activity) = Unit

    override fun onActivitySaveInstanceState(
        activity: Activity,
        outState: Bundle,
    ) = Unit

    override fun onActivityDestroyed(activity: Activity) = Unit
}
