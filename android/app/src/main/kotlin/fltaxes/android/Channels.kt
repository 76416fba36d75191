package fltaxes.android

import android.app.NotificationChannel
import android.app.NotificationManager
import android.content.Context

/** The kinds of notifications a person can switch on and off in the phone's settings. */
internal object Channels {
    const val REMINDERS = "reminders"

    /** Makes them, or gives them their names anew. */
    fun make(context: Context) {
        val name = context.getString(R.string.channel_reminders)
        context
            .getSystemService(NotificationManager::class.java)
            .createNotificationChannel(NotificationChannel(REMINDERS, name, NotificationManager.IMPORTANCE_DEFAULT))
    }
}
