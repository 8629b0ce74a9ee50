package org.code.aiproxy.web.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.code.aiproxy.ApplicationProcess;
import org.code.aiproxy.ScriptedProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** How the service stops, and what it refuses: the real process, real signals. */
@Timeout(120)
class ShutdownTests {

    private static final Pattern PORT = Pattern.compile("started on port (\\d+)");

    private static final String CHAT =
            """
            {"model": "gpt-4o", "messages": []}\
            """;

    private static final String ANSWER = "{\"choices\": []}";

    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir private Path folder;

    @Test
    void finishesWhatIsInFlightAndTakesNothingNew() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        try (ScriptedProvider provider = new ScriptedProvider();
                ApplicationProcess service = start(provider, "400")) {
            provider.plays(call -> {
                asked.countDown();
                answer.await();
                call.answer(200, "application/json", ANSWER);
            });
            int port = port(service);
            CompletableFuture<HttpResponse<String>> inFlight =
                    http.sendAsync(chat(port), BodyHandlers.ofString());
            asked.await();
            // It accepts requests a moment before it is said to be ready.
            while (get(port, "/actuator/health/readiness").statusCode() != 200) {
                Thread.onSpinWait();
            }

            service.signal("TERM");
            var _ = service.awaitLine("Stopping; 1 requests are in flight");

            assertThat(get(port, "/actuator/health/readiness").statusCode()).isEqualTo(503);
            assertThat(get(port, "/").statusCode()).isEqualTo(200);
            HttpResponse<String> refused = http.send(chat(port), BodyHandlers.ofString());
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();

            answer.countDown();
            assertThat(inFlight.get().body()).isEqualTo(ANSWER);
            assertThat(service.awaitEnd()).as(service::output).isZero();
        }
    }

    @Test
    void refusesWhatIsTooMuch() throws Exception {
        CountDownLatch asked = new CountDownLatch(2);
        CountDownLatch answer = new CountDownLatch(1);
        try (ScriptedProvider provider = new ScriptedProvider();
                ApplicationProcess service = start(provider, "2")) {
            provider.plays(call -> {
                asked.countDown();
                answer.await();
                call.answer(200, "application/json", ANSWER);
            });
            int port = port(service);
            awaitReadiness(port);
            CompletableFuture<HttpResponse<String>> one =
                    http.sendAsync(chat(port), BodyHandlers.ofString());
            CompletableFuture<HttpResponse<String>> two =
                    http.sendAsync(chat(port), BodyHandlers.ofString());
            asked.await();

            HttpResponse<String> refused = http.send(chat(port), BodyHandlers.ofString());
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).hasValue("2");
            assertThat(refused.body()).contains("The service is busy or shutting down. Try again.");
            assertThat(get(port, "/").statusCode()).isEqualTo(200);
            assertThat(get(port, "/actuator/health").statusCode()).isEqualTo(200);

            answer.countDown();
            assertThat(one.get().statusCode()).isEqualTo(200);
            assertThat(two.get().statusCode()).isEqualTo(200);
            // An answer is there a moment before its request is out of the count.
            int next;
            do {
                next = http.send(chat(port), BodyHandlers.ofString()).statusCode();
            } while (next == 503);
            assertThat(next).isEqualTo(200);
        }
    }

    private ApplicationProcess start(ScriptedProvider provider, String mostInFlight)
            throws IOException {
        return ApplicationProcess.start(
                folder,
                Map.of(
                        "OPENAI_API_KEY",
                        "sk-x",
                        "OPENAI_BASE_URL",
                        provider.url() + "/v1",
                        "AIPROXY_QUEUE_TIME",
                        "0s",
                        "AIPROXY_MAX_IN_FLIGHT",
                        mostInFlight),
                "serve",
                "--port",
                "0");
    }

    private static int port(ApplicationProcess service) throws InterruptedException {
        Matcher port = PORT.matcher(service.awaitLine("started on port"));
        assertThat(port.find()).isTrue();
        return Integer.parseInt(port.group(1));
    }

    /** The web server listens a moment before the service says that it is ready. */
    private void awaitReadiness(int port) throws IOException, InterruptedException {
        while (get(port, "/actuator/health/readiness").statusCode() != 200) {
            Thread.onSpinWait();
        }
    }

    private static HttpRequest chat(int port) {
        return HttpRequest.newBuilder(
                        URI.create("http://localhost:" + port + "/v1/chat/completions"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(CHAT))
                .build();
    }

    private HttpResponse<String> get(int port, String path)
            throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build(),
                BodyHandlers.ofString());
    }
}
