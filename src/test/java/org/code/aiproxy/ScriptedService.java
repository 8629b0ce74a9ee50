package org.code.aiproxy;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole service on a free port, with providers that a test writes byte by byte. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "aiproxy.access.keys=test-key",
            "aiproxy.model.budget=5s",
            "aiproxy.answers.silence=3s",
            "aiproxy.limits.body-time=1s",
            "aiproxy.resilience.first-wait=1ms",
            "aiproxy.resilience.breaker-calls=100000",
            "aiproxy.openai.api-key=sk-service",
            "aiproxy.aws.region=us-east-1",
            "aiproxy.aws.access-key-id=AKIATEST",
            "aiproxy.aws.secret-access-key=aws-secret",
            "aiproxy.bedrock.configured=yes",
            "AIPROXY_MAX_BODY_SIZE=8MB",
            "server.tomcat.connection-timeout=2s",
            "spring.config.import="
        })
public abstract class ScriptedService {

    protected static final ScriptedProvider OPENAI = new ScriptedProvider();
    protected static final ScriptedProvider OLLAMA = new ScriptedProvider();
    protected static final ScriptedProvider BEDROCK = new ScriptedProvider();

    protected final HttpClient http = HttpClient.newHttpClient();

    @Autowired private Environment environment;

    @DynamicPropertySource
    static void providers(DynamicPropertyRegistry properties) {
        properties.add("aiproxy.openai.base-url", () -> OPENAI.url() + "/v1");
        properties.add("aiproxy.openai.servers[0].name", () -> "ollama");
        properties.add("aiproxy.openai.servers[0].prefix", () -> "ollama/");
        properties.add("aiproxy.openai.servers[0].base-url", () -> OLLAMA.url() + "/v1");
        properties.add("aiproxy.bedrock.endpoint", BEDROCK::url);
    }

    @AfterEach
    void forget() {
        OPENAI.plays(_ -> {});
        OLLAMA.plays(_ -> {});
        BEDROCK.plays(_ -> {});
    }

    protected int port() {
        return environment.getRequiredProperty("local.server.port", Integer.class);
    }

    protected String url() {
        return "http://localhost:" + port();
    }

    protected HttpRequest post(String path, String json) {
        return post(path, json, "application/json");
    }

    protected HttpRequest post(String path, String body, String contentType) {
        return HttpRequest.newBuilder(URI.create(url() + path))
                .header("Authorization", "Bearer test-key")
                .header("Content-Type", contentType)
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    protected HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    protected HttpResponse<String> get(String path) {
        return send(
                HttpRequest.newBuilder(URI.create(url() + path))
                        .header("Authorization", "Bearer test-key")
                        .build());
    }

    /** A caller that can be seen to hang up. */
    protected Socket call(String path, String json) throws IOException {
        return call(path, json, "");
    }

    /**
     * A caller that sends more in one piece with its request.
     *
     * @param more what follows the request's body
     */
    protected Socket call(String path, String json, String more) throws IOException {
        Socket socket = new Socket("localhost", port());
        String head =
                """
                POST %s HTTP/1.1
                Host: localhost
                Authorization: Bearer test-key
                Content-Type: application/json
                Content-Length: %d

                """
                        .formatted(path, json.length())
                        .replace("\n", "\r\n");
        socket.getOutputStream().write((head + json + more).getBytes(StandardCharsets.UTF_8));
        return socket;
    }

    /** Posts a form as the school platform's backend does. */
    protected HttpResponse<String> postForm(Map<String, String> fields) {
        try {
            return http.send(
                    post(
                            "/assessment",
                            AssessmentForm.encoded(fields),
                            AssessmentForm.CONTENT_TYPE),
                    BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
