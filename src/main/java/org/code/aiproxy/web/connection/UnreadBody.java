package org.code.aiproxy.web.connection;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.coyote.ActionCode;
import org.apache.coyote.Request;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/**
 * The rest of a request's body that is unread when the request is answered. It is taken in, up to a
 * limit: a caller that still sends would not read the answer before. Left to itself Tomcat does the
 * same, but has all the time in the world.
 *
 * @param request whose body has to arrive within a time
 */
record UnreadBody(Request request) {

    /** As much as Tomcat would take. */
    private static final long MOST_BYTES = 2 << 20;

    void skip() {
        // Who expects to be told to send a body won't, once answered.
        if (isNothing() || request.hasExpectation()) {
            return;
        }
        Discarded discarded = new Discarded();
        long left = MOST_BYTES;
        try {
            while (left > 0) {
                int count = request.doRead(discarded);
                if (count < 0) {
                    return;
                }
                left -= count;
            }
        } catch (IOException | StalledException e) {
            // Too slow, or gone.
        }
        abandon();
    }

    /** Closes the connection instead. */
    void abandon() {
        request.action(ActionCode.CLOSE_NOW, null);
    }

    /** Whether the body has been read to its end. */
    boolean isNothing() {
        AtomicBoolean isRead = new AtomicBoolean();
        request.action(ActionCode.REQUEST_BODY_FULLY_READ, isRead);
        return isRead.get();
    }

    /** Where bytes go that no one wants. */
    private static final class Discarded implements ApplicationBufferHandler {

        private ByteBuffer buffer = ByteBuffer.allocate(0);

        @Override
        public void setByteBuffer(ByteBuffer next) {
            buffer = next;
        }

        @Override
        public ByteBuffer getByteBuffer() {
            return buffer;
        }

        @Override
        public void expand(int size) {
            // Nothing is kept.
        }
    }
}
