package org.code.aiproxy.web.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.code.aiproxy.ApplicationProcess;
import org.code.aiproxy.ScriptedProvider;
import org.code.aiproxy.player.wire.Script;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every route, with providers that answer well and badly: what the log and the answers give away.
 */
@Timeout(180)
class SecretsTests {

    private static final Pattern PORT = Pattern.compile("started on port (\\d+)");

    private static final List<String> KEYS =
            List.of(
                    "sentinel-service-key",
                    "sk-sentinel-openai",
                    "sk-sentinel-callers",
                    "AKIASENTINEL",
                    "sentinel-aws-secret",
                    "sentinel-aws-token");

    private static final String STUDENTS = "studentsSecretProgram";
    private static final String MODELS = "modelsSecretWords";

    private static final String RUBRIC =
            "Key Concept,Extensive Evidence,Convincing Evidence,Limited Evidence,No Evidence\n"
                    + "Sprites,a,b,c,d";

    private static final String COMPLETION =
            """
            {"id": "1", "object": "chat.completion", "created": 1, "model": "m", "choices": [\
            {"index": 0, "finish_reason": "stop", "message": {"role": "assistant", \
            "content": "%s"}}]}\
            """
                    .formatted(MODELS);

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<String> answers = new ArrayList<>();

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"DEBUG", "INFO"})
    void areNeverWritten(String level) throws Exception {
        try (ScriptedProvider provider = new ScriptedProvider();
                ApplicationProcess service = start(provider, level)) {
            Matcher port = PORT.matcher(service.awaitLine("started on port"));
            assertThat(port.find()).isTrue();
            String url = "http://localhost:" + port.group(1);
            sendMalformed(Integer.parseInt(port.group(1)));
            for (Script script : scripts()) {
                provider.plays(script);
                callEverything(url);
            }
            service.signal("TERM");
            assertThat(service.awaitEnd()).isZero();

            assertThat(service.output()).contains("route=/assessment status=200");
            for (String key : KEYS) {
                assertThat(service.output()).doesNotContain(key);
                assertThat(answers).noneMatch(answer -> answer.contains(key));
            }
            assertThat(service.output()).contains("status=400").doesNotContain("\nx`");
            if (level.equals("INFO")) {
                assertThat(service.output()).doesNotContain(STUDENTS, MODELS);
            }
        }
    }

    private static List<Script> scripts() {
        String quoting =
                "{\"error\": {\"message\": \"Incorrect API key sk-sentinel-openai, %s\"}}"
                        .formatted(MODELS);
        return List.of(
                call -> call.answer(200, "application/json", COMPLETION),
                call -> call.answer(401, "application/json", quoting),
                call -> call.answer(400, "application/json", quoting),
                call -> call.answer(500, "application/json", quoting),
                call -> call.answer(200, "text/html", MODELS),
                call -> {
                    call.stream("text/event-stream");
                    call.chunk("data: {\"a\": 1}\n\ndata: " + quoting + "\n\n");
                    call.lastChunk();
                });
    }

    private void callEverything(String url) throws IOException, InterruptedException {
        for (String model :
                List.of("offline.baseline", "gpt-4o", "bedrock.us.anthropic.claude-sonnet-4-5")) {
            post(url + "/assessment", "application/x-www-form-urlencoded", form(model));
            post(url + "/assessment", "application/json", "{\"model\": \"" + STUDENTS);
            post(
                    url + "/v1/assessments",
                    "application/json",
                    "{\"model\": \"%s\", \"%s\": 1}".formatted(model, STUDENTS + "\\nx"));
            for (boolean stream : List.of(true, false)) {
                post(
                        url + "/v1/chat/completions",
                        "application/json",
                        "{\"model\": \"%s\", \"stream\": %s, \"messages\": [{\"role\": \"user\", \"content\": \"%s\"}]}"
                                .formatted(model, stream, STUDENTS));
            }
            post(
                    url + "/v1/responses",
                    "application/json",
                    "{\"model\": \"%s\", \"input\": \"%s\"}".formatted(model, STUDENTS));
            get(url + "/test/openai?model=" + model + "&api-key=sk-sentinel-callers");
            for (String sample : List.of("", "/blank", "/examples", "/cfe")) {
                get(
                        url
                                + "/test/assessment"
                                + sample
                                + "?model="
                                + model
                                + "&api-key=sk-sentinel-callers");
            }
        }
        for (String path :
                List.of(
                        "/",
                        "/test",
                        "/v1/models",
                        "/v1/models/" + STUDENTS,
                        "/openai/models",
                        "/openai/models?api-key=sk-sentinel-callers",
                        "/" + STUDENTS,
                        "/actuator",
                        "/actuator/health",
                        "/actuator/health/readiness",
                        "/actuator/metrics",
                        "/actuator/metrics/gen_ai.client.token.usage",
                        "/actuator/prometheus",
                        "/openapi.json",
                        "/actuator/env",
                        "/actuator/configprops",
                        "/actuator/heapdump",
                        "/actuator/loggers")) {
            get(url + path);
        }
        send(
                HttpRequest.newBuilder(URI.create(url + "/assessment"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .PUT(BodyPublishers.ofString(form("gpt-4o"))));
    }

    /** What no HTTP client sends, and Tomcat has words for. */
    private void sendMalformed(int port) throws IOException {
        String key = "sk-sentinel-callers";
        for (String request :
                List.of(
                        "GET /test/openai?api-key=" + key + "&x={ HTTP/1.1\r\nHost: a\r\n",
                        "GET /test?" + STUDENTS + "=%zz" + key + " HTTP/1.1\r\nHost: a\r\n",
                        "GET /test HTTP/1.1\r\nHost: a\r\nCookie: a=\"" + key + "\u0001\r\n",
                        "GET /test HTTP/1.1\r\nHost: a\r\nKey " + key + ": {\r\n",
                        "GET /test HTTP/1.1\r\nHost: a b" + key + "\r\n",
                        key + "{ /test HTTP/1.1\r\nHost: a\r\n",
                        "GET /test HTTP/" + key + "\r\nHost: a\r\n")) {
            try (Socket socket = new Socket("localhost", port)) {
                socket.getOutputStream()
                        .write(
                                (request + "Connection: close\r\n\r\n")
                                        .getBytes(StandardCharsets.ISO_8859_1));
                answers.add(
                        new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            }
        }
    }

    private static String form(String model) {
        return Map.of(
                        "model", model,
                        "code", "var " + STUDENTS + ";",
                        "prompt", STUDENTS,
                        "rubric", RUBRIC,
                        "api-key", "sk-sentinel-callers")
                .entrySet()
                .stream()
                .map(field ->
                        field.getKey()
                                + "="
                                + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private void post(String url, String type, String body)
            throws IOException, InterruptedException {
        send(
                HttpRequest.newBuilder(URI.create(url))
                        .header("Content-Type", type)
                        .POST(BodyPublishers.ofString(body)));
    }

    private void get(String url) throws IOException, InterruptedException {
        send(HttpRequest.newBuilder(URI.create(url)));
    }

    private void send(HttpRequest.Builder request) throws IOException, InterruptedException {
        answers.add(
                http.send(
                                request.header("Authorization", "Bearer sentinel-service-key")
                                        .build(),
                                BodyHandlers.ofString())
                        .body());
    }

    private ApplicationProcess start(ScriptedProvider provider, String level) throws IOException {
        return ApplicationProcess.start(
                folder,
                Map.of(
                        "LOG_LEVEL", level,
                        "AIPROXY_API_KEY", "sentinel-service-key",
                        "OPENAI_API_KEY", "sk-sentinel-openai",
                        "OPENAI_BASE_URL", provider.url() + "/v1",
                        "AWS_REGION", "us-east-1",
                        "AWS_ACCESS_KEY_ID", "AKIASENTINEL",
                        "AWS_SECRET_ACCESS_KEY", "sentinel-aws-secret",
                        "AWS_SESSION_TOKEN", "sentinel-aws-token",
                        "AWS_ENDPOINT_URL_BEDROCK_RUNTIME", provider.url().toString(),
                        "AIPROXY_RETRIES", "0"),
                "serve",
                "--port",
                "0");
    }
}
