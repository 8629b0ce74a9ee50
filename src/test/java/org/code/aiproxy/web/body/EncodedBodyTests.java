package org.code.aiproxy.web.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.code.aiproxy.AssessmentForm;
import org.code.aiproxy.ScriptedService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bodies in gzip, on every kind of route, and in encodings that nothing decodes. */
@Timeout(60)
class EncodedBodyTests extends ScriptedService {

    private static final String CHAT =
            "{\"model\": \"gpt-4.1-mini\", \"messages\": [{\"role\": \"user\", \"content\": \"Hello!\"}]}";
    private static final String BOUNDARY = "xyz";

    @Test
    void areDecodedForChats() throws IOException {
        OPENAI.plays(call -> call.answer(200, "application/json", "{\"choices\": [{}]}"));
        HttpResponse<String> answer =
                send(encoded("/v1/chat/completions", "application/json", "gzip", zipped(CHAT)));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(OPENAI.calls().getFirst().text()).isEqualTo(CHAT);
        assertThat(OPENAI.calls().getFirst().head().toLowerCase(java.util.Locale.ROOT))
                .doesNotContain("content-encoding");
    }

    @Test
    void areDecodedForForms() throws IOException {
        String form = AssessmentForm.encoded(AssessmentForm.fields("offline.baseline"));
        HttpResponse<String> answer =
                send(encoded("/assessment", AssessmentForm.CONTENT_TYPE, "gzip", zipped(form)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    @Test
    void areDecodedForMultipartForms() throws IOException {
        StringBuilder body = new StringBuilder();
        AssessmentForm.fields("offline.baseline")
                .forEach((name, value) ->
                        body.append(
                                "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                                        .formatted(BOUNDARY, name, value)));
        body.append("--%s--\r\n".formatted(BOUNDARY));
        HttpResponse<String> answer =
                send(
                        encoded(
                                "/assessment",
                                "multipart/form-data; boundary=" + BOUNDARY,
                                "GZIP",
                                zipped(body.toString())));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/chat/completions, application/json",
        "/assessment, application/x-www-form-urlencoded",
        "/v1/assessments, application/json"
    })
    void areDecodedUpToTheLimitOnly(String path, String type) throws IOException {
        HttpResponse<String> answer = send(encoded(path, type, "gzip", bomb()));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(413);
    }

    @Test
    void areRefusedWhereTheyAreNotWhatTheySay() {
        byte[] plain = CHAT.getBytes(StandardCharsets.UTF_8);
        HttpResponse<String> answer =
                send(encoded("/v1/chat/completions", "application/json", "gzip", plain));
        assertThat(answer.statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/chat/completions, br",
        "/v1/responses, zstd",
        "/v1/assessments, deflate",
        "/assessment, 'gzip, gzip'"
    })
    void areRefusedInOtherEncodings(String path, String encoding) {
        HttpResponse<String> answer =
                send(encoded(path, "application/json", encoding, new byte[] {1, 2, 3}));
        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(answer.body()).contains("Content-Encoding");
    }

    private HttpRequest encoded(String path, String type, String encoding, byte[] body) {
        return HttpRequest.newBuilder(URI.create(url() + path))
                .header("Authorization", "Bearer test-key")
                .header("Content-Type", type)
                .header("Content-Encoding", encoding)
                .POST(BodyPublishers.ofByteArray(body))
                .build();
    }

    private static byte[] zipped(String text) throws IOException {
        return zipped(text.getBytes(StandardCharsets.UTF_8), 1);
    }

    /** 100 MB in 100 kB. */
    private static byte[] bomb() throws IOException {
        byte[] piece = new byte[1 << 20];
        Arrays.fill(piece, (byte) 'a');
        return zipped(piece, 100);
    }

    private static byte[] zipped(byte[] bytes, int times) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            for (int i = 0; i < times; i++) {
                zip.write(bytes);
            }
        }
        return out.toByteArray();
    }
}
