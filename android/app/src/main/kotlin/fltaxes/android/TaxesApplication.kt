package fltaxes.android

import android.app.Application
import fltaxes.core.Engine
import fltaxes.core.EngineConfig
import fltaxes.core.EngineInterface
import fltaxes.core.Platform

/** Outlives every window, so that turning the phone neither loses the engine nor makes a second one. */
open class TaxesApplication : Application() {
    private lateinit var foreground: Foreground

    /** What a person picks, whichever window hears of it. */
    internal lateinit var picking: Picking
        private set

    /** What starts the core, and holds it from then on. */
    lateinit var holder: CoreHolder
        private set

    override fun onCreate() {
        super.onCreate()
        foreground = Foreground().also(::registerActivityLifecycleCallbacks)
        picking = Picking(this, foreground)
        holder = CoreHolder(this) { open(it, PhonePlatform.of(this, foreground, picking)) }
    }

    /** A test opens one whose clock it moves. */
    protected open fun open(
        config: EngineConfig,
        platform: Platform,
    ): EngineInterface = Engine(config, platform)

    /** No phone calls this; a process that plays a phone does. */
    override fun onTerminate() {
        holder.close()
        super.onTerminate()
    }
}
