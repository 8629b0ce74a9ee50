package org.code.aiproxy.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.code.aiproxy.ApplicationProcess;
import org.code.aiproxy.console.Diagnosis;
import org.code.aiproxy.console.Diagnosis.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real command, in a folder of its own, with a provider over a socket. */
class DoctorCommandTests {

    private static final String KEY = "sk-a-secret-key";

    private final List<String> requests = new CopyOnWriteArrayList<>();

    @TempDir private Path folder;

    private HttpServer provider;
    private int status = 200;

    private record Outcome(int status, String output) {}

    @BeforeEach
    void startProvider() throws IOException {
        provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        provider.createContext(
                "/",
                exchange -> {
                    requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
                    byte[] body =
                            (status == 200
                                            ? "{\"data\": [{\"id\": \"gpt-6-luna\"}]}"
                                            : "{\"error\": {\"message\": \"Incorrect API key\"}}")
                                    .getBytes(StandardCharsets.UTF_8);
                    boolean hasBody = !exchange.getRequestMethod().equals("HEAD");
                    exchange.sendResponseHeaders(status, hasBody ? body.length : -1);
                    if (hasBody) {
                        exchange.getResponseBody().write(body);
                    }
                    exchange.close();
                });
        provider.start();
    }

    @AfterEach
    void stopProvider() {
        provider.stop(0);
    }

    @Test
    void asksForNothingThatCosts() throws Exception {
        Outcome outcome = run(Map.of("OPENAI_API_KEY", KEY));

        assertThat(outcome.status()).as(outcome.output()).isZero();
        assertThat(outcome.output())
                .contains("ok       version   aiproxy ", "ok       settings  all values are valid")
                .contains("ok       openai    reached; the key is accepted")
                .contains("ok       clock     within two minutes of ")
                .contains("warning  S3        ", "no AWS region is set")
                .doesNotContain(KEY);
        assertThat(requests).isNotEmpty().noneMatch(it -> it.startsWith("POST"));
    }

    @Test
    void saysWhatToDoAboutAKeyThatIsRefused() throws Exception {
        status = 401;
        Outcome outcome = run(Map.of("OPENAI_API_KEY", KEY));

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.output())
                .contains("problem  openai    ", "Check the key, the address, HTTPS_PROXY")
                .containsPattern("Problems: 1, warnings: \\d+\\.")
                .doesNotContain(KEY);
    }

    @Test
    void looksAtServersWithTheSameApi() throws Exception {
        Files.writeString(
                folder.resolve("config.txt"),
                """
                aiproxy.openai.servers[0].name=Ollama
                aiproxy.openai.servers[0].prefix=ollama
                aiproxy.openai.servers[0].base-url=http://127.0.0.1:9/v1
                """);
        Outcome outcome = run(Map.of());

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.output())
                .contains("off      openai    not configured; set OPENAI_API_KEY to use it")
                .containsPattern("problem  Ollama    .* Check the key, the address");
    }

    @Test
    void saysAllThatIsWrongWithSettings() throws Exception {
        Path config =
                Files.writeString(
                        folder.resolve("config.txt"),
                        "AIPROXY_API_KEY=" + KEY + "\nAIPROXY_RETRYS=3\n");
        Files.setPosixFilePermissions(config, PosixFilePermissions.fromString("rw-r--r--"));

        Outcome outcome = run(Map.of("AIPROXY_S3_URI", "nowhere", "AIPROXY_QUEUE_TIME", "soon"));

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.output())
                .contains("every user of this machine can read config.txt", "chmod 600 config.txt")
                .contains("AIPROXY_RETRYS is unknown; did you mean AIPROXY_RETRIES?")
                .contains("problem  settings  AIPROXY_S3_URI must be ")
                .contains("problem  settings  AIPROXY_QUEUE_TIME must be ")
                .doesNotContain(KEY, "\tat ");
    }

    @Test
    void comparesTheClock() {
        Clock fast = Clock.fixed(Instant.now().plus(Duration.ofMinutes(10)), ZoneOffset.UTC);
        Diagnosis diagnosis = new ClockExamination(URI.create(url()), fast).diagnoses().getFirst();

        assertThat(diagnosis.state()).isEqualTo(State.PROBLEM);
        assertThat(diagnosis.sentence()).contains("minutes ahead of ", "set it by NTP");
    }

    private String url() {
        return "http://127.0.0.1:%d/v1".formatted(provider.getAddress().getPort());
    }

    private Outcome run(Map<String, String> settings) throws Exception {
        Map<String, String> environment = new HashMap<>(settings);
        environment.put("OPENAI_BASE_URL", url());
        try (ApplicationProcess process = ApplicationProcess.start(folder, environment, "doctor")) {
            int ended = process.awaitEnd();
            return new Outcome(ended, process.output());
        }
    }
}
