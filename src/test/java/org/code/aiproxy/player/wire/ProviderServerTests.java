package org.code.aiproxy.player.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.BindException;
import java.net.Socket;
import java.net.SocketException;
import java.util.List;
import java.util.stream.Stream;
import org.code.aiproxy.player.wire.ProviderServer.Connections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(30)
class ProviderServerTests {

    private static final String CALL =
            "POST /a?b=c HTTP/1.1\r\nHost: x\r\ncontent-LENGTH: 2\r\n%s\r\n{}";

    @Test
    void servesOneCallAfterAnotherOnAConnection() throws IOException {
        try (ProviderServer server =
                        server(
                                Connections.KEPT,
                                call -> call.answer(200, "text/plain", call.path() + call.text()));
                Socket caller = connect(server)) {
            send(caller, CALL.formatted("") + CALL.formatted("Connection: close\r\n"));

            assertThat(lines(caller))
                    .filteredOn(line -> line.startsWith("/a"))
                    .containsExactly("/a{}HTTP/1.1 200 Played", "/a{}");
        }
    }

    @Test
    void closesAConnectionAfterOneCallWhereThatIsWanted() throws IOException {
        try (ProviderServer server =
                        server(Connections.ONE_CALL, call -> call.answer(200, "text/plain", "a"));
                Socket caller = connect(server)) {
            send(caller, CALL.formatted(""));

            assertThat(lines(caller)).contains("Connection: close").endsWith("a");
        }
    }

    static Stream<Script> answersThatAreNotWhole() {
        return Stream.of(
                _ -> {},
                call -> call.head(200, "Content-Length: 9"),
                call -> {
                    call.stream("text/plain");
                    call.chunk("a");
                });
    }

    @ParameterizedTest
    @MethodSource("answersThatAreNotWhole")
    void closesAConnectionAfterAnAnswerThatIsNotWhole(Script script) throws IOException {
        try (ProviderServer server = server(Connections.KEPT, script);
                Socket caller = connect(server)) {
            send(caller, CALL.formatted(""));

            assertThat(lines(caller)).doesNotContain("0");
        }
    }

    @Test
    void streamsInChunks() throws IOException {
        try (ProviderServer server =
                        server(
                                Connections.KEPT,
                                call -> {
                                    call.stream("text/plain");
                                    call.chunk("ab");
                                    call.lastChunk();
                                });
                Socket caller = connect(server)) {
            send(caller, CALL.formatted("Connection: close\r\n"));

            assertThat(lines(caller)).endsWith("", "2", "ab", "0", "");
        }
    }

    @Test
    void resetsAConnection() throws IOException {
        try (ProviderServer server = server(Connections.KEPT, Call::reset);
                Socket caller = connect(server)) {
            send(caller, CALL.formatted(""));

            assertThatThrownBy(() -> caller.getInputStream().read())
                    .isInstanceOf(SocketException.class);
        }
    }

    /** What a TLS handshake begins with, and a head without an end. */
    static Stream<String> whatIsNotACall() {
        return Stream.of("\u0016\u0003\u0001", "a".repeat(70_000));
    }

    @ParameterizedTest
    @MethodSource("whatIsNotACall")
    void closesAConnectionOnWhatIsNotACall(String bytes) throws IOException {
        try (ProviderServer server = server(Connections.KEPT, _ -> {});
                Socket caller = connect(server)) {
            send(caller, bytes);

            assertThat(endOf(caller)).isTrue();
        }
    }

    @Test
    void saysThatAPortIsTaken() throws IOException {
        try (ProviderServer server = server(Connections.KEPT, _ -> {})) {
            assertThatThrownBy(() ->
                            new ProviderServer(server.url().getPort(), Connections.KEPT, _ -> {}))
                    .isInstanceOf(BindException.class);
        }
    }

    private static ProviderServer server(Connections connections, Script script)
            throws IOException {
        return new ProviderServer(0, connections, script);
    }

    private static Socket connect(ProviderServer server) throws IOException {
        return new Socket("localhost", server.url().getPort());
    }

    private static void send(Socket caller, String text) throws IOException {
        caller.getOutputStream().write(text.getBytes(US_ASCII));
    }

    /** Up to the connection's end. */
    private static List<String> lines(Socket caller) throws IOException {
        return new BufferedReader(new InputStreamReader(caller.getInputStream(), US_ASCII))
                .lines()
                .toList();
    }

    /** A connection with unread bytes is reset. */
    private static boolean endOf(Socket caller) throws IOException {
        try {
            return caller.getInputStream().read() < 0;
        } catch (SocketException e) {
            return true;
        }
    }
}
