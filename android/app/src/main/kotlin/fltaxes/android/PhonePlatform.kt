package fltaxes.android

import android.content.Context
import fltaxes.core.BiometricPrompt
import fltaxes.core.BiometricsState
import fltaxes.core.FileRequest
import fltaxes.core.PickedFile
import fltaxes.core.Platform
import fltaxes.core.SharedFile
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.withContext
import java.io.File
import java.util.TimeZone

/** What only the phone can do, for the core. */
internal class PhonePlatform(
    private val device: DeviceSecrets,
    private val person: PersonSecrets,
    private val sensors: () -> BiometricsState,
    private val links: Links,
    private val sharing: Sharing,
    private val picking: Picking,
) : Platform {
    override fun loadSecret(name: String): ByteArray? = answerCore { device.load(name) }

    override fun keepSecret(
        name: String,
        secret: ByteArray,
    ) = answerCore { device.keep(name, secret) }

    override fun deleteSecret(name: String) = answerCore { device.delete(name) }

    override fun biometrics(): BiometricsState = answerCore { sensors() }

    override suspend fun keepWithBiometrics(
        name: String,
        secret: ByteArray,
        prompt: BiometricPrompt,
    ) = answer { person.keep(name, secret, prompt) }

    override suspend fun loadWithBiometrics(
        name: String,
        prompt: BiometricPrompt,
    ): ByteArray = answer { person.load(name, prompt) }

    override fun forgetBiometrics(name: String) = answerCore { person.forget(name) }

    override suspend fun openLink(url: String) = answer { links.open(url) }

    override fun signInRedirect(): String = REDIRECT

    /** The browser comes back with a link, which the window hands to the core: nothing is waited for here. */
    override suspend fun openSignIn(
        url: String,
        redirect: String,
    ): String? =
        answer {
            withContext(Dispatchers.Main.immediate) { links.signIn(url, redirect) }
            null
        }

    override suspend fun shareFile(file: SharedFile) = answer { sharing.share(file) }

    override suspend fun pickFile(request: FileRequest): PickedFile = answer { picking.pick(request) }

    /** The system tells this process when the person picks another zone. */
    override fun utcOffsetMinutes(atSecond: Long): Int = TimeZone.getDefault().getOffset(atSecond * SECOND) / MINUTE

    companion object {
        /** Where a sign-in in the browser leads back to this app. The scheme is our own. */
        const val REDIRECT = "fltaxes://esia"

        private const val SECOND = 1_000
        private const val MINUTE = 60_000

        fun of(
            context: Context,
            foreground: Foreground,
            picking: Picking,
        ): PhonePlatform {
            val keys = Keys.of(context)
            val secrets = File(context.noBackupFilesDir, "secrets").toPath()
            return PhonePlatform(
                device = DeviceSecrets(keys, SealedFiles(secrets.resolve("device"))),
                person = PersonSecrets(keys, SealedFiles(secrets.resolve("person")), BiometricSheet(context)),
                sensors = { Sensors.state(context) },
                links = Links(foreground),
                sharing = Sharing(context, foreground).apply { clear() },
                picking = picking.apply { clear() },
            )
        }
    }
}
