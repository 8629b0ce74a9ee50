package org.code.aiproxy.player.wire;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * A provider on this machine's loopback interface, over plain HTTP/1.1, whose every byte is up to a
 * script. Each connection has a virtual thread. It speaks no TLS: handshakes fail.
 */
public final class ProviderServer implements AutoCloseable {

    /** As many connections may come at once as a load test makes. */
    private static final int BACKLOG = 5000;

    private static final Duration PAUSE = Duration.ofMillis(10);

    /** Whether a connection serves one call, as is easiest to follow, or one after another. */
    public enum Connections {
        ONE_CALL,
        KEPT
    }

    private final ServerSocket server;
    private final Connections connections;
    private final Script script;
    private final Thread accepting;

    /**
     * Listens from now on.
     *
     * @param port the port; 0 takes a free one
     * @throws IOException when the port is taken
     */
    public ProviderServer(int port, Connections connections, Script script) throws IOException {
        this.server = new ServerSocket(port, BACKLOG, InetAddress.getLoopbackAddress());
        this.connections = connections;
        this.script = script;
        this.accepting = Thread.ofVirtual().start(this::accept);
    }

    /** Where it listens, without a path. */
    public URI url() {
        return URI.create("http://localhost:" + server.getLocalPort());
    }

    /** Waits until it is closed. */
    public void awaitEnd() throws InterruptedException {
        accepting.join();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException e) {
                // Closed, a connection that went as it came, or too many of them.
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            CallReader reader = new CallReader(socket, connections);
            Optional<Call> call = reader.next();
            while (call.isPresent()) {
                script.play(call.get());
                call = call.get().isComplete() ? reader.next() : Optional.empty();
            }
        } catch (IOException e) {
            // The caller, or the script, has closed the connection.
        } catch (Exception e) {
            throw new IllegalStateException("The script failed", e);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
