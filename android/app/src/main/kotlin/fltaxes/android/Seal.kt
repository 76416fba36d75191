package fltaxes.android

import java.security.GeneralSecurityException
import javax.crypto.Cipher
import javax.crypto.SecretKey
import javax.crypto.spec.GCMParameterSpec

/** AES-GCM, bound to a name: a sealed secret put in another's place does not open. Version, nonce, then the sealed text. */
internal object Seal {
    private const val VERSION: Byte = 1
    private const val NONCE = 12
    private const val TAG_BITS = 128
    private const val HEAD = 1 + NONCE

    /** A cipher that seals; the key store chooses the nonce. */
    fun sealing(key: SecretKey): Cipher = cipher().apply { init(Cipher.ENCRYPT_MODE, key) }

    /** A cipher that opens what was [sealed]. */
    fun opening(
        key: SecretKey,
        sealed: ByteArray,
    ): Cipher {
        if (sealed.size <= HEAD || sealed[0] != VERSION) throw GeneralSecurityException("not sealed here")
        return cipher().apply { init(Cipher.DECRYPT_MODE, key, GCMParameterSpec(TAG_BITS, sealed, 1, NONCE)) }
    }

    fun seal(
        cipher: Cipher,
        name: String,
        secret: ByteArray,
    ): ByteArray {
        cipher.updateAAD(name.encodeToByteArray())
        return byteArrayOf(VERSION) + cipher.iv + cipher.doFinal(secret)
    }

    fun open(
        cipher: Cipher,
        name: String,
        sealed: ByteArray,
    ): ByteArray {
        cipher.updateAAD(name.encodeToByteArray())
        return cipher.doFinal(sealed, HEAD, sealed.size - HEAD)
    }

    private fun cipher() = Cipher.getInstance("AES/GCM/NoPadding")
}
