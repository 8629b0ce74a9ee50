package org.code.aiproxy.provider.call;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.GZIPOutputStream;
import org.code.aiproxy.ScriptedProvider.Call;
import org.code.aiproxy.ScriptedProvider.Script;

/** Answers that no provider gives by itself, but that something in its place may. */
final class HostileProvider {

    private static final String JSON = "Content-Type: application/json";

    private HostileProvider() {}

    /** A whole answer with status 200. */
    static Script says(String type, String body) {
        return call -> call.answer(200, type, body);
    }

    /** Interim answers, and never another. */
    static Script interim(int status) {
        return call -> endless(call, "HTTP/1.1 %d Interim\r\nLink: <x>\r\n\r\n".formatted(status));
    }

    static Script headersWithoutEnd() {
        return call -> {
            call.send("HTTP/1.1 200 OK\r\n");
            endless(call, "X-More: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\r\n");
        };
    }

    static Script headerWithoutEnd() {
        return call -> {
            call.send("HTTP/1.1 200 OK\r\nX-Long: ");
            endless(call, "aaaaaaaaaaaaaaaa");
        };
    }

    /** A body that goes on after its beginning for as long as anyone reads. */
    static Script bodyWithoutEnd(int status, String beginning, String more) {
        return call -> {
            call.head(status, JSON);
            call.send(beginning);
            endless(call, more);
        };
    }

    /** The same as a stream of events. */
    static Script streamWithoutEnd(String type, byte[] beginning, byte[] more) {
        return call -> {
            call.head(200, "Content-Type: " + type);
            call.send(beginning);
            endless(call, more);
        };
    }

    /** A few kilobytes that become gigabytes. */
    static Script compressedWithoutEnd(String type, String beginning, String more) {
        return call -> {
            call.head(200, "Content-Type: " + type, "Content-Encoding: gzip");
            try (OutputStream out = new GZIPOutputStream(call.socket().getOutputStream())) {
                out.write(beginning.getBytes(UTF_8));
                byte[] block = many(more.getBytes(UTF_8));
                while (true) {
                    out.write(block);
                }
            }
        };
    }

    static Script redirect(int status, String target) {
        return call -> call.answer(status, "text/html", "moved", "Location: " + target);
    }

    private static void endless(Call call, String more) throws IOException {
        endless(call, more.getBytes(UTF_8));
    }

    private static void endless(Call call, byte[] more) throws IOException {
        byte[] block = many(more);
        while (true) {
            call.send(block);
        }
    }

    private static byte[] many(byte[] one) {
        ByteArrayOutputStream many = new ByteArrayOutputStream();
        while (many.size() < 64 << 10) {
            many.writeBytes(one);
        }
        return many.toByteArray();
    }
}
