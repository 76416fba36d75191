package fltaxes.android

import android.content.Context
import android.content.pm.PackageManager
import android.os.Build
import android.security.keystore.KeyGenParameterSpec
import android.security.keystore.KeyProperties
import java.security.KeyStore
import java.security.ProviderException
import javax.crypto.KeyGenerator
import javax.crypto.SecretKey

/**
 * AES keys that never leave the phone's key store; on a chip of their own where there is one, and shut while the phone is locked where
 * the system does that well.
 */
internal class Keys(
    private val strongBox: Boolean,
    private val shutWhileLocked: Boolean = false,
) {
    private val store by lazy { KeyStore.getInstance(STORE).apply { load(null) } }

    /** The key of this name, if it is there. */
    fun find(alias: String): SecretKey? = store.getKey(alias, null) as? SecretKey

    /** The key of this name; made if it is not there. */
    @Synchronized
    fun deviceKey(alias: String): SecretKey = find(alias) ?: make(alias, person = false)

    /** A new key that works only after the person showed a finger or face, and none that is added later. */
    @Synchronized
    fun newPersonKey(alias: String): SecretKey {
        delete(alias)
        return make(alias, person = true)
    }

    fun delete(alias: String) = store.deleteEntry(alias)

    private fun make(
        alias: String,
        person: Boolean,
    ): SecretKey {
        for (wish in wishes()) {
            try {
                return generate(wish(spec(alias, person)).build())
            } catch (_: ProviderException) {
                // The chip is busy, full or knows no such key: the processor's own keeper takes it, as plain as it must be.
            }
        }
        return generate(spec(alias, person).build())
    }

    /** What a key should be more than it must, the best first. */
    private fun wishes(): List<(KeyGenParameterSpec.Builder) -> KeyGenParameterSpec.Builder> =
        buildList {
            if (strongBox && shutWhileLocked) add { it.setIsStrongBoxBacked(true).setUnlockedDeviceRequired(true) }
            if (strongBox) add { it.setIsStrongBoxBacked(true) }
            if (shutWhileLocked) add { it.setUnlockedDeviceRequired(true) }
        }

    private fun spec(
        alias: String,
        person: Boolean,
    ): KeyGenParameterSpec.Builder {
        val spec =
            KeyGenParameterSpec
                .Builder(alias, KeyProperties.PURPOSE_ENCRYPT or KeyProperties.PURPOSE_DECRYPT)
                .setBlockModes(KeyProperties.BLOCK_MODE_GCM)
                .setEncryptionPaddings(KeyProperties.ENCRYPTION_PADDING_NONE)
                .setKeySize(BITS)
                .setUserAuthenticationRequired(person)
        if (person) spec.setInvalidatedByBiometricEnrollment(true)
        if (person && Build.VERSION.SDK_INT >= Build.VERSION_CODES.R) {
            // Every use asks anew, and a screen lock's PIN is no answer. Before Android 11 that is what the default means.
            spec.setUserAuthenticationParameters(0, KeyProperties.AUTH_BIOMETRIC_STRONG)
        }
        return spec
    }

    private fun generate(spec: KeyGenParameterSpec): SecretKey =
        KeyGenerator.getInstance(KeyProperties.KEY_ALGORITHM_AES, STORE).run {
            init(spec)
            generateKey()
        }

    companion object {
        const val STORE = "AndroidKeyStore"
        private const val BITS = 256

        fun of(context: Context) =
            Keys(
                strongBox = context.packageManager.hasSystemFeature(PackageManager.FEATURE_STRONGBOX_KEYSTORE),
                // Before Android 15 such a key could stay shut for whoever unlocked the phone by a weak face or by a watch (in its
                // TrustManagerService the flag fixUnlockedDeviceRequiredKeysV2): they would be kept out of their own account.
                shutWhileLocked = Build.VERSION.SDK_INT >= Build.VERSION_CODES.VANILLA_ICE_CREAM,
            )
    }
}
