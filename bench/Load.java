import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Posts many assessments at once and prints how they went, and how long {@code GET /} took
 * meanwhile.
 *
 * <p>Usage: {@code java Load.java URL LESSON_DIR REQUESTS MOST_SECONDS MOST_HEALTH_MILLIS}. Ends
 * with status 1 when a request failed or a limit was missed.
 */
public class Load {

    private static final int WARM_UP_ROUNDS = 3;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String url;

    private Load(String url) {
        this.url = url;
    }

    private record Answer(String outcome, double seconds) {}

    public static void main(String[] args) throws Exception {
        Load load = new Load(args[0]);
        String form = LessonForm.of(Path.of(args[1]));
        int requests = Integer.parseInt(args[2]);
        for (int round = 1; round <= WARM_UP_ROUNDS; round++) {
            load.round("warm-up " + round, form, requests);
        }
        boolean good =
                load.round("measured", form, requests)
                        .within(Double.parseDouble(args[3]), Double.parseDouble(args[4]));
        System.exit(good ? 0 : 1);
    }

    private record Round(double seconds, double healthMillis, boolean allGood) {
        boolean within(double mostSeconds, double mostHealthMillis) {
            return allGood && seconds < mostSeconds && healthMillis < mostHealthMillis;
        }
    }

    private Round round(String name, String form, int requests) throws Exception {
        AtomicBoolean done = new AtomicBoolean();
        // A thread of its own: among the virtual threads it would wait for this client's requests.
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
                ExecutorService watcher = Executors.newSingleThreadExecutor()) {
            Future<List<Double>> health = watcher.submit(() -> health(done));
            long start = System.nanoTime();
            List<Future<Answer>> futures = new ArrayList<>();
            for (int i = 0; i < requests; i++) {
                futures.add(executor.submit(() -> assess(form)));
            }
            Map<String, Integer> outcomes = new TreeMap<>();
            List<Double> seconds = new ArrayList<>();
            for (Future<Answer> future : futures) {
                outcomes.merge(future.get().outcome(), 1, Integer::sum);
                seconds.add(future.get().seconds());
            }
            double wall = secondsSince(start);
            done.set(true);
            List<Double> healthMillis = health.get();
            System.out.printf(
                    "%s: %d requests in %.2f s (p50 %.2f s, p99 %.2f s), outcomes %s;"
                            + " GET / %d times, p99 %.0f ms, slowest %.0f ms%n",
                    name,
                    requests,
                    wall,
                    percentile(seconds, 50),
                    percentile(seconds, 99),
                    outcomes,
                    healthMillis.size(),
                    percentile(healthMillis, 99),
                    percentile(healthMillis, 100));
            return new Round(
                    wall,
                    percentile(healthMillis, 99),
                    outcomes.getOrDefault("200", 0) == requests);
        }
    }

    private Answer assess(String form) {
        long start = System.nanoTime();
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(url + "/assessment"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build();
        try {
            int status = http.send(request, BodyHandlers.ofString()).statusCode();
            return new Answer(String.valueOf(status), secondsSince(start));
        } catch (Exception e) {
            return new Answer(e.toString(), secondsSince(start));
        }
    }

    private List<Double> health(AtomicBoolean done) throws Exception {
        List<Double> millis = new ArrayList<>();
        while (!done.get()) {
            long start = System.nanoTime();
            try (InputStream body = URI.create(url + "/").toURL().openStream()) {
                body.readAllBytes();
            }
            millis.add(secondsSince(start) * 1000);
            Thread.sleep(Duration.ofMillis(20));
        }
        return millis;
    }

    private static double percentile(List<Double> values, int percent) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(Math.max(0, (int) Math.ceil(sorted.size() * percent / 100.0) - 1));
    }

    private static double secondsSince(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
