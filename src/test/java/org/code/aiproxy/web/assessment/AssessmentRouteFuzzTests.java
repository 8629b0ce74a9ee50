package org.code.aiproxy.web.assessment;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.code.aiproxy.Mutation;
import org.code.aiproxy.OpenAiAnswers;
import org.code.aiproxy.RunningService;
import org.code.aiproxy.web.RawAnswer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sends requests for assessments with random changes, over sockets. */
@Tag("fuzz")
@Timeout(300)
class AssessmentRouteFuzzTests extends RunningService {

    private static final int REQUESTS = Mutation.times(4_000);
    private static final int LONG = 190_000;
    private static final int TOO_LONG = 1_000_000;
    private static final List<Integer> OF_HTTP = List.of(501, 505);
    private static final JsonMapper MAPPER = new JsonMapper();

    /** Ends the connection, whatever became of what was sent before. */
    private static final String LAST =
            "GET /test HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";

    private static final String[] FRAGMENTS = {
        "&",
        "=",
        "%",
        "%zz",
        "%00",
        "%c3",
        "%F0%9F%98%80",
        "%22",
        "%0A",
        "+",
        ";",
        "\"",
        "\\",
        "\\u0000",
        "\\ud83d",
        "{",
        "}",
        "[",
        "]",
        "[]",
        "null",
        "true",
        "1e999",
        ",",
        ":",
        "\r\n",
        "\n",
        "--xyz",
        "--xyz--\r\n",
        "\r\n--xyz\r\n",
        "Content-Disposition: form-data; name=\"",
        "filename=\"a\"",
        "; name*=utf-8''a",
        "name=",
        "\0",
        "\u001b",
        "😀",
        "\ufeff",
        "num-responses=",
        "temperature=",
        "examples=[[\"a\",\"b\"]]",
        "remove-comments=1",
        "adaptive-votes=1",
        "lesson=csd3-2023-L14",
        "code-feature-extractor=Sprites",
        "response-type=json",
        "rubric=Key Concept",
        "code="
    };

    private static final String[] HEAD_FRAGMENTS = {
        "/",
        "//",
        "..",
        "?",
        "#",
        "%",
        "%2f",
        "%00",
        "%zz",
        ";",
        "&",
        "=",
        ":",
        ",",
        " ",
        "\t",
        "\r",
        "\n",
        "\r\n",
        "\r\n\r\n",
        "\0",
        "é",
        "\u0001",
        "\"",
        "\\",
        "HTTP/1.0",
        "HTTP/2.0",
        "HTTP/9",
        "GET",
        "PUT",
        "OPTIONS",
        "TRACE",
        "PRI * HTTP/2.0",
        "*",
        "http://a/",
        "Host: ",
        "Transfer-Encoding: gzip\r\n",
        "Upgrade: h2c\r\n",
        "Expect: 200-ok\r\n",
        "Range: bytes=1-",
        "Accept: a/b",
        "Accept-Encoding: gzip;q=0",
        "Cookie: a=\"",
        "charset=utf-99",
        "v1/"
    };

    /** A body with all that says how to read it. */
    private record Form(String path, String contentType, String body) {}

    @BeforeEach
    void answerEveryModel() {
        PROVIDER.stubFor(
                any(anyUrl())
                        .willReturn(
                                OpenAiAnswers.completion(
                                        table("Sprites", "No", "Variables", "No"))));
    }

    @Test
    void readsAnyBody() throws IOException {
        List<Form> forms = forms();
        Mutation mutation = new Mutation(forms.stream().map(Form::body).toList(), FRAGMENTS);
        for (int i = 0; i < REQUESTS; i++) {
            Form form = mutation.any(forms);
            String text = mutation.next(form.body());
            byte[] body =
                    mutation.number(3) == 0
                            ? mutation.next(text.getBytes(UTF_8))
                            : text.getBytes(UTF_8);

            List<RawAnswer> answers = post(form.path(), form.contentType(), body);

            assertThat(answers).as("%s: %s", mutation, text).hasSize(1);
            assertWellFormed(answers, "%s: %s".formatted(mutation, text));
        }
        assertStillServes();
    }

    @Test
    void readsAnyHead() throws IOException {
        List<String> heads = heads();
        Mutation mutation = new Mutation(heads, HEAD_FRAGMENTS);
        for (int i = 0; i < REQUESTS; i++) {
            String head = mutation.next();

            assertWellFormed(
                    send((head + LAST).getBytes(UTF_8)), "%s: %s".formatted(mutation, head));
        }
        assertStillServes();
    }

