package org.code.aiproxy.web.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.code.aiproxy.RunningService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks by load balancers while requests keep all virtual threads' processors busy. */
@Timeout(60)
class HealthFirstTests extends RunningService {

    private final AtomicBoolean isOver = new AtomicBoolean();

    @AfterEach
    void stop() {
        isOver.set(true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/actuator/health/liveness", "/actuator/health/readiness"})
    void areAnswered(String path) throws Exception {
        keepBusy();

        HttpRequest check =
                HttpRequest.newBuilder(URI.create("http://localhost:" + port() + path)).build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            assertThat(http.send(check, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
            // The same connection's next one, too.
            assertThat(http.send(check, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\n\r\nhello",
                "GET / HTTP/1.1\r\nHost: localhost\r\n\r\nGET / HTTP/1.1\r\n",
                "GET / HTTP/1.1\r\nHost: localhost\r\nX-Half: ",
                "GET /test HTTP/1.1\r\nHost: localhost\r\n\r\n",
            })
    void waitTheirTurnWhereTheyAreNoPlainChecks(String request) throws Exception {
        String rest =
                request.endsWith(" ")
                        ? "x\r\nConnection: close\r\n\r\n"
                        : request.endsWith("1.1\r\n")
                                ? "Host: localhost\r\nConnection: close\r\n\r\n"
                                : "";
        try (Socket socket = new Socket("localhost", port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(rest.getBytes(StandardCharsets.US_ASCII));
            byte[] answer = socket.getInputStream().readNBytes(12);
            assertThat(new String(answer, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 200");
        }
    }

    @Test
    void areAnsweredInPiecesToo() throws Exception {
        try (Socket socket = new Socket("localhost", port())) {
            for (byte next :
                    "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII)) {
                socket.getOutputStream().write(next);
                socket.getOutputStream().flush();
            }
            byte[] answer = socket.getInputStream().readNBytes(12);
            assertThat(new String(answer, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 200");
        }
    }

    /** Returns once virtual threads that never wait have all the processors there are for them. */
    private void keepBusy() {
        int processors = Runtime.getRuntime().availableProcessors();
        AtomicInteger running = new AtomicInteger();
        for (int i = 0; i < processors; i++) {
            Thread.startVirtualThread(() -> {
                running.incrementAndGet();
                while (!isOver.get()) {
                    Thread.onSpinWait();
                }
            });
        }
        while (running.get() < processors) {
            Thread.onSpinWait();
        }
    }
}
