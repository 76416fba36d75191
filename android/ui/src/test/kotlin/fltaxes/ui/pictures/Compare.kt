package fltaxes.ui.pictures

import java.awt.image.BufferedImage
import java.io.ByteArrayOutputStream
import javax.imageio.ImageIO
import kotlin.math.abs

/** A channel may differ by so much: rounding of another processor. */
private const val CHANNEL = 24

/** So many of a thousand dots may differ by more. */
private const val DOTS = 1

/** How two pictures differ. */
class Comparison(
    private val expected: BufferedImage,
    private val actual: BufferedImage,
) {
    private val isSized = expected.width == actual.width && expected.height == actual.height
    private val different: Int = if (isSized) dots().count { (x, y) -> differs(x, y) } else Int.MAX_VALUE

    val isDifferent: Boolean = !isSized || different * 1000L > expected.width * expected.height * DOTS.toLong()

    val words: String
        get() = if (isSized) "$different dots differ" else "${actual.width}×${actual.height} is another size"

    /** The actual picture, pale, with every dot that differs in red. */
    fun picture(): ByteArray {
        val diff = BufferedImage(actual.width, actual.height, BufferedImage.TYPE_INT_RGB)
        for (y in 0 until actual.height) {
            for (x in 0 until actual.width) {
                val isThere = x < expected.width && y < expected.height
                diff.setRGB(x, y, if (!isThere || differs(x, y)) RED else pale(actual.getRGB(x, y)))
            }
        }
        return ByteArrayOutputStream().also { ImageIO.write(diff, "png", it) }.toByteArray()
    }

    private fun dots() = sequence { for (y in 0 until actual.height) for (x in 0 until actual.width) yield(x to y) }

    private fun differs(
        x: Int,
        y: Int,
    ): Boolean {
        val one = expected.getRGB(x, y)
        val other = actual.getRGB(x, y)
        return one != other && CHANNELS.any { abs((one shr it and BYTE) - (other shr it and BYTE)) > CHANNEL }
    }

    private fun pale(rgb: Int): Int = CHANNELS.fold(0) { sum, at -> sum or ((191 + (rgb shr at and BYTE) / 4) shl at) }

    private companion object {
        const val RED = 0xE00000
        const val BYTE = 0xFF
        val CHANNELS = listOf(0, 8, 16)
    }
}

fun compare(
    expected: ByteArray,
    actual: ByteArray,
) = Comparison(ImageIO.read(expected.inputStream()), ImageIO.read(actual.inputStream()))
