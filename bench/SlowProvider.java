import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Executors;

/**
 * Plays OpenAI's chat completions: waits, then labels the sample lesson's key concepts.
 *
 * <p>Usage: {@code java SlowProvider.java PORT SECONDS}
 */
public class SlowProvider {

    private static final int BACKLOG = 5000;

    private static final String ANSWER =
            """
            {"id": "1", "object": "chat.completion", "created": 1, "model": "gpt-6-luna",
             "choices": [{"index": 0, "finish_reason": "stop", "message": {"role": "assistant",
               "content": "Key Concept\\tObservations\\tEvidence\\tLabel\\tReason\\n\
            Sprites\\to\\tLine 1: x\\tNo Evidence\\tr\\n\
            Position and Movement\\to\\tLine 1: x\\tNo Evidence\\tr\\n\
            Conditionals\\to\\tLine 1: x\\tNo Evidence\\tr\\n\
            Variables\\to\\tLine 1: x\\tNo Evidence\\tr"}}],
             "usage": {"prompt_tokens": 1000, "completion_tokens": 100, "total_tokens": 1100}}
            """;

    public static void main(String[] args) throws IOException {
        Duration wait = Duration.ofMillis(Math.round(Double.parseDouble(args[1]) * 1000));
        HttpServer server =
                HttpServer.create(
                        new InetSocketAddress(
                                InetAddress.getLoopbackAddress(), Integer.parseInt(args[0])),
                        BACKLOG);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> answer(exchange, wait));
        server.start();
    }

    private static void answer(HttpExchange exchange, Duration wait) throws IOException {
        exchange.getRequestBody().readAllBytes();
        try {
            Thread.sleep(wait);
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
        byte[] body = ANSWER.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
