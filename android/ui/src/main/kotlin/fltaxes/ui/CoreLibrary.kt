package fltaxes.ui

/** Whether the core's library is there and speaks the language these screens were built for. */
object CoreLibrary {
    /** Why it cannot be used. */
    enum class Fault {
        /** It is not on this device, or cannot be loaded here. */
        MISSING,

        /** It is another version than the screens. */
        OTHER,
    }

    /** To be asked before the first call; null where all is well. */
    fun check(): Fault? = found

    // A JVM tells only once what was wrong with a class.
    private val found: Fault? by lazy {
        try {
            fltaxes.screen.uniffiEnsureInitialized()
            fltaxes.core.uniffiEnsureInitialized()
            null
        } catch (why: Throwable) {
            fault(why)
        }
    }

    /** A checksum is compared with an exception; a function that is not there, or no library, is a link error. */
    private fun fault(why: Throwable): Fault {
        val causes = generateSequence(why) { it.cause }.toList()
        val isOther =
            causes.any { cause ->
                val words = cause.message.orEmpty()
                cause is RuntimeException || "looking up function" in words || "undefined symbol" in words
            }
        return if (isOther) Fault.OTHER else Fault.MISSING
    }
}
