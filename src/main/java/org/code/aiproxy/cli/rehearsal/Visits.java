package org.code.aiproxy.cli.rehearsal;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Calls a service for a while, several callers at once. */
final class Visits {

    /** More than there are processors, as when a class hands in its programs. */
    private static final int CALLERS = 16;

    private static final int OK = 200;

    private final HttpClient http = HttpClient.newBuilder().version(Version.HTTP_1_1).build();
    private final List<HttpRequest> requests;
    private final Set<HttpRequest> answered = ConcurrentHashMap.newKeySet();

    /**
     * @param service where it listens
     */
    Visits(URI service) {
        this.requests = new Calls(service, RehearsedService.KEY).all();
    }

    /**
     * Makes all requests again and again.
     *
     * @throws IllegalStateException when one of them was never answered with 200
     */
    void make(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < CALLERS; i++) {
                int first = i;
                callers.execute(() -> callUntil(end, first));
            }
        }
        List<String> unanswered =
                requests.stream()
                        .filter(request -> !answered.contains(request))
                        .map(HttpRequest::toString)
                        .toList();
        if (!unanswered.isEmpty()) {
            throw new IllegalStateException("The service never answered 200 to " + unanswered);
        }
    }

    /** Each at least once, however slow they are. */
    private void callUntil(long end, int first) {
        for (int i = first; i < first + requests.size() || System.nanoTime() < end; i++) {
            call(requests.get(i % requests.size()));
        }
    }

    private void call(HttpRequest request) {
        try {
            if (http.send(request, BodyHandlers.discarding()).statusCode() == OK) {
                answered.add(request);
            }
        } catch (IOException e) {
            // Not answered.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
