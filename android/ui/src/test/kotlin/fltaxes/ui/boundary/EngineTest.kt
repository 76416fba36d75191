package fltaxes.ui.boundary

import fltaxes.core.CoreException
import fltaxes.core.PlatformException
import fltaxes.core.ScreenListener
import fltaxes.screen.Block
import fltaxes.screen.Screen
import fltaxes.stage.breakInACall
import fltaxes.stage.emptyCall
import fltaxes.ui.AppModel
import fltaxes.ui.Trouble
import fltaxes.ui.key
import org.junit.Test
import java.util.concurrent.CopyOnWriteArrayList
import java.util.concurrent.CountDownLatch
import java.util.concurrent.atomic.AtomicInteger
import kotlin.concurrent.thread
import kotlin.test.assertEquals
import kotlin.test.assertFails
import kotlin.test.assertFailsWith
import kotlin.test.assertTrue

class EngineTest {
    private fun Screen.inn(): String? =
        blocks
            .filterIsInstance<Block.Field>()
            .find { it.v1.key == "inn" }
            ?.v1
            ?.value

    @Test
    fun tenThousandUpdatesBehindASlowListenerCostOneMoreScreen(): Unit =
        Desk().use { desk ->
            val seen = CopyOnWriteArrayList<Screen>()
            val isIn = CountDownLatch(1)
            val goOn = CountDownLatch(1)
            desk.engine.subscribe(
                object : ScreenListener {
                    override fun changed(screen: Screen) {
                        seen += screen
                        isIn.countDown()
                        goOn.await()
                    }
                },
            )
            isIn.await()
            val id = desk.field("inn").id
            repeat(10_000) { desk.engine.typed(id, "${it + 1}") }
            waitFor("the last update") { desk.engine.screen().inn() == "10000" }
            goOn.countDown()
            desk.settle()
            assertEquals(2, seen.size)
            assertEquals("10000", seen.last().inn())
        }

    @Test
    fun shutdownTwiceIsOnce(): Unit =
        Desk().use { desk ->
            desk.engine.shutdown()
            desk.engine.shutdown()
            assertFailsWith<CoreException.Closed> { desk.engine.back() }
            assertFailsWith<CoreException.Closed> { desk.engine.screen() }
        }

    @Test
    fun shutdownDuringCallsEndsThemAndNothingElse(): Unit =
        Desk().use { desk ->
            val failures = CopyOnWriteArrayList<Throwable>()
            val isUnderWay = CountDownLatch(2)
            val callers =
                List(2) {
                    thread {
                        try {
                            while (true) {
                                desk.engine.networkIsBack()
                                isUnderWay.countDown()
                            }
                        } catch (why: Throwable) {
                            failures += why
                        }
                    }
                }
            isUnderWay.await()
            desk.engine.shutdown()
            callers.forEach(Thread::join)
            assertEquals(2, failures.size)
            failures.forEach { assertTrue(it is CoreException.Closed, "$it") }
        }

    @Test
    fun shutdownFromTheListenerEndsIt(): Unit =
        Desk().use { desk ->
            val calls = AtomicInteger()
            val isClosed = CountDownLatch(1)
            desk.engine.subscribe(
                object : ScreenListener {
                    override fun changed(screen: Screen) {
                        calls.incrementAndGet()
                        desk.engine.shutdown()
                        isClosed.countDown()
                    }
                },
            )
            isClosed.await()
            assertFailsWith<CoreException.Closed> { desk.engine.back() }
            assertEquals(1, calls.get())
        }

    @Test
    fun anEngineThatWasLetGoIsSaidAndNoCrash() {
        val desk = Desk()
        val model = AppModel(desk.engine)
        desk.close()
        model.back()
        assertEquals(Trouble.INTERNAL, model.trouble)
    }

    @Test
    fun aPanicInsideIsSaidAndTheAppGoesOn(): Unit =
        Desk().use { desk ->
            desk.signIn()
            assertEquals("home", desk.page)
            val operations = desk.touch("tab-operations")
            desk.theatre.breakInside()
            desk.engine.touch(operations)
            desk.settle()
            assertEquals("unlock", desk.page)
            assertTrue("started anew" in desk.notice("hint").text || "заново" in desk.notice("hint").text)
            desk.type("pin", "246810")
            desk.tap("unlock")
            assertEquals("home", desk.page)
        }

    @Test
    fun afterAPanicTheEngineCanBeOpenedAgain(): Unit =
        Desk().use { desk ->
            desk.signIn()
            desk.theatre.breakInside()
            desk.engine.networkIsBack()
            desk.settle()
            desk.engine.shutdown()
            desk.theatre.open().use { again ->
                desk.settle()
                assertEquals("unlock", again.screen().key)
                again.shutdown()
            }
        }

    @Test
    fun aPanicInACallIsAnErrorOfThatCall() {
        val why = assertFails { breakInACall() }
        assertTrue("index out of bounds" in why.message.orEmpty(), "$why")
        emptyCall()
    }

    @Test
    fun aListenerThatThrowsHearsTheNextScreen(): Unit =
        Desk().use { desk ->
            val seen = CopyOnWriteArrayList<Screen>()
            val failures = listOf(PlatformException.Failed(), IllegalStateException("a mistake of the shell"))
            desk.engine.subscribe(
                object : ScreenListener {
                    override fun changed(screen: Screen) {
                        seen += screen
                        failures.getOrNull(seen.size - 1)?.let { throw it }
                    }
                },
            )
            desk.settle()
            repeat(3) { desk.type("inn", "$it") }
            assertEquals(listOf("0", "1", "2"), seen.takeLast(3).map { it.inn() })
        }
}
