package fltaxes.android

import android.content.Context
import fltaxes.core.EngineConfig
import fltaxes.core.EngineInterface
import fltaxes.ui.AppModel
import fltaxes.ui.CoreLibrary
import java.io.File

/** Starts the one engine of this process, the first time it is asked for. */
class CoreHolder internal constructor(
    private val context: Context,
    private val open: (EngineConfig) -> EngineInterface,
) {
    private var started: Started.Running? = null
    private var engine: EngineInterface? = null
    private var networks: Networks? = null

    /** The running core, or why there is none. [profile] stands in for the service profile in the app where it is given. */
    @Synchronized
    fun start(profile: String? = null): Started =
        started ?: when (CoreLibrary.check()) {
            CoreLibrary.Fault.MISSING -> Started.CannotStart(R.string.core_missing)
            CoreLibrary.Fault.OTHER -> Started.CannotStart(R.string.core_other)
            null -> run(profile)
        }

    /** Ends the core, so that it can be started again. */
    @Synchronized
    fun close() {
        networks?.close()
        engine?.shutdown()
        started = null
    }

    private fun run(profile: String?): Started {
        val engine =
            try {
                open(config(profile ?: shippedProfile()))
            } catch (_: Exception) {
                // A profile that cannot be used, a system without a thread to give, a mistake of ours: it may go better later.
                return Started.CannotStart(R.string.core_refused)
            }
        val model = AppModel(engine)
        this.engine = engine
        // Networks are told of on another thread than the model's.
        networks = Networks.watch(context) { context.mainExecutor.execute { model.networkIsBack() } }
        return Started.Running(model).also { started = it }
    }

    private fun config(profile: String) =
        EngineConfig(
            dataFolder = File(context.noBackupFilesDir, "core").path,
            serviceProfile = profile,
        )

    private fun shippedProfile(): String = context.assets.open("lkfl2.toml").use { it.readBytes().decodeToString() }
}
