package org.code.aiproxy.rubrictester.authoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.code.aiproxy.network.Network;
import org.code.aiproxy.rubrictester.dataset.InvalidDataException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Fetching from platforms that mean no good, over real sockets. */
class ProjectSourceTests {

    private static final String PROGRAM = "{\"source\": \"var a;\"}";
    private static final String PATH = "/v3/sources/p1/main.json";

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private HttpServer platform;

    @BeforeEach
    void startPlatform() throws IOException {
        platform = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        platform.setExecutor(threads);
        platform.start();
    }

    @AfterEach
    void stopPlatform() {
        platform.stop(0);
        threads.shutdownNow();
    }

    @Test
    void cutsOffAnAnswerThatNeverEnds() {
        platform.createContext(PATH, exchange -> endless(exchange, new byte[65_536], 0));
        assertThatThrownBy(() -> fetch(Duration.ofMinutes(1)))
                .isInstanceOf(InvalidDataException.class)
                .hasMessage(address(PATH) + " can't be fetched: its answer is longer than 4 MB.");
    }

    @Test
    void cutsOffAnAnswerThatDrips() {
        platform.createContext(PATH, exchange -> endless(exchange, new byte[] {' '}, 10));
        assertThatThrownBy(() -> fetch(Duration.ofSeconds(1)))
                .isInstanceOf(InvalidDataException.class)
                .hasMessage(address(PATH) + " can't be fetched: its answer took longer than 1 s.");
    }

    @Test
    void cutsOffAPlatformThatNeverAnswers() {
        platform.createContext(
                PATH,
                _ -> {
                    try {
                        Thread.sleep(Duration.ofMinutes(5));
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });
        assertThatThrownBy(() -> fetch(Duration.ofSeconds(1)))
                .hasMessageEndingWith("its answer took longer than 1 s.");
    }

    @Test
    void followsRedirectsOnTheSameHost() {
        platform.createContext(PATH, exchange -> redirect(exchange, "/elsewhere"));
        platform.createContext("/elsewhere", exchange -> answer(exchange, PROGRAM));
        assertThat(fetch(Duration.ofMinutes(1))).isEqualTo("var a;");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:%d/elsewhere",
                "http://127.0.0.1:1/",
                "http://169.254.169.254/latest/meta-data",
                "//localhost:%d/elsewhere",
                "https://127.0.0.1:%d/elsewhere",
                "file:///etc/passwd"
            })
    void followsNoRedirectToAnotherHost(String location) {
        platform.createContext(
                PATH,
                exchange ->
                        redirect(exchange, location.formatted(platform.getAddress().getPort())));
        platform.createContext("/elsewhere", exchange -> answer(exchange, PROGRAM));
        assertThatThrownBy(() -> fetch(Duration.ofMinutes(1)))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("it redirects to another host, ");
    }

    @Test
    void leavesACircleOfRedirects() {
        platform.createContext(PATH, exchange -> redirect(exchange, PATH));
        assertThatThrownBy(() -> fetch(Duration.ofMinutes(1)))
                .hasMessageEndingWith("it redirects more than 5 times.");
    }

    @Test
    void saysThatAnAnswerIsNotJson() {
        platform.createContext(PATH, exchange -> answer(exchange, "<html>\u001b[31m"));
        assertThatThrownBy(() -> fetch(Duration.ofMinutes(1)))
                .hasMessageEndingWith("can't be fetched: its answer is not JSON.");
    }

    private String fetch(Duration timeout) {
        return new ProjectSource(address(""), Network.direct(), timeout).fetch("p1");
    }

    private String address(String path) {
        return "http://127.0.0.1:%d%s".formatted(platform.getAddress().getPort(), path);
    }

    private static void endless(HttpExchange exchange, byte[] piece, long pauseMillis)
            throws IOException {
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream body = exchange.getResponseBody()) {
            while (!Thread.currentThread().isInterrupted()) {
                body.write(piece);
                body.flush();
                Thread.sleep(pauseMillis);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void redirect(HttpExchange exchange, String location) throws IOException {
        exchange.getResponseHeaders().set("Location", location);
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private static void answer(HttpExchange exchange, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        try (OutputStream body = exchange.getResponseBody()) {
            body.write(bytes);
        }
    }
}
