package fltaxes.android

import android.security.keystore.KeyPermanentlyInvalidatedException
import android.security.keystore.UserNotAuthenticatedException
import java.security.AlgorithmParameters
import java.security.InvalidAlgorithmParameterException
import java.security.InvalidKeyException
import java.security.Key
import java.security.SecureRandom
import java.security.spec.AlgorithmParameterSpec
import javax.crypto.Cipher
import javax.crypto.CipherSpi
import javax.crypto.IllegalBlockSizeException
import javax.crypto.spec.SecretKeySpec

/** AES-GCM with the keys of [FakeKeyStore], and with no other. */
class FakeCipher : CipherSpi() {
    private val real = Cipher.getInstance("AES/GCM/NoPadding", "SunJCE")
    private lateinit var key: FakeKeyStore.FakeKey

    private fun take(key: Key): SecretKeySpec {
        this.key = key as? FakeKeyStore.FakeKey ?: throw InvalidKeyException("not of this store")
        if (key.dead) throw KeyPermanentlyInvalidatedException()
        if (key.spec.isUnlockedDeviceRequired && FakeKeyStore.isLocked) throw UserNotAuthenticatedException()
        return SecretKeySpec(key.bytes, "AES")
    }

    override fun engineInit(
        opmode: Int,
        key: Key,
        random: SecureRandom?,
    ) = real.init(opmode, take(key))

    override fun engineInit(
        opmode: Int,
        key: Key,
        params: AlgorithmParameterSpec?,
        random: SecureRandom?,
    ) {
        val bytes = take(key)
        if (opmode == Cipher.ENCRYPT_MODE && params != null) {
            throw InvalidAlgorithmParameterException("the store chooses the nonce")
        }
        real.init(opmode, bytes, params)
    }

    override fun engineInit(
        opmode: Int,
        key: Key,
        params: AlgorithmParameters?,
        random: SecureRandom?,
    ) = throw UnsupportedOperationException()

    override fun engineUpdateAAD(
        src: ByteArray,
        offset: Int,
        len: Int,
    ) = real.updateAAD(src, offset, len)

    override fun engineDoFinal(
        input: ByteArray,
        inputOffset: Int,
        inputLen: Int,
    ): ByteArray {
        if (key.spec.isUserAuthenticationRequired && !key.agreed) {
            throw IllegalBlockSizeException().initCause(UserNotAuthenticatedException())
        }
        key.agreed = false
        return real.doFinal(input, inputOffset, inputLen)
    }

    override fun engineDoFinal(
        input: ByteArray,
        inputOffset: Int,
        inputLen: Int,
        output: ByteArray,
        outputOffset: Int,
    ) = throw UnsupportedOperationException()

    override fun engineUpdate(
        input: ByteArray,
        inputOffset: Int,
        inputLen: Int,
    ) = throw UnsupportedOperationException()

    override fun engineUpdate(
        input: ByteArray,
        inputOffset: Int,
        inputLen: Int,
        output: ByteArray,
        outputOffset: Int,
    ) = throw UnsupportedOperationException()

    override fun engineGetIV(): ByteArray = real.iv

    override fun engineGetBlockSize() = real.blockSize

    override fun engineGetOutputSize(inputLen: Int) = real.getOutputSize(inputLen)

    override fun engineGetParameters(): AlgorithmParameters? = null

    override fun engineSetMode(mode: String) = Unit

    override fun engineSetPadding(padding: String) = Unit
}
