package fltaxes.ui.boundary

import fltaxes.ui.CoreLibrary
import fltaxes.ui.Words

/** Run in a JVM of its own, since a JVM loads a library once: says what [CoreLibrary.check] says, twice. */
fun main() {
    repeat(2) {
        val fault = CoreLibrary.check()
        println("fault=$fault ${fault?.let { Words.ofDevice().of(it).isNotEmpty() }}")
    }
}
