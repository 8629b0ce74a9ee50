package org.code.aiproxy.provider.openai;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.code.aiproxy.AssessmentForm;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A real llama.cpp server with a small model. Runs with {@code bin/test.sh --local-model}. */
@Tag("local-model")
@Timeout(300)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "aiproxy.access.keys=test-key",
            "aiproxy.model.budget=4m",
            "aiproxy.openai.servers[0].name=local",
            "aiproxy.openai.servers[0].prefix=local/",
            "aiproxy.openai.servers[0].base-url=${LOCAL_MODEL_URL}",
            "spring.config.import="
        })
class LocalModelTests {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final String CHAT = "/v1/chat/completions";
    private static final String HELLO =
            "{\"model\": \"local/smollm2\", \"max_tokens\": %d, \"stream\": %s, \"messages\": [{\"role\": \"user\", \"content\": \"Count from one to ten.\"}]%s}";
    private static final String SCHEMA =
            ", \"response_format\": {\"type\": \"json_schema\", \"json_schema\": {\"name\": \"answer\", \"strict\": true, \"schema\": {\"type\": \"object\", \"properties\": {\"label\": {\"type\": \"string\", \"enum\": [\"yes\", \"no\"]}}, \"required\": [\"label\"], \"additionalProperties\": false}}}";

    private final HttpClient http = HttpClient.newHttpClient();

    @Autowired private Environment environment;

    @Test
    void answersAChat() throws Exception {
        JsonNode answer = MAPPER.readTree(post(CHAT, HELLO.formatted(30, "false", "")).body());
        assertThat(answer.at("/choices/0/message/content").stringValue()).isNotBlank();
        assertThat(answer.at("/usage/completion_tokens").intValue()).isPositive();
    }

    @Test
    void streamsAChatWithoutAUsageThatWasNotAskedFor() throws Exception {
        String events = post(CHAT, HELLO.formatted(30, "true", "")).body();
        assertThat(events).endsWith("data: [DONE]\n\n").doesNotContain("\"choices\":[]");
        assertThat(events).contains("\"finish_reason\":\"");
        assertThat(metrics()).containsPattern("gen_ai_client_token_usage\\S*_sum\\S* [1-9]");
    }

    @Test
    void streamsTheUsageThatWasAskedFor() throws Exception {
        String asked = ", \"stream_options\": {\"include_usage\": true}";
        assertThat(post(CHAT, HELLO.formatted(10, "true", asked)).body())
                .contains("\"choices\":[]", "\"prompt_tokens\":");
    }

    @Test
    void stopsWhenTheCallerHangsUp() throws Exception {
        String body = HELLO.formatted(4_000, "true", "");
        for (int i = 0; i < 4; i++) {
            try (Socket caller = new Socket("localhost", port())) {
                String head =
                        "POST %s HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer test-key\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
                                .formatted(CHAT, body.length());
                caller.getOutputStream().write((head + body).getBytes(StandardCharsets.UTF_8));
                assertThat(caller.getInputStream().read()).isEqualTo('H');
            }
        }
        // It has two slots: this one would wait for minutes if those were still taken.
        assertThat(post(CHAT, HELLO.formatted(5, "false", "")).statusCode()).isEqualTo(200);
    }

    @Test
    void holdsTheModelToASchema() throws Exception {
        JsonNode answer = MAPPER.readTree(post(CHAT, HELLO.formatted(60, "false", SCHEMA)).body());
        JsonNode content = MAPPER.readTree(answer.at("/choices/0/message/content").stringValue());
        assertThat(content.get("label").stringValue()).isIn("yes", "no");
    }

    @Test
    void assessesAProgramInASchema() throws Exception {
        Map<String, String> fields = AssessmentForm.fields("local/smollm2");
        fields.put("response-type", "json");
        fields.put("rubric", "Key Concept\nSprites\n");
        fields.put("temperature", "0.7");
        HttpResponse<String> answer =
                send("/assessment", AssessmentForm.CONTENT_TYPE, AssessmentForm.encoded(fields));
        JsonNode json = MAPPER.readTree(answer.body());
        // So small a model can write without an end; what it writes is read all the same.
        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 400, 413);
        if (answer.statusCode() == 200) {
            assertThat(json.get("data")).hasSize(1);
        } else {
            assertThat(json.get("detail").stringValue()).containsAnyOf("response", "cut off");
        }
    }

    private String metrics() throws IOException, InterruptedException {
        return http.send(
                        HttpRequest.newBuilder(
                                        URI.create(
                                                "http://localhost:%d/actuator/prometheus"
                                                        .formatted(port())))
                                .header("Authorization", "Bearer test-key")
                                .build(),
                        BodyHandlers.ofString())
                .body();
    }

    private HttpResponse<String> post(String path, String json)
            throws IOException, InterruptedException {
        return send(path, "application/json", json);
    }

    private HttpResponse<String> send(String path, String type, String body)
            throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://localhost:%d%s".formatted(port(), path)))
                        .header("Authorization", "Bearer test-key")
                        .header("Content-Type", type)
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private int port() {
        return environment.getRequiredProperty("local.server.port", Integer.class);
    }
}
