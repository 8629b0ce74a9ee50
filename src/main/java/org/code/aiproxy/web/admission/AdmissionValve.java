package org.code.aiproxy.web.admission;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.code.aiproxy.processor.ProcessorQueue;
import org.code.aiproxy.web.connection.HealthChecks;
import org.code.aiproxy.web.log.RequestFacts;
import org.springframework.http.HttpHeaders;
import org.springframework.util.unit.DataSize;

/**
 * Takes requests on a few at a time, and refuses at once what can't be worked on soon, so that
 * callers try another task, or later. Before all servlets and filters: a flood costs little, and
 * what must be answered at once isn't kept waiting by what stands before it.
 */
final class AdmissionValve extends ValveBase {

    private static final Duration WORTH_NOTING = Duration.ofMillis(10);

    private final Admission admission;
    private final ProcessorQueue processors;
    private final RejectionHandler rejection;
    private final DataSize longestBody;

    /**
     * @param rejection how the rest is refused
     * @param longestBody what is reckoned with where a body's length isn't told
     */
    AdmissionValve(
            Admission admission,
            ProcessorQueue processors,
            RejectionHandler rejection,
            DataSize longestBody) {
        super(true);
        this.admission = admission;
        this.processors = processors;
        this.rejection = rejection;
        this.longestBody = longestBody;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        String path = request.getRequestURI();
        if (HealthChecks.include(path)) {
            getNext().invoke(request, response);
        } else if (path.equals("/test") || path.startsWith("/actuator/")) {
            processors.await();
            getNext().invoke(request, response);
        } else {
            admit(request, response);
        }
    }

    private void admit(Request request, Response response) throws IOException, ServletException {
        long start = System.nanoTime();
        Optional<RequestPlace> place = admission.enter(bodyBytes(request));
        if (place.isEmpty()) {
            rejection.send(request, response);
            return;
        }
        Duration waited = Duration.ofNanos(System.nanoTime() - start);
        if (waited.compareTo(WORTH_NOTING) > 0) {
            RequestFacts.of(request).note("queued_ms", waited.toMillis());
        }
        try (RequestPlace held = place.get()) {
            held.goesWith(request);
            processors.await();
            getNext().invoke(request, response);
        }
    }

    private long bodyBytes(Request request) {
        long told = request.getContentLengthLong();
        boolean isUntold = told < 0 && request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
        return isUntold ? longestBody.toBytes() : Math.clamp(told, 0, longestBody.toBytes());
    }
}
