package org.code.aiproxy.web.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.code.aiproxy.ApplicationProcess;
import org.code.aiproxy.ScriptedProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The line that the log has of each request, as the container writes it. */
@Timeout(120)
class RequestLogTests {

    private static final Pattern PORT = Pattern.compile("started on port (\\d+)");
    private static final String LOGGER = "web.log.RequestLog";
    private static final JsonMapper MAPPER = new JsonMapper();

    private static final String COMPLETION =
            """
            {"id": "1", "object": "chat.completion", "created": 1, "model": "m", "choices": [\
            {"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": \
            "Key Concept\\tObservations\\tEvidence\\tLabel\\tReason\\nSprites\\to\\te\\tNo Evidence\\tr"}}],\
            "usage": {"prompt_tokens": 1000, "completion_tokens": 500, "total_tokens": 1500}}\
            """;

    @TempDir private static Path folder;

    private static ScriptedProvider provider;
    private static ApplicationProcess service;
    private static String url;

    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeAll
    static void start() throws Exception {
        provider = new ScriptedProvider();
        service =
                ApplicationProcess.start(
                        folder,
                        Map.of(
                                "LOGGING_STRUCTURED_FORMAT_CONSOLE", "logstash",
                                "OPENAI_API_KEY", "sk-test",
                                "OPENAI_BASE_URL", provider.url() + "/v1",
                                "AIPROXY_RETRIES", "0"),
                        "serve",
                        "--port",
                        "0");
        Matcher port = PORT.matcher(service.awaitLine("started on port"));
        assertThat(port.find()).isTrue();
        url = "http://localhost:" + port.group(1);
    }

    @AfterAll
    static void stop() throws IOException {
        service.close();
        provider.close();
    }

    @Test
    void tellsWhatAnAssessmentTook() throws Exception {
        provider.plays(call -> call.answer(200, "application/json", COMPLETION));
        String id = assess("id-1");

        JsonNode line = line();
        assertThat(id).isEqualTo("id-1");
        assertThat(line.get("request_id").stringValue()).isEqualTo("id-1");
        assertThat(line.get("level").stringValue()).isEqualTo("INFO");
        assertThat(line.get("route").stringValue()).isEqualTo("/assessment");
        assertThat(line.get("status").intValue()).isEqualTo(200);
        assertThat(line.get("outcome").stringValue()).isEqualTo("ok");
        assertThat(line.get("model").stringValue()).isEqualTo("gpt-4.1-mini");
        assertThat(line.get("provider").stringValue()).isEqualTo("openai");
        assertThat(line.get("prompt_tokens").intValue()).isEqualTo(1000);
        assertThat(line.get("completion_tokens").intValue()).isEqualTo(500);
        assertThat(line.get("cost_usd").doubleValue()).isEqualTo(0.0012);
        assertThat(line.get("votes").intValue()).isEqualTo(1);
        assertThat(line.get("duration_ms").intValue()).isNotNegative();
        assertThat(line.get("message").stringValue())
                .startsWith("request_id=id-1 route=/assessment status=200 duration_ms=")
                .contains("outcome=ok", "model=gpt-4.1-mini", "cost_usd=0.0012");
    }

    @Test
    void tellsWhatWasPaidForAnswersThatCannotBeUsed() throws Exception {
        provider.plays(call ->
                call.answer(200, "application/json", COMPLETION.replace("No Evidence", "Hm")));
        assess("id-3");

        JsonNode line = line();
        assertThat(provider.calls()).hasSize(2);
        assertThat(line.get("status").intValue()).isEqualTo(400);
        assertThat(line.get("outcome").stringValue()).isEqualTo("invalid_response");
        assertThat(line.get("model").stringValue()).isEqualTo("gpt-4.1-mini");
        assertThat(line.get("prompt_tokens").intValue()).isEqualTo(2000);
        assertThat(line.get("completion_tokens").intValue()).isEqualTo(1000);
        assertThat(line.get("cost_usd").doubleValue()).isEqualTo(0.0024);
    }

    @Test
    void tellsHowItFailed() throws Exception {
        provider.plays(call -> call.answer(500, "application/json", "{}"));
        assess("id-2");

        JsonNode line = line();
        assertThat(line.get("status").intValue()).isEqualTo(503);
        assertThat(line.get("outcome").stringValue()).isEqualTo("provider_error");
        assertThat(line.get("fault").stringValue()).isEqualTo("Unavailable");
        assertThat(line.get("provider").stringValue()).isEqualTo("openai");
        assertThat(line.get("model").stringValue()).isEqualTo("gpt-4.1-mini");
        assertThat(line.has("prompt_tokens")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "X-Request-Id, 0a-b",
        "X-Amzn-Trace-Id, Root=1-67891233-abcdef012345678912345678;Self=1-6-a"
    })
    void takesTheCallersIdOrTheLoadBalancers(String header, String id) throws Exception {
        assertThat(idOf(HttpRequest.newBuilder(URI.create(url + "/test")).header(header, id)))
                .isEqualTo(id);
        assertThat(line().get("request_id").stringValue()).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "quote\"", "%0A"})
    void makesAnIdWhereThatIsNone(String header) throws Exception {
        String id =
                idOf(
                        HttpRequest.newBuilder(URI.create(url + "/test"))
                                .header("X-Request-Id", header));

        assertThat(id).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
        assertThat(line().get("request_id").stringValue()).isEqualTo(id);
    }

    @Test
    void tellsOfABodyThatBreaksOffWithoutBlamingTheService() throws Exception {
        URI address = URI.create(url);
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.getOutputStream()
                    .write(
                            """
                            POST /v1/assessments HTTP/1.1
                            Host: localhost
                            Content-Type: application/json
                            Content-Length: 100

                            {"code":\
                            """
                                    .replace("\n", "\r\n")
                                    .getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput();

            JsonNode line = line();
            assertThat(line.get("level").stringValue()).isEqualTo("INFO");
            assertThat(line.get("route").stringValue()).isEqualTo("/v1/assessments");
            assertThat(line.get("status").intValue()).isEqualTo(400);
            assertThat(line.get("outcome").stringValue()).isEqualTo("rejected");
        }
        assertThat(service.output()).doesNotContain("\"level\":\"ERROR\"");
    }

    private static JsonNode line() throws InterruptedException {
        return MAPPER.readTree(service.awaitLine(LOGGER));
    }

    private String assess(String id) throws IOException, InterruptedException {
        return idOf(
                HttpRequest.newBuilder(URI.create(url + "/assessment"))
                        .header("X-Request-Id", id)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(
                                BodyPublishers.ofString(
                                        "model=gpt-4.1-mini&code=var+x;&prompt=p"
                                                + "&rubric=Key+Concept,No+Evidence%0ASprites,none")));
    }

    private String idOf(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString())
                .headers()
                .firstValue("X-Request-Id")
                .orElse("");
    }
}
