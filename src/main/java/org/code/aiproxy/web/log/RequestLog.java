package org.code.aiproxy.web.log;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.code.aiproxy.model.CallerIds;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.slf4j.spi.LoggingEventBuilder;
import org.springframework.web.servlet.HandlerMapping;

/** The one line that the log has of each request. */
public final class RequestLog {

    private static final Logger LOG = LoggerFactory.getLogger(RequestLog.class);

    static final String REQUEST_ID = CallerIds.REQUEST_ID;
    private static final String OUTCOME = "outcome";

    private RequestLog() {}

    /**
     * Logs a request that got no further than the web server, and gives its answer what all answers
     * have. Of no effect where the request got further.
     */
    public static void refused(HttpServletRequest request, HttpServletResponse response) {
        if (response.getHeader(RequestId.HEADER) == null) {
            write(prepare(request, response), request, response.getStatus(), Duration.ZERO);
        }
    }

    /** Gives the answer to such a request what all answers have, and returns the request's id. */
    public static String prepare(HttpServletRequest request, HttpServletResponse response) {
        String id = RequestId.of(request);
        response.setHeader(RequestId.HEADER, id);
        SecurityHeadersFilter.addTo(response);
        return id;
    }

    static void write(String id, HttpServletRequest request, int status, Duration duration) {
        String route = route(request);
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("route", route);
        facts.put("status", status);
        facts.put("duration_ms", duration.toMillis());
        facts.put(OUTCOME, outcome(status));
        facts.putAll(RequestFacts.of(request).all());
        LoggingEventBuilder line = LOG.atLevel(level(route));
        for (Map.Entry<String, Object> fact : facts.entrySet()) {
            line = line.addKeyValue(fact.getKey(), fact.getValue());
        }
        // Structured logs have the id of all their lines from the context; text has it here.
        line.log(
                facts.entrySet().stream()
                        .map(fact -> fact.getKey() + "=" + plain(fact.getValue()))
                        .collect(Collectors.joining(" ", REQUEST_ID + "=" + id + " ", "")));
    }

    private static String plain(Object value) {
        return value instanceof BigDecimal amount
                ? amount.stripTrailingZeros().toPlainString()
                : value.toString();
    }

    /** Health checks come every few seconds, and say nothing new. */
    private static Level level(String route) {
        boolean isHealthCheck = route.equals("/") || route.startsWith("/actuator");
        return isHealthCheck ? Level.DEBUG : Level.INFO;
    }

    /** The route as it is declared: a path can hold anything. */
    private static String route(HttpServletRequest request) {
        return Optional.ofNullable(
                        request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE))
                .map(Object::toString)
                .orElse("none");
    }

    private static String outcome(int status) {
        if (status < 400) {
            return "ok";
        }
        return switch (status) {
            case 429 -> "rate_limited";
            case 500 -> "failed";
            case 502 -> "provider_error";
            case 503 -> "overloaded";
            case 504 -> "timed_out";
            default -> "rejected";
        };
    }
}
