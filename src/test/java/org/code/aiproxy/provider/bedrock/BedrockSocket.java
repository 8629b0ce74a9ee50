package org.code.aiproxy.provider.bedrock;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Plays Bedrock on a plain socket, so that a test decides when which bytes are sent. */
final class BedrockSocket implements AutoCloseable {

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    private final ServerSocket server;
    private final Script script;
    private final Queue<Exchange> exchanges = new ConcurrentLinkedQueue<>();

    /** What to answer; each request gets a thread of its own. */
    interface Script {
        void play(Exchange exchange) throws IOException, InterruptedException;
    }

    BedrockSocket(Script script) throws IOException {
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.script = script;
        Thread.ofVirtual().start(this::accept);
    }

    URI endpoint() {
        return URI.create("http://localhost:" + server.getLocalPort());
    }

    /** The requests so far, in the order of their arrival. */
    Queue<Exchange> exchanges() {
        return exchanges;
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                Thread.ofVirtual().start(() -> serve(socket));
            }
        } catch (IOException e) {
            // Closed: the test is over.
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            Exchange exchange = Exchange.read(socket);
            exchanges.add(exchange);
            script.play(exchange);
        } catch (IOException | InterruptedException e) {
            // The client has gone, as some tests want it to.
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    /** A request and the way to answer it; the connection ends with the script. */
    @SuppressWarnings("ArrayRecordComponent")
    record Exchange(String path, byte[] body, Socket socket) {

        private static Exchange read(Socket socket) throws IOException {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            String path = line(in).replaceAll("^POST | HTTP/1.1$", "");
            int length = 0;
            for (String header = line(in); !header.isEmpty(); header = line(in)) {
                if (header.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                    length = Integer.parseInt(header.substring(15).strip());
                }
            }
            return new Exchange(path, in.readNBytes(length), socket);
        }

        private static String line(InputStream in) throws IOException {
            StringBuilder line = new StringBuilder();
            for (int c = in.read(); c != '\n' && c >= 0; c = in.read()) {
                line.append((char) c);
            }
            return line.toString().stripTrailing();
        }

        JsonNode json() {
            return MAPPER.readTree(body);
        }

        void answer(int status, String headers, String json) throws IOException {
            byte[] content = json.getBytes(StandardCharsets.UTF_8);
            write(
                    "HTTP/1.1 %d As said\r\nContent-Type: application/json\r\nConnection: close\r\n%sContent-Length: %d\r\n\r\n"
                            .formatted(status, headers, content.length));
            out().write(content);
        }

        /** The head and the first byte of an answer that isn't streamed. */
        void beginAnswer() throws IOException {
            write(
                    "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{");
        }

        void beginStream() throws IOException {
            write(
                    "HTTP/1.1 200 OK\r\nContent-Type: %s\r\nTransfer-Encoding: chunked\r\n\r\n"
                            .formatted(ConverseStreamEvents.CONTENT_TYPE));
        }

        void send(byte[] bytes) throws IOException {
            write("%x\r\n".formatted(bytes.length));
            out().write(bytes);
            write("\r\n");
        }

        void endStream() throws IOException {
            write("0\r\n\r\n");
        }

        /** Waits until the client closes the connection. */
        void awaitHangUp() throws IOException {
            try {
                while (socket.getInputStream().read() >= 0) {}
            } catch (IOException e) {
                // A reset is a way to hang up too.
            }
        }

        private void write(String text) throws IOException {
            out().write(text.getBytes(StandardCharsets.UTF_8));
        }

        private OutputStream out() throws IOException {
            return socket.getOutputStream();
        }
    }
}
