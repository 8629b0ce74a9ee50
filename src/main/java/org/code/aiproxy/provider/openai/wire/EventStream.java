package org.code.aiproxy.provider.openai.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.code.aiproxy.provider.answer.AnswerRoom;

/**
 * Takes a stream of server-sent events apart, byte for byte, as the events come (<a
 * href="https://html.spec.whatwg.org/multipage/server-sent-events.html#parsing-an-event-stream">format</a>).
 */
public final class EventStream {

    private static final int BUFFER_BYTES = 8192;

    private static final String DATA = "data:";

    /** Whatever stands before it, one is there afterwards. */
    private static final byte[] BLANK_LINE = {'\n', '\n'};

    /** What ends a whole chat completion. */
    static final String DONE = "[DONE]";

    private static final int NONE = -1;

    /** The event that ends a whole chat completion. */
    public static byte[] done() {
        return (DATA + " " + DONE + "\n\n").getBytes(StandardCharsets.UTF_8);
    }

    private final InputStream in;
    private final Predicate<byte[]> isLast;
    private final AnswerRoom room;
    private final Runnable beforeWaiting;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES).limit(0);

    /** Whatever is waited for. */
    public EventStream(InputStream in, Predicate<byte[]> isLast, AnswerRoom room) {
        this(in, isLast, room, () -> {});
    }

    /**
     * @param isLast whether an event says that the answer is whole
     * @param room what an event may take until the next is read
     * @param beforeWaiting run where no more has come yet
     */
    public EventStream(
            InputStream in, Predicate<byte[]> isLast, AnswerRoom room, Runnable beforeWaiting) {
        this.beforeWaiting = beforeWaiting;
        this.in = in;
        this.isLast = isLast;
        this.room = room;
    }

    /**
     * The next event with the blank line that ends it, as soon as that has come. The second half of
     * a line end that follows is an event of its own, because waiting for it would delay this one.
     *
     * @return nothing at the end; an event that was cut off doesn't count, unless it says that the
     *     answer is whole: then the blank line is added
     * @throws IOException when the connection breaks, or an event is longer than its room
     */
    public Optional<byte[]> next() throws IOException {
        room.clear();
        ByteArrayOutputStream event = new ByteArrayOutputStream();
        boolean isLineEmpty = true;
        int last = NONE;
        while (fill()) {
            int length = lengthOfLine();
            room.take(length + 1);
            if (length > 0) {
                event.write(buffer.array(), buffer.position(), length);
                buffer.position(buffer.position() + length);
                isLineEmpty = false;
                last = NONE;
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
            beforeWaiting.run();
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

    /** Whether an event's bytes hold a word of ASCII, decoding nothing. */
    static boolean holds(byte[] event, byte[] word) {
        return indexOf(event, word, 0) >= 0;
    }

    /** Where an event's bytes hold a word of ASCII, or a negative number. */
    static int indexOf(byte[] event, byte[] word, int from) {
        for (int at = from; at <= event.length - word.length; at++) {
            if (event[at] == word[0]
                    && Arrays.equals(event, at, at + word.length, word, 0, word.length)) {
                return at;
            }
        }
        return NONE;
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
