package org.code.aiproxy.model;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.MDC;

/**
 * The ids by which a provider's own logs and traces can be matched with the request that a call is
 * made for. They are headers of the call, and say nothing of the request's content.
 */
public final class CallerIds {

    /** The name of the request's id in the logging context. */
    public static final String REQUEST_ID = "request_id";

    /** The name of the caller's place in a trace, in the logging context as in the header. */
    public static final String TRACE_PARENT = "traceparent";

    private static final String REQUEST_ID_HEADER = "X-Request-Id";

    /** W3C Trace Context, version 00: a trace, a span in it, neither all zeros, and flags. */
    private static final Pattern TRACE =
            Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

    private CallerIds() {}

    /** A caller's header, if it is well-formed. */
    public static Optional<String> traceParent(Optional<String> header) {
        return header.filter(it -> TRACE.matcher(it).matches());
    }

    /**
     * The headers for a call that is made on this thread: the request's id, and the span of the
     * call or, where this service makes no traces, the caller's own.
     */
    public static Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        Optional.ofNullable(MDC.get(REQUEST_ID))
                .ifPresent(id -> headers.put(REQUEST_ID_HEADER, id));
        currentSpan()
                .or(() -> Optional.ofNullable(MDC.get(TRACE_PARENT)))
                .ifPresent(parent -> headers.put(TRACE_PARENT, parent));
        return headers;
    }

    private static Optional<String> currentSpan() {
        SpanContext span = Span.current().getSpanContext();
        return span.isValid()
                ? Optional.of(
                        "00-%s-%s-%s"
                                .formatted(
                                        span.getTraceId(),
                                        span.getSpanId(),
                                        span.getTraceFlags().asHex()))
                : Optional.empty();
    }
}
