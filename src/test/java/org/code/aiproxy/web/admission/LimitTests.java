package org.code.aiproxy.web.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.code.aiproxy.ScriptedService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** What is refused because it is too much. */
@Timeout(30)
class LimitTests extends ScriptedService {

    private static final JsonMapper MAPPER = new JsonMapper();

    private static final String HEADER =
            "Key Concept,Extensive Evidence,Convincing Evidence,Limited Evidence,No Evidence";

    @Test
    void isAProgramOver200000Characters() {
        Map<String, Object> fields = fields();
        fields.put("code", "x".repeat(200_000));
        assertThat(assess(fields).statusCode()).isEqualTo(200);
        fields.put("code", "x".repeat(200_001));
        refuses(fields, 413, "`code` must have at most 200,000 characters.");
    }

    @Test
    void isAFieldOverAMillionCharacters() {
        Map<String, Object> fields = fields();
        fields.put("prompt", "x".repeat(1_000_001));
        refuses(fields, 413, "`prompt` must have at most 1,000,000 characters.");
    }

    @Test
    void isABodyOverTheLimit() {
        Map<String, Object> fields = fields();
        for (int i = 0; i < 9; i++) {
            fields.put("field-" + i, "x".repeat(950_000));
        }
        refuses(fields, 413, "The request body exceeds this service's limit.");
    }

    @Test
    void isMoreThan100Fields() {
        Map<String, Object> fields = fields();
        for (int i = 0; i < 100; i++) {
            fields.put("field-" + i, "x");
        }
        refuses(fields, 400, "`body` must have at most 100 fields.");
    }

    @Test
    void isAFieldMoreThan200Times() {
        Map<String, Object> fields = fields();
        fields.put("code-feature-extractor", Collections.nCopies(201, "Sprites"));
        refuses(fields, 400, "`code-feature-extractor` may appear at most 200 times.");
    }

    @Test
    void isAFormOfMoreThan200Fields() {
        String form =
                IntStream.range(0, 201)
                        .mapToObj(i -> "f%d=x".formatted(i))
                        .collect(Collectors.joining("&"));
        assertThat(
                        send(post("/assessment", form, "application/x-www-form-urlencoded"))
                                .statusCode())
                .isEqualTo(400);
    }

    @Test
    void isAMultipartBodyOfMoreThan100Parts() {
        String parts =
                IntStream.range(0, 101)
                        .mapToObj(
                                "--b\r\nContent-Disposition: form-data; name=\"f%d\"\r\n\r\nx\r\n"
                                        ::formatted)
                        .collect(Collectors.joining("", "", "--b--\r\n"));
        assertThat(send(post("/assessment", parts, "multipart/form-data; boundary=b")).statusCode())
                .isEqualTo(413);
    }

    @Test
    void isARubricOfMoreThan100RowsOr50Columns() {
        Map<String, Object> fields = fields();
        fields.put(
                "rubric",
                HEADER
                        + IntStream.range(0, 101)
                                .mapToObj("\nConcept %d,a,b,c,d"::formatted)
                                .collect(Collectors.joining()));
        refuses(fields, 400, "`rubric` must have at most 100 rows.");
        fields.put("rubric", HEADER + ",x".repeat(46) + "\nSprites,a,b,c,d");
        refuses(fields, 400, "`rubric` has more than 50 columns.");
    }

    @Test
    void isMoreThan50Examples() {
        Map<String, Object> fields = fields();
        fields.put("examples", Collections.nCopies(51, List.of("a", "b")));
        refuses(fields, 400, "`examples` must be at most 50 pairs.");
    }

    @Test
    void areHeadersOver8KB() throws Exception {
        assertThat(
                        answerTo(
                                "GET / HTTP/1.1\r\nHost: x\r\nX-Long: "
                                        + "x".repeat(8_500)
                                        + "\r\n\r\n"))
                .startsWith("HTTP/1.1 400 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Authorization: test-key\r\nContent-Length: 1000000\r\n\r\n",
                // Answered before the body is there, which no one reads.
                "Content-Length: 1000000\r\n\r\n",
                // Headers go on and on.
                "X-Long: "
            })
    void isARequestThatTakesForEver(String rest) throws Exception {
        try (Socket socket = new Socket("localhost", port())) {
            socket.getOutputStream()
                    .write(
                            ("POST /assessment HTTP/1.1\r\nHost: localhost\r\n"
                                            + "Content-Type: application/x-www-form-urlencoded\r\n"
                                            + rest)
                                    .getBytes(StandardCharsets.US_ASCII));
            int sent = 0;
            while (!isCutOffAfterAnotherByte(socket)) {
                sent++;
            }
            assertThat(sent).isPositive();
        }
    }

    private static boolean isCutOffAfterAnotherByte(Socket socket) throws IOException {
        try {
            socket.getOutputStream().write('x');
            socket.setSoTimeout(20);
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (SocketException e) {
            return true;
        }
    }

    @ParameterizedTest
    @CsvSource({"PUT, '', 401", "PATCH, '', 401", "DELETE, '', 401", "PUT, test-key, 404"})
    void isNotEvenReadWhereNobodyTakesTheBody(String method, String key, int status)
            throws Exception {
        assertThat(
                        answerTo(
                                """
                                %s /x HTTP/1.1
                                Host: localhost
                                Authorization: %s
                                Content-Type: application/x-www-form-urlencoded
                                Transfer-Encoding: chunked

                                """
                                        .formatted(method, key)
                                        .replace("\n", "\r\n")))
                .startsWith("HTTP/1.1 %d ".formatted(status));
    }

    private String answerTo(String request) throws Exception {
        try (Socket socket = new Socket("localhost", port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readNBytes(100), StandardCharsets.US_ASCII);
        }
    }

    private static Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("model", "offline.baseline");
        fields.put("code", "var x;");
        fields.put("prompt", "Grade it.");
        fields.put("rubric", HEADER + "\nSprites,a,b,c,d");
        return fields;
    }

    private HttpResponse<String> assess(Map<String, Object> fields) {
        return send(post("/assessment", MAPPER.writeValueAsString(fields), "application/json"));
    }

    private void refuses(Map<String, Object> fields, int status, String detail) {
        HttpResponse<String> answer = assess(fields);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(MAPPER.readTree(answer.body()).get("detail").stringValue()).isEqualTo(detail);
    }
}
