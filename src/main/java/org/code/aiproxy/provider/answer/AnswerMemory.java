package org.code.aiproxy.provider.answer;

import java.util.concurrent.atomic.AtomicLong;

/**
 * The share of the heap that all long answers together may take while they are read. Ordinary
 * answers fit into what each may have without asking.
 */
final class AnswerMemory {

    private static final int SHARE = 8;

    private final AtomicLong left;

    /**
     * @param heap bytes that the heap can hold
     */
    AnswerMemory(long heap) {
        this.left = new AtomicLong(heap / SHARE);
    }

    /** Whether so many bytes more may be held. */
    boolean take(long bytes) {
        boolean isThere = left.addAndGet(-bytes) >= 0;
        if (!isThere) {
            giveBack(bytes);
        }
        return isThere;
    }

    void giveBack(long bytes) {
        left.addAndGet(bytes);
    }

    /** Bytes that no answer holds. */
    long left() {
        return left.get();
    }
}
