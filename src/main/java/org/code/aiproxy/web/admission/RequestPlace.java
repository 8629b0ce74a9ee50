package org.code.aiproxy.web.admission;

import jakarta.servlet.ServletRequest;
import java.util.Optional;

/** What a request that was taken on holds until it is answered. */
public final class RequestPlace implements AutoCloseable {

    private static final String ATTRIBUTE = RequestPlace.class.getName();

    private final Admission admission;
    private final long start;
    private long bytes;

    /**
     * @param bytes of heap that the request is estimated to take
     * @param start when it was taken on, in nanoseconds from any moment on
     */
    RequestPlace(Admission admission, long bytes, long start) {
        this.admission = admission;
        this.bytes = bytes;
        this.start = start;
    }

    /** The place of the request, if it needed one. */
    public static Optional<RequestPlace> of(ServletRequest request) {
        return Optional.ofNullable((RequestPlace) request.getAttribute(ATTRIBUTE));
    }

    void goesWith(ServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    /**
     * Gives back what was too much, once the whole body has been read.
     *
     * @param body its length in bytes, which may not have been known before
     */
    public void bodyIs(long body) {
        long unused = Math.max(0, bytes - RequestMemory.of(body));
        bytes -= unused;
        admission.giveBack(unused);
    }

    long bytes() {
        return bytes;
    }

    long start() {
        return start;
    }

    @Override
    public void close() {
        admission.leave(this);
    }
}
