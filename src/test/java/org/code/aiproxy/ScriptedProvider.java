package org.code.aiproxy;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A provider over a real socket that a test writes byte by byte: it can wait, drip, break off, and
 * see that its caller hangs up. Each connection serves one request.
 */
public final class ScriptedProvider implements AutoCloseable {

    private static final Pattern LENGTH = Pattern.compile("content-length: (\\d+)");

    /** What a TLS connection begins with; there is no TLS here, so that it fails. */
    private static final int TLS_HANDSHAKE = 0x16;

    private final ServerSocket server;
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final AtomicReference<Script> script = new AtomicReference<>(_ -> {});

    /** What is done for a call. */
    @FunctionalInterface
    public interface Script {
        void play(Call call) throws Exception;
    }

    /**
     * A request and the connection that it came over.
     *
     * @param head request line and headers
     * @param body the body
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Call(String head, byte[] body, Socket socket) {

        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        /** Sends bytes at once. */
        public void send(byte[] bytes) throws IOException {
            OutputStream out = socket.getOutputStream();
            out.write(bytes);
            out.flush();
        }

        public void send(String text) throws IOException {
            send(text.getBytes(StandardCharsets.UTF_8));
        }

        /** Sends a status line and headers; the body goes on until the connection is closed. */
        public void head(int status, String... headers) throws IOException {
            send("HTTP/1.1 %d Status\r\nConnection: close\r\n".formatted(status));
            for (String header : headers) {
                send(header + "\r\n");
            }
            send("\r\n");
        }

        /** Sends a whole answer. */
        public void answer(int status, String contentType, byte[] content, String... headers)
                throws IOException {
            send("HTTP/1.1 %d Status\r\nConnection: close\r\n".formatted(status));
            send("Content-Type: %s\r\n".formatted(contentType));
            for (String header : headers) {
                send(header + "\r\n");
            }
            send("Content-Length: %d\r\n\r\n".formatted(content.length));
            send(content);
        }

        public void answer(int status, String contentType, String content, String... headers)
                throws IOException {
            answer(status, contentType, content.getBytes(StandardCharsets.UTF_8), headers);
        }

        /** Begins a stream that is sent in chunks, so that its end can't be mistaken. */
        public void stream(String contentType) throws IOException {
            head(200, "Content-Type: " + contentType, "Transfer-Encoding: chunked");
        }

        public void chunk(byte[] bytes) throws IOException {
            ByteArrayOutputStream chunk = new ByteArrayOutputStream();
            chunk.writeBytes(
                    (Integer.toHexString(bytes.length) + "\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            chunk.writeBytes(bytes);
            chunk.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
            send(chunk.toByteArray());
        }

        public void chunk(String text) throws IOException {
            chunk(text.getBytes(StandardCharsets.UTF_8));
        }

        public void lastChunk() throws IOException {
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
    }

    public ScriptedProvider() {
        try {
            server = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        Thread.ofVirtual().start(this::serve);
    }

    public URI url() {
        return URI.create("http://localhost:" + server.getLocalPort());
    }

    /** Does this for each call from now on, and forgets earlier calls. */
    public void plays(Script next) {
        calls.clear();
        script.set(next);
    }

    public List<Call> calls() {
        return calls;
    }

    private void serve() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    @SuppressWarnings("CatchAndPrintStackTrace")
    private void serve(Socket socket) {
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            String head = head(in);
            if (head.isEmpty()) {
                return;
            }
            Call call = new Call(head, body(head, in), socket);
            calls.add(call);
            script.get().play(call);
        } catch (SocketException e) {
            // The caller, or the script, has closed the connection.
        } catch (Exception e) {
            e.printStackTrace();
        }
    }

    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
            int next = in.read();
            boolean isTls = head.size() == 0 && next == TLS_HANDSHAKE;
            if (next < 0 || isTls) {
                return "";
            }
            head.write(next);
        }
        return head.toString(StandardCharsets.US_ASCII);
    }

    private static byte[] body(String head, InputStream in) throws IOException {
        Matcher length = LENGTH.matcher(head.toLowerCase(Locale.ROOT));
        return length.find() ? in.readNBytes(Integer.parseInt(length.group(1))) : new byte[0];
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
