import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/**
 * Posts more assessments than a service can work on, each over a connection of its own, and prints
 * what was answered, and how long {@code GET /} took meanwhile.
 *
 * <p>Usage: {@code java Burst.java PORT LESSON_DIR REQUESTS} for so many at once, or {@code java
 * Burst.java PORT LESSON_DIR RATE SECONDS} for so many a second. Ends with status 1 where an answer
 * was neither 200 nor 503, or where {@code GET /} took 250 ms or more; where requests come at a
 * rate, also where one of a hundred refusals took 500 ms or more.
 */
public class Burst {

    private static final int MOST_HEALTH_MILLIS = 250;
    private static final int MOST_REFUSAL_MILLIS = 500;
    private static final int TIMEOUT_MILLIS = 170_000;

    /** Connections that are being made at once: more would overflow the listener's backlog. */
    private static final int CONNECTING_AT_ONCE = 500;

    private final InetSocketAddress service;
    private final byte[] request;
    private final Semaphore connecting = new Semaphore(CONNECTING_AT_ONCE);
    private final ConcurrentLinkedQueue<Answer> answers = new ConcurrentLinkedQueue<>();

    private record Answer(String outcome, double millis) {}

    private Burst(int port, String form) {
        this.service = new InetSocketAddress("127.0.0.1", port);
        this.request =
                """
                POST /assessment HTTP/1.1\r
                Host: localhost\r
                Connection: close\r
                Content-Type: application/x-www-form-urlencoded\r
                Content-Length: %d\r
                \r
                %s\
                """
                        .formatted(form.length(), form)
                        .getBytes(StandardCharsets.UTF_8);
    }

    public static void main(String[] args) throws Exception {
        Burst burst = new Burst(Integer.parseInt(args[0]), LessonForm.of(Path.of(args[1])));
        int number = Integer.parseInt(args[2]);
        boolean isRate = args.length > 3;
        List<Double> health =
                isRate
                        ? burst.whileAsked(() -> burst.atRate(number, Integer.parseInt(args[3])))
                        : burst.whileAsked(() -> burst.atOnce(number));
        System.exit(burst.report(health, isRate) ? 0 : 1);
    }

    private void atOnce(int requests) {
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < requests; i++) {
                callers.execute(this::assess);
            }
        }
    }

    private void atRate(int rate, int seconds) {
        long start = System.nanoTime();
        long end = start + Duration.ofSeconds(seconds).toNanos();
        long between = 1_000_000_000L / rate;
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (long next = start; next < end; next += between) {
                LockSupport.parkNanos(next - System.nanoTime());
                callers.execute(this::assess);
            }
        }
    }

    private void assess() {
        long start = System.nanoTime();
        String outcome = exchange(request);
        answers.add(new Answer(outcome, millisSince(start)));
    }

    /** The status, or what happened instead. */
    private String exchange(byte[] bytes) {
        try (Socket socket = new Socket()) {
            connecting.acquire();
            try {
                socket.connect(service, TIMEOUT_MILLIS);
            } finally {
                connecting.release();
            }
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.getOutputStream().write(bytes);
            String answer =
                    new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return answer.startsWith("HTTP/1.1 ") ? answer.substring(9, 12) : "closed";
        } catch (IOException e) {
            return e.toString();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Does it, and returns how many milliseconds each {@code GET /} took meanwhile. */
    private List<Double> whileAsked(Runnable work) throws Exception {
        byte[] get =
                "GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                        .getBytes(StandardCharsets.UTF_8);
        AtomicBoolean done = new AtomicBoolean();
        // A thread of its own: among the virtual threads it would wait for this client's requests.
        try (ExecutorService watcher = Executors.newSingleThreadExecutor()) {
            Future<List<Double>> health =
                    watcher.submit(() -> {
                        List<Double> millis = new ArrayList<>();
                        while (!done.get()) {
                            millis.add(health(get));
                            Thread.sleep(Duration.ofMillis(20));
                        }
                        return millis;
                    });
            work.run();
            done.set(true);
            return health.get();
        }
    }

    private double health(byte[] get) throws IOException {
        long start = System.nanoTime();
        try (Socket socket = new Socket()) {
            socket.connect(service, TIMEOUT_MILLIS);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.getOutputStream().write(get);
            String answer =
                    new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!answer.startsWith("HTTP/1.1 200")) {
                throw new IOException("GET / was answered " + answer);
            }
        }
        return millisSince(start);
    }

    private boolean report(List<Double> health, boolean isRate) {
        Map<String, List<Double>> outcomes = new TreeMap<>();
        answers.forEach(it ->
                outcomes.computeIfAbsent(it.outcome(), _ -> new ArrayList<>()).add(it.millis()));
        outcomes.forEach((outcome, millis) ->
                System.out.printf(
                        "  %s: %d, p50 %.2f s, p99 %.2f s, slowest %.2f s%n",
                        outcome,
                        millis.size(),
                        percentile(millis, 50) / 1000,
                        percentile(millis, 99) / 1000,
                        percentile(millis, 100) / 1000));
        System.out.printf(
                "  GET /: %d, p99 %.0f ms, slowest %.0f ms%n",
                health.size(), percentile(health, 99), percentile(health, 100));
        List<Double> refusals = outcomes.getOrDefault("503", List.of());
        return outcomes.keySet().stream().allMatch(it -> it.equals("200") || it.equals("503"))
                && percentile(health, 100) < MOST_HEALTH_MILLIS
                && (!isRate
                        || refusals.isEmpty()
                        || percentile(refusals, 99) < MOST_REFUSAL_MILLIS);
    }

    private static double percentile(List<Double> values, int percent) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(Math.max(0, (int) Math.ceil(sorted.size() * percent / 100.0) - 1));
    }

    private static double millisSince(long start) {
        return (System.nanoTime() - start) / 1e6;
    }
}
