package fltaxes.android

import java.io.FileOutputStream
import java.nio.file.Files
import java.nio.file.NoSuchFileException
import java.nio.file.Path
import java.nio.file.StandardCopyOption.ATOMIC_MOVE
import java.nio.file.StandardCopyOption.REPLACE_EXISTING
import java.security.MessageDigest

/** Sealed secrets, a file each. A name may hold anything: its digest is the file's name. */
internal class SealedFiles(
    private val folder: Path,
) {
    /** What was written under this name, if anything was. */
    fun read(name: String): ByteArray? =
        try {
            Files.readAllBytes(file(name))
        } catch (_: NoSuchFileException) {
            null
        }

    /** On the disk when this returns: whole, or the old one as it was. */
    fun write(
        name: String,
        sealed: ByteArray,
    ) {
        Files.createDirectories(folder)
        val fresh = folder.resolve(file(name).fileName.toString() + ".new")
        FileOutputStream(fresh.toFile()).use {
            it.write(sealed)
            it.fd.sync()
        }
        Files.move(fresh, file(name), ATOMIC_MOVE, REPLACE_EXISTING)
    }

    fun delete(name: String) {
        Files.deleteIfExists(file(name))
    }

    private fun file(name: String): Path = folder.resolve(digest(name))

    companion object {
        /** A name of letters and digits that stands for any other. */
        fun digest(name: String): String =
            MessageDigest
                .getInstance("SHA-256")
                .digest(name.encodeToByteArray())
                .joinToString("") { "%02x".format(it) }
    }
}
