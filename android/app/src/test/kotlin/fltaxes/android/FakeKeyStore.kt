package fltaxes.android

import android.security.keystore.KeyGenParameterSpec
import android.security.keystore.StrongBoxUnavailableException
import java.io.InputStream
import java.io.OutputStream
import java.security.InvalidAlgorithmParameterException
import java.security.Key
import java.security.KeyStoreSpi
import java.security.Provider
import java.security.ProviderException
import java.security.SecureRandom
import java.security.Security
import java.security.UnrecoverableKeyException
import java.security.cert.Certificate
import java.security.spec.AlgorithmParameterSpec
import java.util.Collections
import java.util.Date
import java.util.Enumeration
import javax.crypto.KeyGeneratorSpi
import javax.crypto.SecretKey

/**
 * A double of the phone's key store, which no JVM has. Its keys show nobody their bytes, choose their own nonces, die when a finger is
 * added, and wait for the person where they were made so: what the app relies on.
 */
object FakeKeyStore {
    val keys = HashMap<String, FakeKey>()

    /** The phone has a chip that refuses. */
    var chipIsFull = false

    /** The phone makes no key that is shut while it is locked. */
    var knowsNoLock = false

    /** Nobody has unlocked the phone. */
    var isLocked = false

    /** The key store is not itself for a while. */
    var isUnwell = false

    /** A finger or face is enrolled. */
    var enrolled = true

    fun install() {
        keys.clear()
        chipIsFull = false
        knowsNoLock = false
        isLocked = false
        isUnwell = false
        enrolled = true
        Security.removeProvider(Keys.STORE)
        // The first that is asked, as a phone's is: what it says of a key is what the app hears.
        Security.insertProviderAt(TheProvider(), 1)
    }

    /** A finger was added in the phone's settings. */
    fun addFinger() = keys.values.filter { it.spec.isInvalidatedByBiometricEnrollment }.forEach { it.dead = true }

    private class TheProvider : Provider(Keys.STORE, "1.0", "a double") {
        init {
            put("KeyStore.${Keys.STORE}", Store::class.java.name)
            put("KeyGenerator.AES", Generator::class.java.name)
            put("Cipher.AES/GCM/NoPadding", FakeCipher::class.java.name)
        }
    }

    /** A key by its name, and no more. */
    class FakeKey(
        val spec: KeyGenParameterSpec,
        internal val bytes: ByteArray,
    ) : SecretKey {
        var dead = false

        /** The person showed a finger for the next use. */
        var agreed = false

        override fun getAlgorithm() = "AES"

        override fun getFormat(): String? = null

        override fun getEncoded(): ByteArray? = null
    }

    class Generator : KeyGeneratorSpi() {
        private lateinit var spec: KeyGenParameterSpec

        override fun engineInit(random: SecureRandom?) = throw UnsupportedOperationException()

        override fun engineInit(
            keySize: Int,
            random: SecureRandom?,
        ) = throw UnsupportedOperationException()

        override fun engineInit(
            params: AlgorithmParameterSpec,
            random: SecureRandom?,
        ) {
            spec = params as KeyGenParameterSpec
            if (spec.isUserAuthenticationRequired && !enrolled) throw InvalidAlgorithmParameterException("nobody")
        }

        override fun engineGenerateKey(): SecretKey {
            if (spec.isStrongBoxBacked && chipIsFull) throw StrongBoxUnavailableException()
            if (spec.isUnlockedDeviceRequired && knowsNoLock) throw ProviderException("no such key")
            val bytes = ByteArray(spec.keySize / Byte.SIZE_BITS).also { SecureRandom().nextBytes(it) }
            return FakeKey(spec, bytes).also { keys[spec.keystoreAlias] = it }
        }
    }

    class Store : KeyStoreSpi() {
        override fun engineGetKey(
            alias: String,
            password: CharArray?,
        ): Key? = if (isUnwell) throw UnrecoverableKeyException("later") else keys[alias]

        override fun engineContainsAlias(alias: String) = alias in keys

        override fun engineDeleteEntry(alias: String) {
            keys.remove(alias)
        }

        override fun engineAliases(): Enumeration<String> = Collections.enumeration(keys.keys)

        override fun engineSize() = keys.size

        override fun engineIsKeyEntry(alias: String) = alias in keys

        override fun engineIsCertificateEntry(alias: String) = false

        override fun engineGetCertificate(alias: String): Certificate? = null

        override fun engineGetCertificateChain(alias: String): Array<Certificate>? = null

        override fun engineGetCertificateAlias(cert: Certificate): String? = null

        override fun engineGetCreationDate(alias: String) = Date(0)

        override fun engineLoad(
            stream: InputStream?,
            password: CharArray?,
        ) = Unit

        override fun engineStore(
            stream: OutputStream?,
            password: CharArray?,
        ) = throw UnsupportedOperationException()

        override fun engineSetKeyEntry(
            alias: String,
            key: Key,
            password: CharArray?,
            chain: Array<out Certificate>?,
        ) = throw UnsupportedOperationException()

        override fun engineSetKeyEntry(
            alias: String,
            key: ByteArray,
            chain: Array<out Certificate>?,
        ) = throw UnsupportedOperationException()

        override fun engineSetCertificateEntry(
            alias: String,
            cert: Certificate,
        ) = throw UnsupportedOperationException()
    }
}
