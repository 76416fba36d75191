package fltaxes.desktop

import com.google.gson.JsonObject
import com.google.gson.JsonParser
import java.io.IOException

/** Whom the sandbox knows: made up, like their passwords. */
internal class Card(
    val key: String,
    val inn: String,
    val password: String,
    val title: String,
)

/** The double of the service, as a process of its own that ends with this one. */
internal class Sandbox private constructor(
    private val process: Process,
    said: JsonObject,
) : AutoCloseable {
    /** Where it listens: its README says how its faults are set from there. */
    val address: String = said["base_url"].asString

    /** How to reach it: a service profile. */
    val profile: String = said["profile"].asString

    /** Who can sign in. */
    val cards: List<Card> =
        said["taxpayers"].asJsonArray.map { it.asJsonObject }.map { card ->
            Card(card["key"].asString, card["inn"].asString, card["password"].asString, card["title"].asString)
        }

    override fun close() = process.destroy()

    companion object {
        /** Starts it; it says where it is in its first line. */
        fun start(desk: String): Sandbox {
            val process =
                ProcessBuilder(desk, "serve", "--port", "0", "--json")
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start()
            Runtime.getRuntime().addShutdownHook(Thread(process::destroy))
            val line = process.inputReader().readLine() ?: throw IOException("the sandbox ended at once")
            return Sandbox(process, JsonParser.parseString(line).asJsonObject)
        }
    }
}
