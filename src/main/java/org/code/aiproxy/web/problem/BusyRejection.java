package org.code.aiproxy.web.problem;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.code.aiproxy.web.admission.RejectionHandler;
import org.code.aiproxy.web.log.RequestLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.json.JsonMapper;

/**
 * Refuses requests while the service is busy. The log has one line a second for all of them: they
 * can be thousands.
 */
final class BusyRejection implements RejectionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(BusyRejection.class);

    static final String DETAIL = "The service is busy or shutting down. Try again.";

    private static final String RETRY_AFTER_SECONDS = "2";
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(1);

    private final ProblemBody body;
    private final Counter refused;
    private final AtomicLong untold = new AtomicLong();
    private final AtomicLong lastLine = new AtomicLong(System.nanoTime() - BETWEEN_LINES.toNanos());

    BusyRejection(JsonMapper mapper, MeterRegistry meters) {
        this.body = new ProblemBody(mapper);
        this.refused =
                Counter.builder("aiproxy.requests.refused")
                        .description("Requests answered 503 because the service was busy")
                        .register(meters);
    }

    @Override
    public void send(Request request, Response response) {
        refused.increment();
        tell();
        RequestLog.prepare(request, response);
        response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        body.send(request, response, HttpStatus.SERVICE_UNAVAILABLE, DETAIL);
    }

    private void tell() {
        untold.incrementAndGet();
        long last = lastLine.get();
        long now = System.nanoTime();
        if (now - last >= BETWEEN_LINES.toNanos() && lastLine.compareAndSet(last, now)) {
            LOG.warn("Busy: answered {} requests with 503", untold.getAndSet(0));
        }
    }
}
