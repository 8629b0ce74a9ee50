package org.code.aiproxy.cli.rehearsal;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.code.aiproxy.player.ProviderPlayer;
import org.code.aiproxy.player.wire.ProviderServer;
import org.code.aiproxy.player.wire.ProviderServer.Connections;

/** A service as a process of its own, with a played provider as its only one. */
final class RehearsedService implements AutoCloseable {

    /** What the service asks of callers, so that it reads keys as it will. */
    static final String KEY = "rehearsal";

    /** Whoever rehearses may have settings of their own: a rehearsal is the same everywhere. */
    private static final Pattern SETTING =
            Pattern.compile(
                    "(?i)(AIPROXY|AWS|JAVA|JDK|MANAGEMENT|OPENAI|OTEL|SERVER|SPRING)_.*"
                            + "|(HTTPS?|NO)_PROXY|LOG_LEVEL|PORT|SSL_CERT_FILE");

    /** As Spring Boot logs it, in words or in JSON. */
    private static final Pattern LISTENS = Pattern.compile("started on port (\\d+)");

    private static final int MOST_LINES = 20;

    /** The JVM makes the cache before it ends, on one CPU or a part of one. */
    private static final int MOST_MINUTES = 10;

    private final ProviderServer provider;
    private final Process process;
    private final URI url;

    private RehearsedService(ProviderServer provider, Process process, URI url) {
        this.provider = provider;
        this.process = process;
        this.url = url;
    }

    /**
     * Starts it, and waits until it listens.
     *
     * @throws IllegalStateException when it ends instead
     */
    static RehearsedService start(List<String> command) throws IOException {
        ProviderServer provider = new ProviderServer(0, Connections.KEPT, new ProviderPlayer());
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> SETTING.matcher(name).matches());
        environment.putAll(settings(provider.url()));
        Process process = builder.start();
        BufferedReader output = process.inputReader();
        URI url = URI.create("http://localhost:" + portIn(output));
        Thread.startVirtualThread(() -> output.lines().forEach(_ -> {}));
        return new RehearsedService(provider, process, url);
    }

    private static Map<String, String> settings(URI provider) {
        return Map.of(
                "PORT", "0",
                "AIPROXY_API_KEY", KEY,
                "OPENAI_API_KEY", "x",
                "OPENAI_BASE_URL", provider + "/v1",
                "AWS_REGION", "us-east-1",
                "AWS_ACCESS_KEY_ID", "x",
                "AWS_SECRET_ACCESS_KEY", "x",
                "AWS_ENDPOINT_URL_BEDROCK_RUNTIME", provider.toString());
    }

    private static int portIn(BufferedReader output) throws IOException {
        Deque<String> last = new ArrayDeque<>();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            Matcher listens = LISTENS.matcher(line);
            if (listens.find()) {
                return Integer.parseInt(listens.group(1));
            }
            last.add(line);
            if (last.size() > MOST_LINES) {
                last.removeFirst();
            }
        }
        throw new IllegalStateException(
                "The service ended instead of listening:\n" + String.join("\n", last));
    }

    URI url() {
        return url;
    }

    /** Asks it to stop; returns its exit status. */
    int stop() throws InterruptedException {
        // By its handle: Process.destroy closes the output, which the JVM still writes to.
        process.toHandle().destroy();
        return process.waitFor(MOST_MINUTES, TimeUnit.MINUTES) ? process.exitValue() : -1;
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        provider.close();
    }
}
