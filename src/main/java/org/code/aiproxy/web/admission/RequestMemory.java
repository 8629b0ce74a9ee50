package org.code.aiproxy.web.admission;

import org.springframework.util.unit.DataSize;

/**
 * How much of the heap requests may take together, and what one of them takes. Estimates, on the
 * safe side of what {@code bench/burst.sh} measures.
 *
 * @param bytes of heap for all of them
 */
record RequestMemory(long bytes) {

    /**
     * For a request that waits for a model, beside its body: 79 kB were measured, a third of it
     * Tomcat's and the HTTP client's buffers, nearly half the stack of its thread.
     */
    private static final DataSize PER_REQUEST = DataSize.ofKilobytes(85);

    /**
     * A body is held as the program and what goes to the model; what else a lesson's requests have
     * in common they share.
     */
    private static final int PER_BODY_BYTE = 3;

    /** A program, a prompt and a rubric, as callers send them. */
    private static final DataSize USUAL_BODY = DataSize.ofKilobytes(6);

    /** For a request that waits to be taken on: its headers, and buffers for its answer. */
    private static final DataSize PER_WAITING_REQUEST = DataSize.ofKilobytes(48);

    /** Waiting requests may take this part of it. */
    private static final int WAITING_SHARE = 8;

    /** For the service itself, at rest. */
    private static final DataSize SERVICE = DataSize.ofMegabytes(48);

    private static final int SMALLEST_SHARE = 4;

    /**
     * Two thirds of the heap, without what the service takes itself. The last third is for what is
     * being computed: with less, collections of the whole heap stop the service for half a second.
     */
    static RequestMemory ofHeap(long heap) {
        return new RequestMemory(Math.max(heap * 2 / 3 - SERVICE.toBytes(), heap / SMALLEST_SHARE));
    }

    /** Bytes of heap for the requests that are worked on. */
    long forWork() {
        return bytes - bytes / WAITING_SHARE;
    }

    /** How many requests can be worked on, if all have the usual length. */
    int requests() {
        return Math.toIntExact(forWork() / of(USUAL_BODY.toBytes()));
    }

    /** How many more can wait to be. */
    int waiting() {
        return Math.toIntExact(bytes / WAITING_SHARE / PER_WAITING_REQUEST.toBytes());
    }

    /**
     * Bytes of heap that a request takes.
     *
     * @param body the length of its body in bytes
     */
    static long of(long body) {
        return PER_REQUEST.toBytes() + body * PER_BODY_BYTE;
    }
}
