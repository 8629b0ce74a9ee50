package org.code.aiproxy.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.code.aiproxy.RunningService;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that get no further than the server. */
class MalformedRequestTests extends RunningService {

    @ParameterizedTest
    @ValueSource(strings = {"GET /a%zz HTTP/1.1", "GET /a%2Fb HTTP/1.1", "GET /a%00 HTTP/1.1"})
    void areRefusedWithAProblem(String line) throws IOException {
        try (Socket socket = new Socket("localhost", port())) {
            socket.getOutputStream()
                    .write(
                            (line + "\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                                    .getBytes(StandardCharsets.US_ASCII));
            String answer =
                    new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer)
                    .startsWith("HTTP/1.1 400")
                    .containsIgnoringCase("Content-Type: application/problem+json")
                    .contains("\"status\":400")
                    .doesNotContain("<html");
        }
    }
}
