package org.code.aiproxy.provider.answer;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * What one answer may take while it is read, in bytes. The first 64 KB are its own; for more, all
 * answers share a part of the heap. To be closed when the answer isn't needed any more.
 */
public final class AnswerRoom implements AutoCloseable {

    private static final long OWN = 64 << 10;

    /** What an object or an array takes in the heap, however short it is: two characters. */
    private static final int CONTAINER = 64;

    private final long most;
    private final AnswerMemory memory;
    private long taken;

    AnswerRoom(long most, AnswerMemory memory) {
        this.most = most;
        this.memory = memory;
    }

    /**
     * Takes room for more bytes.
     *
     * @throws AnswerLimitException when there is none
     */
    public synchronized void take(long bytes) throws AnswerLimitException {
        if (taken + bytes > most) {
            throw new AnswerLimitException("sent an answer that is too long.");
        }
        if (!memory.take(shared(taken + bytes) - shared(taken))) {
            throw new AnswerLimitException(
                    "sent a long answer while others took all the memory for long answers.");
        }
        taken += bytes;
    }

    /** Gives all back: what was read is passed on. */
    public synchronized void clear() {
        memory.giveBack(shared(taken));
        taken = 0;
    }

    @Override
    public void close() {
        clear();
    }

    private static long shared(long bytes) {
        return Math.max(0, bytes - OWN);
    }

    /** A stream that takes room for its bytes. */
    public InputStream counted(InputStream in) {
        return new Counted(in, 0);
    }

    /** A stream of JSON that takes room for its bytes, and for what a tree is made of. */
    public InputStream weighed(InputStream in) {
        return new Counted(in, CONTAINER);
    }

    private final class Counted extends FilterInputStream {

        private final int container;

        Counted(InputStream in, int container) {
            super(in);
            this.container = container;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = in.read(bytes, offset, length);
            if (count > 0) {
                take(weight(bytes, offset, count));
            }
            return count;
        }

        @Override
        public long skip(long count) throws IOException {
            return readNBytes(Math.toIntExact(Math.min(count, OWN))).length;
        }

        @Override
        public boolean markSupported() {
            return false;
        }

        private long weight(byte[] bytes, int offset, int count) {
            long weight = count;
            for (int i = offset; container > 0 && i < offset + count; i++) {
                if (bytes[i] == '{' || bytes[i] == '[') {
                    weight += container;
                }
            }
            return weight;
        }
    }
}
