import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Plays OpenAI's chat completions, whole and streamed, as a provider on a bad day: of a hundred
 * calls so many fail, each in one of several ways.
 *
 * <p>Usage: {@code java FaultyProvider.java PORT FAULTS_OF_100}
 */
public class FaultyProvider {

    private static final int BACKLOG = 5000;
    private static final int OK = 200;

    private static final String TABLE =
            """
            Key Concept\\tObservations\\tEvidence\\tLabel\\tReason\\n\
            Sprites\\to\\tLine 1: x\\tNo Evidence\\tr\\n\
            Position and Movement\\to\\tLine 1: x\\tNo Evidence\\tr\\n\
            Conditionals\\to\\tLine 1: x\\tNo Evidence\\tr\\n\
            Variables\\to\\tLine 1: x\\tNo Evidence\\tr\
            """;

    private static final String COMPLETION =
            """
            {"id": "1", "object": "chat.completion", "created": 1, "model": "gpt-6-luna",
             "choices": [{"index": 0, "finish_reason": "stop",
               "message": {"role": "assistant", "content": "%s"}}],
             "usage": {"prompt_tokens": 1000, "completion_tokens": 100, "total_tokens": 1100}}
            """
                    .formatted(TABLE);

    private static final String CHUNK =
            """
            data: {"id":"1","object":"chat.completion.chunk","created":1,"model":"gpt-6-luna",\
            "choices":[{"index":0,"delta":{"content":"word "},"finish_reason":null}]}

            """;

    private enum Fault {
        LIMIT,
        FAILURE,
        OVERLOAD,
        GARBAGE,
        BREAK,
        HANG
    }

    public static void main(String[] args) throws IOException {
        int faults = Integer.parseInt(args[1]);
        HttpServer server =
                HttpServer.create(
                        new InetSocketAddress(
                                InetAddress.getLoopbackAddress(), Integer.parseInt(args[0])),
                        BACKLOG);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> answer(exchange, faults));
        server.start();
    }

    private static void answer(HttpExchange exchange, int faults) throws IOException {
        try (exchange) {
            String request =
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            ThreadLocalRandom random = ThreadLocalRandom.current();
            Thread.sleep(Duration.ofMillis(random.nextInt(50, 500)));
            if (random.nextInt(100) < faults) {
                fail(exchange, Fault.values()[random.nextInt(Fault.values().length)]);
            } else if (request.contains("\"stream\":true")) {
                stream(exchange);
            } else {
                send(exchange, OK, "application/json", COMPLETION);
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private static void fail(HttpExchange exchange, Fault fault)
            throws IOException, InterruptedException {
        String error = "{\"error\": {\"message\": \"a bad day\"}}";
        switch (fault) {
            case LIMIT -> send(exchange, 429, "application/json", error);
            case FAILURE -> send(exchange, 500, "application/json", error);
            case OVERLOAD -> send(exchange, 503, "text/html", "<html>");
            case GARBAGE -> send(exchange, OK, "application/json", "{\"choices\": [");
            case BREAK -> {
                exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
                exchange.sendResponseHeaders(OK, 0);
                exchange.getResponseBody().write(CHUNK.getBytes(StandardCharsets.UTF_8));
                // Closing the exchange would end the answer in good order.
                throw new IOException("broken off");
            }
            case HANG -> Thread.sleep(Duration.ofSeconds(30));
        }
    }

    private static void stream(HttpExchange exchange) throws IOException, InterruptedException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(OK, 0);
        OutputStream body = exchange.getResponseBody();
        for (int i = 0; i < 10; i++) {
            body.write(CHUNK.getBytes(StandardCharsets.UTF_8));
            body.flush();
            Thread.sleep(Duration.ofMillis(30));
        }
        body.write("data: [DONE]\n\n".getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpExchange exchange, int status, String type, String text)
            throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }
}
