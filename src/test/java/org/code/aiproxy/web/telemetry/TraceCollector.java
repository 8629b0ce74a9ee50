package org.code.aiproxy.web.telemetry;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Receives spans by OTLP over HTTP, as a collector does. */
final class TraceCollector implements AutoCloseable {

    private final HttpServer server;
    private final BlockingQueue<Span> spans = new LinkedBlockingQueue<>();

    TraceCollector() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/traces", this::receive);
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort() + "/v1/traces";
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            ExportTraceServiceRequest request =
                    ExportTraceServiceRequest.parseFrom(exchange.getRequestBody());
            request.getResourceSpansList().stream()
                    .flatMap(resource -> resource.getScopeSpansList().stream())
                    .flatMap(scope -> scope.getSpansList().stream())
                    .forEach(spans::add);
            exchange.sendResponseHeaders(200, -1);
        }
    }

    /**
     * The spans of the next request, in the order in which they ended.
     *
     * @param flush sends all spans that have ended, which need not come in their order
     */
    List<Span> nextTrace(Runnable flush) throws InterruptedException {
        List<Span> trace = new ArrayList<>();
        while (trace.isEmpty() || trace.getLast().getKind() != Span.SpanKind.SPAN_KIND_SERVER) {
            Span span = spans.poll(10, TimeUnit.SECONDS);
            if (span == null) {
                throw new AssertionError("no more spans after " + trace);
            }
            trace.add(span);
        }
        flush.run();
        spans.drainTo(trace);
        trace.sort(Comparator.comparingLong(Span::getEndTimeUnixNano));
        return trace;
    }

    /** Whole numbers as such, so that a test can tell them from texts. */
    static Map<String, Object> attributes(Span span) {
        return span.getAttributesList().stream()
                .collect(
                        Collectors.toMap(
                                KeyValue::getKey,
                                attribute -> value(attribute.getValue()),
                                (first, _) -> first,
                                TreeMap::new));
    }

    private static Object value(AnyValue value) {
        return value.hasIntValue() ? (Object) value.getIntValue() : value.getStringValue();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
