package org.code.aiproxy.provider.openai.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import org.code.aiproxy.provider.answer.StreamPace;

/**
 * An answer's body, told by what it is and not by its label: servers and the proxies before them
 * have sent events as JSON and as plain text, JSON where events were wanted, and events unasked.
 *
 * @param in the body, with all its bytes
 * @param isStream whether it is a stream of events
 */
public record ServerAnswer(InputStream in, boolean isStream) {

    private static final int MOST_SPACES = 4_096;

    /**
     * Waits for the first character other than white space.
     *
     * @param isStreamAsked whether spaces alone, however many, count as a stream's blank lines
     */
    public static ServerAnswer of(InputStream body, boolean isStreamAsked, StreamPace pace)
            throws IOException {
        PushbackInputStream in = new PushbackInputStream(body, MOST_SPACES);
        byte[] seen = new byte[MOST_SPACES];
        int count = 0;
        int first = in.read();
        while (first >= 0) {
            seen[count] = (byte) first;
            count++;
            if (isStreamAsked) {
                pace.piece(() -> false);
            }
            boolean isSpace = Character.isWhitespace(first) || isByteOrderMark(first);
            if (!isSpace || count == MOST_SPACES) {
                break;
            }
            first = in.read();
        }
        in.unread(seen, 0, count);
        boolean isBlank = isStreamAsked && count == MOST_SPACES;
        return new ServerAnswer(in, isBlank || (count > 0 && isField(seen[count - 1])));
    }

    private static boolean isByteOrderMark(int one) {
        return one == 0xef || one == 0xbb || one == 0xbf;
    }

    /**
     * Of an event's fields, or a comment: {@code data}, {@code event}, {@code id}, {@code retry}.
     */
    private static boolean isField(byte first) {
        return "dei:r".indexOf(first) >= 0;
    }
}
