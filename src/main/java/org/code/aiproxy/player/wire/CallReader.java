package org.code.aiproxy.player.wire;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.code.aiproxy.player.wire.ProviderServer.Connections;

/** Reads a connection's calls, one after another; bodies must state their length. */
final class CallReader {

    private static final int MOST_HEAD_BYTES = 64 << 10;

    private final Socket socket;
    private final Connections connections;
    private final InputStream in;

    CallReader(Socket socket, Connections connections) throws IOException {
        this.socket = socket;
        this.connections = connections;
        this.in = new BufferedInputStream(socket.getInputStream());
    }

    /** The next; empty at the connection's end, and where something else comes than a call. */
    Optional<Call> next() throws IOException {
        String head = head();
        if (head.isEmpty()) {
            return Optional.empty();
        }
        RequestHead read = new RequestHead(head);
        byte[] body = in.readNBytes(read.contentLength());
        boolean isKept = connections == Connections.KEPT && read.keepsConnection();
        return Optional.of(new Call(read, body, socket, isKept));
    }

    private String head() throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int lineLength = 0;
        for (int next = in.read(); next >= 0; next = in.read()) {
            boolean isText = next >= ' ' || next == '\r' || next == '\n' || next == '\t';
            if (!isText || head.size() == MOST_HEAD_BYTES) {
                return "";
            }
            head.write(next);
            if (next == '\n' && lineLength == 0) {
                return head.toString(StandardCharsets.ISO_8859_1);
            }
            lineLength = next == '\n' ? 0 : next == '\r' ? lineLength : lineLength + 1;
        }
        return "";
    }
}
