package fltaxes.android

import android.content.Context
import fltaxes.core.CoreException
import fltaxes.core.Engine
import fltaxes.core.EngineConfig
import fltaxes.core.interfaceVersion
import fltaxes.screen.Intent
import fltaxes.ui.AppModel
import java.io.File
import java.io.IOException
import java.util.TimeZone

/** Starts the one engine of this process, the first time it is asked for. */
class CoreHolder internal constructor(
    private val context: Context,
    private val open: (EngineConfig) -> Engine,
) {
    private var started: Started.Running? = null
    private var engine: Engine? = null
    private var networks: Networks? = null

    /** The running core, or why there is none. [profile] stands in for the service profile in the app where it is given. */
    @Synchronized
    fun start(profile: String? = null): Started =
        started ?: try {
            // Before anything else: this loads the library and compares it with what the app was compiled against.
            interfaceVersion()
            run(profile ?: shippedProfile()).also { started = it }
        } catch (_: LinkageError) {
            Started.CannotStart(R.string.core_missing)
        } catch (_: CoreException) {
            Started.CannotStart(R.string.core_refused)
        } catch (_: IOException) {
            Started.CannotStart(R.string.core_refused)
        }

    /** Ends the core, so that it can be started again. */
    @Synchronized
    fun close() {
        networks?.close()
        engine?.shutdown()
        started = null
    }

    private fun run(profile: String): Started.Running {
        val config =
            EngineConfig(
                dataFolder = File(context.noBackupFilesDir, "core").path,
                serviceProfile = profile,
                utcOffsetMinutes = TimeZone.getDefault().getOffset(System.currentTimeMillis()) / MINUTE,
            )
        val engine = open(config)
        val model = AppModel(engine)
        this.engine = engine
        networks = Networks.watch(context) { model.send(Intent.NetworkBack) }
        return Started.Running(model)
    }

    private fun shippedProfile(): String = context.assets.open("lkfl2.toml").use { it.readBytes().decodeToString() }

    private companion object {
        const val MINUTE = 60_000
    }
}
