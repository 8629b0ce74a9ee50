package org.code.aiproxy.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.code.aiproxy.RunningService;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests that get no further than the server. */
class MalformedRequestTests extends RunningService {

    @ParameterizedTest
    @CsvSource({
        "/a%zz, application/problem+json",
        "/a%2Fb, application/problem+json",
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
                    .contains("This is no HTTP request")
                    .doesNotContain("<html");
        }
    }
}
