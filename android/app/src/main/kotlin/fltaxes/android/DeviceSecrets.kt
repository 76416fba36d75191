package fltaxes.android

import fltaxes.core.PlatformException

/** Secrets that this phone gives back to this app, whoever holds it unlocked: the PIN's other half and the like. */
internal class DeviceSecrets(
    private val keys: Keys,
    private val files: SealedFiles,
) {
    fun load(name: String): ByteArray? {
        val sealed = files.read(name) ?: return null
        // The file is there and its key is not: the phone forgot the key, for good.
        val key = keys.find(KEY) ?: throw PlatformException.Invalidated()
        return Seal.open(Seal.opening(key, sealed), name, sealed)
    }

    fun keep(
        name: String,
        secret: ByteArray,
    ) = files.write(name, Seal.seal(Seal.sealing(keys.deviceKey(KEY)), name, secret))

    fun delete(name: String) = files.delete(name)

    private companion object {
        const val KEY = "fltaxes.device"
    }
}
