package org.code.aiproxy.model.openai;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Takes a stream of server-sent events apart, byte for byte, as the events come (<a
 * href="https://html.spec.whatwg.org/multipage/server-sent-events.html#parsing-an-event-stream">format</a>).
 */
final class EventStream {

    /** Far over any event that a model sends; what never ends must not fill the heap. */
    private static final int LONGEST_EVENT = 16 << 20;

    private static final int BUFFER_BYTES = 8192;

    private static final String DATA = "data:";

    /** Whatever stands before it, one is there afterwards. */
    private static final byte[] BLANK_LINE = {'\n', '\n'};

    /** What ends a whole chat completion. */
    static final String DONE = "[DONE]";

    private static final int NONE = -1;

    /** The event that ends a whole chat completion. */
    static byte[] done() {
        return (DATA + " " + DONE + "\n\n").getBytes(StandardCharsets.UTF_8);
    }

    private final InputStream in;
    private final Predicate<byte[]> isLast;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES).limit(0);

    /**
     * @param isLast whether an event says that the answer is whole
     */
    EventStream(InputStream in, Predicate<byte[]> isLast) {
        this.in = in;
        this.isLast = isLast;
    }

    /**
     * The next event with the blank line that ends it, as soon as that has come. The second half of
     * a line end that follows is an event of its own, because waiting for it would delay this one.
     *
     * @return nothing at the end; an event that was cut off doesn't count, unless it says that the
     *     answer is whole: then the blank line is added
     * @throws IOException when the connection breaks, or an event is over 16 MiB long
     */
    Optional<byte[]> next() throws IOException {
        ByteArrayOutputStream event = new ByteArrayOutputStream();
        boolean isLineEmpty = true;
        int last = NONE;
        while (fill()) {
            int length = lengthOfLine();
            if (length > 0) {
                event.write(buffer.array(), buffer.position(), length);
                buffer.position(buffer.position() + length);
                isLineEmpty = false;
                last = NONE;
            }
            if (event.size() > LONGEST_EVENT) {
                throw new IOException("an event is longer than any that a model sends");
            }
            if (buffer.hasRemaining()) {
                int lineEnd = buffer.get();
                event.write(lineEnd);
                boolean isSecondHalf = lineEnd == '\n' && last == '\r';
                if (!isSecondHalf && isLineEmpty) {
                    return Optional.of(event.toByteArray());
                }
                isLineEmpty = true;
                last = lineEnd;
            }
        }
        if (!isLast.test(event.toByteArray())) {
            return Optional.empty();
        }
        event.writeBytes(BLANK_LINE);
        return Optional.of(event.toByteArray());
    }

    /** Whether there is more, which is waited for. */
    private boolean fill() throws IOException {
        if (!buffer.hasRemaining()) {
            int count = in.read(buffer.array());
            buffer.position(0).limit(Math.max(0, count));
        }
        return buffer.hasRemaining();
    }

    /** How many bytes that have come are before the next half of a line end. */
    private int lengthOfLine() {
        int at = buffer.position();
        while (at < buffer.limit() && buffer.get(at) != '\n' && buffer.get(at) != '\r') {
            at++;
        }
        return at - buffer.position();
    }

    /** An event's data; empty for one that is only a comment. */
    static String data(byte[] event) {
        return new String(event, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.startsWith(DATA))
                .map(line -> line.substring(DATA.length()).strip())
                .collect(Collectors.joining("\n"));
    }
}
