package org.code.aiproxy.network;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * An HTTP proxy over real sockets. Every host that it is asked for is the same server on this
 * machine, so that tests can use names that don't exist.
 */
final class ForwardProxy implements AutoCloseable {

    private static final byte[] LOGIN_WANTED =
            "HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"p\"\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII);

    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final int target;
    private final String login;
    private final List<String> lines = new CopyOnWriteArrayList<>();

    /**
     * @param target the port of the server behind it
     * @param login the header that it wants; blank for none
     */
    ForwardProxy(int target, String login) throws IOException {
        this.target = target;
        this.login = login;
        Thread.startVirtualThread(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    /** The request lines that it let through. */
    List<String> lines() {
        return lines;
    }

    private void accept() {
        try {
            while (true) {
                Socket client = server.accept();
                Thread.startVirtualThread(() -> serve(client));
            }
        } catch (IOException e) {
            // Closed.
        }
    }

    private void serve(Socket client) {
        try (client;
                Socket behind = new Socket(InetAddress.getLoopbackAddress(), target)) {
            InputStream in = new BufferedInputStream(client.getInputStream());
            String head = head(in);
            if (!login.isEmpty() && !head.contains("roxy-Authorization: " + login)) {
                client.getOutputStream().write(LOGIN_WANTED);
                return;
            }
            String line = head.lines().findFirst().orElse("");
            lines.add(line);
            if (line.startsWith("CONNECT ")) {
                client.getOutputStream()
                        .write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            } else {
                behind.getOutputStream()
                        .write(
                                head.replaceFirst("http://[^/]+", "")
                                        .getBytes(StandardCharsets.ISO_8859_1));
            }
            Thread back = Thread.startVirtualThread(() -> copy(behind, client));
            in.transferTo(behind.getOutputStream());
            behind.shutdownOutput();
            back.join();
        } catch (IOException e) {
            // One of the two has gone.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void copy(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException e) {
            // One of the two has gone.
        }
    }

    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("the client has gone");
            }
            head.write(next);
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
