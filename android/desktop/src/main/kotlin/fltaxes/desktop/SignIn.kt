package fltaxes.desktop

import com.sun.net.httpserver.HttpExchange
import com.sun.net.httpserver.HttpServer
import java.io.IOException
import java.net.InetAddress
import java.net.InetSocketAddress
import java.time.Duration
import java.util.concurrent.CompletableFuture
import java.util.concurrent.Executors
import java.util.concurrent.TimeUnit

/**
 * One sign-in in the browser: a page on this machine that the browser comes back to, once. It is there for as long as the sign-in
 * is under way, and nobody on another machine reaches it.
 */
internal class SignIn(
    patience: Duration,
) : AutoCloseable {
    private val threads = Executors.newCachedThreadPool { Thread(it, "sign-in").apply { isDaemon = true } }
    private val server = HttpServer.create(InetSocketAddress(InetAddress.getByName(HOST), 0), 0)
    private val authority = "$HOST:${server.address.port}"

    /** Where the browser comes back to. */
    val redirect = "http://$authority$PATH"

    /** That address, with all that the browser brought; cancelled with the sign-in, or failed once patience has ended. */
    val answer: CompletableFuture<String> =
        CompletableFuture<String>().orTimeout(
            patience.toMillis(),
            TimeUnit.MILLISECONDS,
        )

    init {
        server.executor = threads
        server.createContext("/", ::serve)
        server.start()
        answer.whenComplete { _, _ -> end() }
    }

    override fun close() {
        answer.cancel(false)
    }

    private fun end() {
        // Whoever is being answered hears it to its end: this may be that very thread.
        threads.execute { server.stop(0) }
        threads.shutdown()
    }

    private fun serve(exchange: HttpExchange) {
        val brought = exchange.use(::brought)
        if (brought != null) answer.complete("$redirect?$brought")
    }

    /** What the browser brought, once it has its page; null for anybody else. */
    private fun brought(exchange: HttpExchange): String? {
        val query = exchange.requestURI.rawQuery.orEmpty()
        val status =
            when {
                // A page of another name that leads here is none of ours.
                exchange.requestHeaders.getFirst("Host") != authority -> MISDIRECTED

                exchange.requestURI.path != PATH || query.isEmpty() -> NOT_FOUND

                exchange.requestMethod != "GET" -> NOT_ALLOWED

                query.length > LONGEST -> TOO_LONG

                else -> OK
            }
        exchange.responseHeaders.apply {
            set("Cache-Control", "no-store")
            set("Referrer-Policy", "no-referrer")
            set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
            set("Connection", "close")
        }
        if (status != OK) {
            exchange.sendResponseHeaders(status, NOTHING)
            return null
        }
        try {
            exchange.responseHeaders["Content-Type"] = "text/html; charset=utf-8"
            exchange.sendResponseHeaders(OK, PAGE.size.toLong())
            exchange.responseBody.write(PAGE)
        } catch (_: IOException) {
            // A browser that does not wait for its page has brought what it had.
        }
        return query
    }

    private companion object {
        const val HOST = "127.0.0.1"
        const val PATH = "/esia"
        const val OK = 200
        const val NOT_FOUND = 404
        const val NOT_ALLOWED = 405
        const val TOO_LONG = 414
        const val MISDIRECTED = 421
        const val NOTHING = -1L

        /** Letters of a query; ours, several times what a sign-in brings. */
        const val LONGEST = 8_192

        /** It speaks no language: what there is to say is said in the app. */
        val PAGE =
            """
            <!doctype html><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>✓</title>
            <p style="font:20vmin sans-serif;text-align:center;margin-top:30vmin">✓</p>
            """.trimIndent().encodeToByteArray()
    }
}
