package fltaxes.ui

import com.sun.jna.Native

/** JNA attaches a thread of the core anew for every call, unless it is told that the thread will be back. */
internal object CoreThread {
    private val isTold = ThreadLocal.withInitial { false }

    /** The calling thread stays attached until it ends. To be called inside a callback. */
    fun stay() {
        if (isTold.get()) return
        isTold.set(true)
        // On a thread of the JVM this says nothing new.
        runCatching { Native.detach(false) }
    }
}
