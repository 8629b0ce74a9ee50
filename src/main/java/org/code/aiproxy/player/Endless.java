package org.code.aiproxy.player;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.GZIPOutputStream;
import org.code.aiproxy.player.wire.Call;
import org.code.aiproxy.player.wire.Script;

/** Answers that go on for as long as anyone reads. */
public final class Endless {

    private static final int BLOCK = 64 << 10;

    private Endless() {}

    /** Interim answers, and never another. */
    public static Script interim(int status) {
        return call -> more(call, "HTTP/1.1 %d Interim\r\nLink: <x>\r\n\r\n".formatted(status));
    }

    /** Headers. */
    public static Script headers() {
        return call -> {
            call.send("HTTP/1.1 200 OK\r\n");
            more(call, "X-More: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\r\n");
        };
    }

    /** One header. */
    public static Script header() {
        return call -> {
            call.send("HTTP/1.1 200 OK\r\nX-Long: ");
            more(call, "aaaaaaaaaaaaaaaa");
        };
    }

    /**
     * A body.
     *
     * @param beginning what it begins with
     * @param next what follows, repeated
     */
    public static Script body(int status, String type, byte[] beginning, byte[] next) {
        return call -> {
            call.head(status, "Content-Type: " + type);
            call.send(beginning);
            more(call, next);
        };
    }

    /** A few kilobytes that become gigabytes. */
    public static Script compressed(String type, String beginning, String next) {
        return call -> {
            call.head(200, "Content-Type: " + type, "Content-Encoding: gzip");
            try (OutputStream out = new GZIPOutputStream(call.socket().getOutputStream())) {
                out.write(beginning.getBytes(UTF_8));
                byte[] block = block(next.getBytes(UTF_8));
                while (true) {
                    out.write(block);
                }
            }
        };
    }

    private static void more(Call call, String next) throws IOException {
        more(call, next.getBytes(UTF_8));
    }

    private static void more(Call call, byte[] next) throws IOException {
        byte[] block = block(next);
        while (true) {
            call.send(block);
        }
    }

    private static byte[] block(byte[] one) {
        ByteArrayOutputStream block = new ByteArrayOutputStream();
        while (block.size() < BLOCK) {
            block.writeBytes(one);
        }
        return block.toByteArray();
    }
}
