package fltaxes.ui.boundary

import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.v2.runDesktopComposeUiTest
import fltaxes.core.PlatformException
import fltaxes.core.SharedFile
import fltaxes.ui.AppModel
import fltaxes.ui.TaxpayerApp
import fltaxes.ui.story.Eyes
import kotlinx.coroutines.awaitCancellation
import org.junit.Test
import java.util.concurrent.CountDownLatch
import java.util.concurrent.TimeUnit
import kotlin.test.assertEquals
import kotlin.test.assertNotEquals
import kotlin.test.assertNotNull
import kotlin.test.assertTrue

/** What a device does that cannot, will not, or never answers: a message on screen, and an app that goes on. */
class PlatformTest {
    private fun sharing(share: suspend () -> Unit) =
        object : Device() {
            override suspend fun shareFile(file: SharedFile) = share()
        }

    private fun Desk.askToShare() {
        tap("settings")
        tap("share-log")
    }

    private fun Desk.goesOn() {
        back()
        assertEquals("sign-in", page)
        signIn()
        assertEquals("home", page)
    }

    @Test
    fun anAsynchronousRefusalIsSaid() {
        val failures = listOf(PlatformException.Unavailable(), PlatformException.Denied(), PlatformException.Failed())
        val said =
            failures.map { failure ->
                Desk(sharing { throw failure }).use { desk ->
                    desk.askToShare()
                    desk.notice("hint").text.also { desk.goesOn() }
                }
            }
        assertEquals(3, said.toSet().size, "each has words of its own")
    }

    @Test
    fun anUnexpectedExceptionIsSaidLikeARefusal(): Unit =
        Desk(sharing { error("a mistake of the shell") }).use { desk ->
            desk.askToShare()
            assertTrue("a mistake" !in desk.notice("hint").text)
            desk.goesOn()
        }

    @Test
    fun anAnswerThatNeverComesIsSaid() {
        val isAsked = CountDownLatch(1)
        val device =
            sharing {
                isAsked.countDown()
                awaitCancellation()
            }
        Desk(device).use { desk ->
            desk.tap("settings")
            desk.engine.touch(desk.touch("share-log"))
            assertTrue(isAsked.await(60, TimeUnit.SECONDS))
            desk.theatre.later(20u)
            desk.settle()
            desk.notice("hint")
            desk.goesOn()
        }
    }

    @Test
    fun secretsThatCannotBeKeptAreSaid() {
        for (failure in listOf(PlatformException.Denied(), IllegalStateException("a mistake of the shell"))) {
            val device =
                object : Device() {
                    override fun keepSecret(
                        name: String,
                        secret: ByteArray,
                    ) = throw failure
                }
            Desk(device).use { desk ->
                desk.signIn()
                assertEquals("choose-pin", desk.page)
                desk.notice("fault")
                desk.back()
                assertNotEquals("choose-pin", desk.page)
            }
        }
    }

    @Test
    fun secretsThatCannotBeReadAreSaid() {
        var isRefusing = false
        val device =
            object : Device() {
                override fun loadSecret(name: String): ByteArray? {
                    if (isRefusing) throw PlatformException.Denied()
                    return super.loadSecret(name)
                }
            }
        Desk(device).use { desk ->
            desk.signIn()
            desk.tap("tab-settings")
            desk.tap("lock-now")
            isRefusing = true
            desk.type("pin", "246810")
            desk.tap("unlock")
            assertNotEquals("home", desk.page)
            desk.notice("fault")
            isRefusing = false
            desk.type("pin", "246810")
            desk.tap("unlock")
            assertEquals("home", desk.page)
        }
    }

    @OptIn(ExperimentalTestApi::class)
    @Test
    fun theMessageIsDrawn() =
        runDesktopComposeUiTest(width = 400, height = 860) {
            Desk(sharing { throw PlatformException.Denied() }).use { desk ->
                val model = AppModel(desk.engine)
                setContent { TaxpayerApp(model) }
                desk.askToShare()
                waitForIdle()
                val words = assertNotNull(Eyes(this).at("hint"))
                assertTrue(desk.notice("hint").text in words)
            }
        }
}