    @Test
    void readsLongBodies() throws IOException {
        for (Form form : forms()) {
            for (String fragment : FRAGMENTS) {
                for (int length : new int[] {LONG, TOO_LONG}) {
                    String flood = fragment.repeat(length / fragment.getBytes(UTF_8).length);

                    assertWellFormed(
                            post(form.path(), form.contentType(), flood.getBytes(UTF_8)), fragment);
                }
                String flood = fragment.repeat(LONG / 2 / fragment.getBytes(UTF_8).length);
                String inside = form.body().replace("var", flood);

                assertWellFormed(
                        post(form.path(), form.contentType(), inside.getBytes(UTF_8)), fragment);
            }
        }
        assertStillServes();
    }

    private void assertStillServes() {
        assertThat(get("/").status()).isEqualTo(200);
    }

    private static void assertWellFormed(List<RawAnswer> answers, String description) {
        assertThat(answers).as(description).isNotEmpty();
        for (RawAnswer answer : answers) {
            assertThat(answer.status())
                    .as(description)
                    .matches(status -> status < 500 || OF_HTTP.contains(status));
            if (answer.status() >= 400) {
                assertIsFault(answer, description);
            }
        }
    }

    private static void assertIsFault(RawAnswer answer, String description) {
        JsonNode fault = MAPPER.readTree(answer.body());
        if (answer.contentType().startsWith("application/problem+json")) {
            assertThat(fault.path("status").asInt(0)).as(description).isEqualTo(answer.status());
            assertThat(fault.path("detail").asString("")).as(description).isNotBlank();
        } else {
            assertThat(answer.contentType()).as(description).startsWith("application/json");
            assertThat(fault.at("/error/message").asString("")).as(description).isNotBlank();
        }
    }

    private List<RawAnswer> post(String path, String contentType, byte[] body) throws IOException {
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.writeBytes(
                head("POST", path, contentType, "Content-Length: " + body.length)
                        .replace("Host", "Connection: close\r\nHost")
                        .getBytes(UTF_8));
        request.writeBytes(body);
        return send(request.toByteArray());
    }

    private List<RawAnswer> send(byte[] request) throws IOException {
        try (Socket socket = new Socket("localhost", port())) {
            socket.getOutputStream().write(request);
            return RawAnswer.readAll(socket.getInputStream().readAllBytes());
        }
    }

    private static String head(String method, String path, String contentType, String more) {
        return """
        %s %s HTTP/1.1
        Host: localhost
        Authorization: Bearer test-key
        Content-Type: %s
        %s

        """
                .replace("\n", "\r\n")
                .formatted(method, path, contentType, more);
    }

    private static List<String> heads() {
        String form = "application/x-www-form-urlencoded";
        return List.of(
                head("GET", "/", "text/plain", "Accept: */*"),
                head("GET", "/v1/models/gpt-4.1-mini", "a/b", "Accept: application/json"),
                head("POST", "/assessment?" + form(fields("offline.baseline")), form, "A: b"),
                head("POST", "/assessment", "multipart/form-data; boundary=xyz", "A: b"),
                head("POST", "/v1/assessments", "application/json; charset=utf-8", "A: b"),
                head(
                        "GET",
                        "/test/assessment?model=offline.baseline&num-responses=2",
                        form,
                        "A: b"));
    }

    private static List<Form> forms() {
        Map<String, String> fields = fields("offline.baseline");
        fields.put("num-responses", "3");
        fields.put("temperature", "0.5");
        fields.put("remove-comments", "1");
        fields.put("adaptive-votes", "0");
        Map<String, Object> typed = new LinkedHashMap<>(fields("offline.baseline"));
        typed.put("num_responses", 3);
        typed.put("temperature", 0.5);
        typed.put("remove_comments", true);
        typed.put("examples", List.of());
        return List.of(
                new Form("/assessment", "application/x-www-form-urlencoded", form(fields)),
                new Form("/assessment", "multipart/form-data; boundary=xyz", multipart(fields)),
                new Form("/assessment", "application/json", MAPPER.writeValueAsString(fields)),
                new Form("/v1/assessments", "application/json", MAPPER.writeValueAsString(typed)));
    }

    private static String multipart(Map<String, String> fields) {
        List<String> parts = new ArrayList<>();
        fields.forEach((name, value) ->
                parts.add(
                        "--xyz\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                                .formatted(name, value)));
        return String.join("", parts) + "--xyz--\r\n";
    }
}
