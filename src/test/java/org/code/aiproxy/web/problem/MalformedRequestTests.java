package org.code.aiproxy.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.code.aiproxy.RunningService;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests that get no further than the server. */
class MalformedRequestTests extends RunningService {

    /** With what is wrong with each, and in which form its route says so. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/assessment         | Content-Length: 100        | {\"code\": | \"detail\":\"The body",
                "/assessment         | Transfer-Encoding: chunked | ZZ        | \"detail\":\"The body",
                "/v1/assessments     | Content-Length: 100        | {\"code\": | \"message\":\"The body",
                "/v1/assessments     | Transfer-Encoding: chunked | ZZ        | \"message\":\"The body",
                "/v1/chat/completions| Content-Length: 100        | {\"a\":    | \"message\":\"The body",
                "/v1/chat/completions| Transfer-Encoding: chunked | ZZ        | \"message\":\"The body"
            })
    void areTheCallersFaultWhereTheBodyBreaksOff(
            String path, String header, String body, String said) throws IOException {
        String request =
                """
                POST %s HTTP/1.1
                Host: localhost
                Authorization: test-key
                Content-Type: application/json
                Connection: close
                %s

                """
                        .formatted(path, header);
        try (Socket socket = new Socket("localhost", port())) {
            socket.getOutputStream()
                    .write(
                            (request.replace("\n", "\r\n") + body + "\r\n")
                                    .getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput();
            String answer =
                    new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer).startsWith("HTTP/1.1 400").contains(said);
        }
    }

    @ParameterizedTest
    @CsvSource({"'', 401", "test-key, 404"})
    void areNoFaultOfTheServiceWhereAPathLooksLikeAHost(String key, int status) throws IOException {
        try (Socket socket = new Socket("localhost", port())) {
            socket.getOutputStream()
                    .write(
                            """
                            GET //host HTTP/1.1
                            Host: localhost
                            Authorization: %s
                            Connection: close

                            """
                                    .formatted(key)
                                    .replace("\n", "\r\n")
                                    .getBytes(StandardCharsets.US_ASCII));
            String answer =
                    new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer).startsWith("HTTP/1.1 " + status).contains("\"instance\":\"/host\"");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/a%zz, application/problem+json",
        "/a%5Cb, application/problem+json",
        "/v1/models/a%5C, application/json"
    })
    void areRefusedInTheRoutesForm(String path, String contentType) throws IOException {
        try (Socket socket = new Socket("localhost", port())) {
            socket.getOutputStream()
                    .write(
                            ("GET "
                                            + path
                                            + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                                    .getBytes(StandardCharsets.US_ASCII));
            String answer =
                    new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer)
                    .startsWith("HTTP/1.1 400")
                    .containsIgnoringCase("Content-Type: " + contentType + "\r\n")
                    .containsIgnoringCase("X-Request-Id: ")
                    .containsIgnoringCase("X-Content-Type-Options: nosniff")
                    .contains("Invalid HTTP request")
                    .doesNotContain("<html");
        }
    }
}
