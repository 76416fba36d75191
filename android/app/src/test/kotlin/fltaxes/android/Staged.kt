package fltaxes.android

import fltaxes.core.EngineConfig
import fltaxes.core.EngineInterface
import fltaxes.core.Platform
import fltaxes.stage.Theatre
import org.robolectric.RuntimeEnvironment

/** The app on a stage: the phone and all of the app are as they are, the service is a sandbox and the clock stands still. */
class StagedApplication : TaxesApplication() {
    /** How often an engine was asked for. */
    var opened = 0
        private set

    /** The sandbox; made where this app starts, so that one test knows nothing of another. */
    val theatre by lazy { Theatre() }

    override fun onCreate() {
        FakeKeyStore.install()
        super.onCreate()
    }

    override fun open(
        config: EngineConfig,
        platform: Platform,
    ): EngineInterface {
        opened++
        return theatre.openOn(platform)
    }
}

/** The app of the running test. */
inline fun <reified T : TaxesApplication> app(): T = RuntimeEnvironment.getApplication() as T
