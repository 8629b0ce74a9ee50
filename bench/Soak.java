import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.LongAdder;

/**
 * Calls a service for a while as many callers do: assessments, chats and streams, and some callers
 * disconnect before the answer. Prints what was answered how often.
 *
 * <p>Usage: {@code java Soak.java URL LESSON_DIR CALLERS SECONDS}. Ends with status 1 when one
 * answer was 500, or no answer came.
 */
public class Soak {

    private static final int HANG_UPS_OF_100 = 10;

    private static final String CHAT =
            "{\"model\":\"gpt-6-luna\",\"stream\":%s,\"messages\":[{\"role\":\"user\",\"content\":\"Hello\"}]}";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, LongAdder> outcomes = new ConcurrentSkipListMap<>();
    private final URI url;
    private final String form;

    private Soak(URI url, String form) {
        this.url = url;
        this.form = form;
    }

    public static void main(String[] args) throws Exception {
        Soak soak = new Soak(URI.create(args[0]), LessonForm.of(Path.of(args[1])));
        long end = System.nanoTime() + Duration.ofSeconds(Long.parseLong(args[3])).toNanos();
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < Integer.parseInt(args[2]); i++) {
                callers.execute(() -> soak.callUntil(end));
            }
        }
        System.out.println(new TreeMap<>(soak.outcomes));
        System.exit(soak.outcomes.keySet().stream().anyMatch(Soak::isBad) ? 1 : 0);
    }

    private static boolean isBad(String outcome) {
        return outcome.endsWith(" 500") || outcome.contains("Exception");
    }

    private void callUntil(long end) {
        while (System.nanoTime() < end) {
            String outcome;
            try {
                outcome = call();
            } catch (IOException | InterruptedException e) {
                outcome = e.toString();
            }
            outcomes.computeIfAbsent(outcome, _ -> new LongAdder()).increment();
        }
    }

    private String call() throws IOException, InterruptedException {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        String path = random.nextBoolean() ? "/assessment" : "/v1/chat/completions";
        boolean isForm = path.equals("/assessment");
        String type = isForm ? "application/x-www-form-urlencoded" : "application/json";
        boolean isStreamed = !isForm && random.nextBoolean();
        String body = isForm ? form : CHAT.formatted(isStreamed);
        String name = isStreamed ? "stream" : isForm ? "assessment" : "chat";
        if (random.nextInt(100) < HANG_UPS_OF_100) {
            hangUp(path, type, body, random.nextInt(400));
            return name + " disconnected";
        }
        HttpRequest request =
                HttpRequest.newBuilder(url.resolve(path))
                        .header("Content-Type", type)
                        .POST(BodyPublishers.ofString(body))
                        .build();
        return name + " " + http.send(request, BodyHandlers.ofString()).statusCode();
    }

    private void hangUp(String path, String type, String body, int afterMillis)
            throws IOException, InterruptedException {
        try (Socket socket = new Socket(url.getHost(), url.getPort())) {
            String head =
                    "POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n"
                            .formatted(path, type, body.length());
            socket.getOutputStream().write((head + body).getBytes(StandardCharsets.UTF_8));
            Thread.sleep(Duration.ofMillis(afterMillis));
        }
    }
}
