package org.code.aiproxy.player.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A request and the connection that it came over. A script answers it as a whole or piece by piece;
 * where it doesn't come to the answer's end, the connection is closed after it.
 */
public final class Call {

    /** Numbers are kept as they were written. */
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    private final RequestHead head;
    private final byte[] body;
    private final Socket socket;
    private final boolean isKept;
    private volatile boolean isComplete;

    Call(RequestHead head, byte[] body, Socket socket, boolean isKept) {
        this.head = head;
        this.body = body;
        this.socket = socket;
        this.isKept = isKept;
    }

    /** The request's line and headers. */
    public String head() {
        return head.text();
    }

    /** Such as {@code POST}. */
    public String method() {
        return head.method();
    }

    /** The target without its query. */
    public String path() {
        return head.path();
    }

    /** A copy of the body. */
    public byte[] body() {
        return body.clone();
    }

    /**
     * The body as JSON.
     *
     * @throws tools.jackson.core.JacksonException when it isn't
     */
    public JsonNode json() {
        return MAPPER.readTree(body);
    }

    /** The body as text. */
    public String text() {
        return new String(body, UTF_8);
    }

    /** For what the methods here can't do. */
    public Socket socket() {
        return socket;
    }

    /** Whether another call may follow on the connection. */
    boolean isComplete() {
        return isComplete && isKept;
    }

    /** Sends bytes at once. */
    public void send(byte[] bytes) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(bytes);
        out.flush();
    }

    /** Sends text at once. */
    public void send(String text) throws IOException {
        send(text.getBytes(UTF_8));
    }

    /** Sends a status line and headers; the body goes on until the connection is closed. */
    public void head(int status, String... headers) throws IOException {
        send(lines(status, Stream.of(headers)));
    }

    /** Sends a whole answer. */
    public void answer(int status, String contentType, byte[] content, String... headers)
            throws IOException {
        Stream<String> described =
                Stream.of("Content-Type: " + contentType, "Content-Length: " + content.length);
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        answer.writeBytes(
                lines(status, Stream.concat(described, Stream.of(headers))).getBytes(UTF_8));
        answer.writeBytes(content);
        isComplete = true;
        send(answer.toByteArray());
    }

    /** Sends a whole answer that is text. */
    public void answer(int status, String contentType, String content, String... headers)
            throws IOException {
        answer(status, contentType, content.getBytes(UTF_8), headers);
    }

    /** Begins a stream that is sent in chunks, so that its end can't be mistaken. */
    public void stream(String contentType) throws IOException {
        head(200, "Content-Type: " + contentType, "Transfer-Encoding: chunked");
    }

    /** Sends a piece of a stream. */
    public void chunk(byte[] bytes) throws IOException {
        ByteArrayOutputStream chunk = new ByteArrayOutputStream();
        chunk.writeBytes((Integer.toHexString(bytes.length) + "\r\n").getBytes(US_ASCII));
        chunk.writeBytes(bytes);
        chunk.writeBytes("\r\n".getBytes(US_ASCII));
        send(chunk.toByteArray());
    }

    /** Sends a piece of a stream that is text. */
    public void chunk(String text) throws IOException {
        chunk(text.getBytes(UTF_8));
    }

    /** Ends a stream. */
    public void lastChunk() throws IOException {
        isComplete = true;
        send("0\r\n\r\n");
    }

    /** Waits until the caller has closed the connection. */
    public void awaitHangUp() throws IOException {
        try {
            while (socket.getInputStream().read() >= 0) {
                // Nothing more is expected; the end is.
            }
        } catch (SocketException e) {
            // A connection that is reset is closed too.
        }
    }

    /** Breaks the connection off, so that the caller sees a reset. */
    public void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    private String lines(int status, Stream<String> headers) {
        Stream<String> first = Stream.of("HTTP/1.1 %d Played".formatted(status));
        Stream<String> connection = isKept ? Stream.of() : Stream.of("Connection: close");
        return Stream.of(first, connection, headers, Stream.of("", ""))
                .flatMap(it -> it)
                .collect(Collectors.joining("\r\n"));
    }
}
