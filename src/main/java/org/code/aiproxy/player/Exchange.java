package org.code.aiproxy.player;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.code.aiproxy.player.wire.Call;
import org.code.aiproxy.player.wire.PlayedAnswer;
import org.code.aiproxy.player.wire.Wire;

/**
 * A call and the answer that it gets, or would get.
 *
 * @param call what to answer
 * @param wire its format
 * @param answer the answer as it should be
 * @param latency how long the answer takes
 */
record Exchange(Call call, Wire wire, PlayedAnswer answer, Duration latency) {

    private static final Duration DRIP = Duration.ofMillis(100);

    /** The content type that the answer should have. */
    String contentType() {
        return isStreamed() ? wire.streamType() : Wire.JSON;
    }

    private boolean isStreamed() {
        return answer.question().isStreamed();
    }

    /** Answers as it should be: a stream takes its time from event to event. */
    void send() throws IOException, InterruptedException {
        if (!isStreamed()) {
            Thread.sleep(latency);
            call.answer(200, contentType(), wire.whole(answer));
            return;
        }
        List<byte[]> events = wire.events(answer);
        Duration pause = latency.dividedBy(events.size());
        call.stream(contentType());
        for (byte[] event : events) {
            Thread.sleep(pause);
            call.chunk(event);
        }
        call.lastChunk();
    }

    /** The same, compressed. */
    void sendCompressed() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content());
        }
        call.answer(200, contentType(), bytes.toByteArray(), "Content-Encoding: gzip");
    }

    /** Sends half of the answer, and ends a stream as if that were all; see {@link #reset}. */
    void cut() throws IOException {
        half();
        if (isStreamed()) {
            call.lastChunk();
        }
    }

    /** Sends half of the answer and breaks the connection. */
    void reset() throws IOException {
        half();
        call.reset();
    }

    /** Sends half of the answer, and then what means nothing, now and then. */
    void drip() throws IOException, InterruptedException {
        half();
        byte[] nothing = isStreamed() ? wire.noise() : new byte[] {' '};
        while (true) {
            Thread.sleep(DRIP);
            if (isStreamed()) {
                call.chunk(nothing);
            } else {
                call.send(nothing);
            }
        }
    }

    private void half() throws IOException {
        if (isStreamed()) {
            List<byte[]> events = wire.events(answer);
            call.stream(contentType());
            for (byte[] event : events.subList(0, Math.ceilDiv(events.size(), 2))) {
                call.chunk(event);
            }
        } else {
            byte[] whole = wire.whole(answer);
            call.head(200, "Content-Type: " + Wire.JSON, "Content-Length: " + whole.length * 100);
            call.send(Arrays.copyOf(whole, whole.length / 2));
        }
    }

    private byte[] content() {
        if (!isStreamed()) {
            return wire.whole(answer);
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        wire.events(answer).forEach(all::writeBytes);
        return all.toByteArray();
    }
}
