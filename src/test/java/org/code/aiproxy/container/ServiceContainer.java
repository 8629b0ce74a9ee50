package org.code.aiproxy.container;

import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.async.ResultCallbackTemplate;
import com.github.dockerjava.api.command.InspectContainerResponse.ContainerState;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.MemoryStatsConfig;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports.Binding;
import com.github.dockerjava.api.model.Statistics;
import com.github.dockerjava.api.model.StatsConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.AbstractWaitStrategy;
import org.testcontainers.utility.DockerImageName;

/**
 * The image as a small task runs it: with a share of a processor, 512 MB, and a root file system
 * that can't be written to. It listens on this machine only.
 */
final class ServiceContainer extends GenericContainer<ServiceContainer> {

    private static final int PORT = 80;
    private static final long MEMORY = 512L << 20;
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration A_TRY = Duration.ofSeconds(5);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(20);

    /** Longer than a stop may take, so that an end by force is told from a slow one. */
    private static final Duration BEFORE_FORCE = Duration.ofSeconds(30);

    private static final class NoWait extends AbstractWaitStrategy {
        @Override
        protected void waitUntilReady() {}
    }

    /**
     * How it stopped.
     *
     * @param took from the signal to the end
     */
    record Stopped(Duration took, long exitCode) {}

    private final HttpClient http = HttpClient.newHttpClient();

    /**
     * @param image on this machine; none is pulled
     * @param cpus how many processors it may use
     */
    ServiceContainer(String image, double cpus) {
        super(DockerImageName.parse(image));
        withImagePullPolicy(_ -> false);
        withEnv("AIPROXY_ALLOW_ANONYMOUS", "true");
        withCreateContainerCmdModifier(create ->
                Objects.requireNonNull(create.getHostConfig())
                        .withNanoCPUs(Math.round(cpus * 1e9))
                        .withMemory(MEMORY)
                        .withMemorySwap(MEMORY)
                        .withReadonlyRootfs(true)
                        .withPortBindings(
                                new PortBinding(
                                        Binding.bindIp("127.0.0.1"), ExposedPort.tcp(PORT))));
        withExposedPorts(PORT);
        // Testcontainers asks once a second, which is too coarse to measure a start by.
        waitingFor(new NoWait());
    }

    String url() {
        return "http://127.0.0.1:" + getMappedPort(PORT);
    }

    /** Waits for the first 200; returns the time since the engine started the container. */
    Duration awaitAnswer() throws IOException, InterruptedException {
        Instant started = Instant.parse(state().getStartedAt());
        while (!answers()) {
            if (Instant.now().isAfter(started.plus(PATIENCE))) {
                throw new AssertionError(
                        "GET / did not answer 200 within %s: %s".formatted(PATIENCE, getLogs()));
            }
            Thread.sleep(BETWEEN_TRIES);
        }
        return Duration.between(started, Instant.now());
    }

    private boolean answers() throws InterruptedException {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(url())).timeout(A_TRY).build();
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** What the image's own check says, such as {@code healthy}. */
    String health() {
        return state().getHealth().getStatus();
    }

    /**
     * Bytes in use, without files that the kernel only keeps to hand, as {@code docker stats} has
     * it.
     */
    long memory() {
        CompletableFuture<Statistics> first = new CompletableFuture<>();
        try (ResultCallback<Statistics> _ =
                getDockerClient()
                        .statsCmd(getContainerId())
                        .withNoStream(true)
                        .exec(
                                new ResultCallbackTemplate<>() {
                                    @Override
                                    public void onNext(Statistics statistics) {
                                        first.complete(statistics);
                                    }
                                })) {
            MemoryStatsConfig memory = first.join().getMemoryStats();
            StatsConfig stats = Objects.requireNonNull(memory.getStats());
            // Control groups of version 1 have the first, of version 2 the second.
            long files =
                    Stream.of(stats.getTotalInactiveFile(), stats.getInactiveFile())
                            .filter(Objects::nonNull)
                            .findFirst()
                            .orElse(0L);
            return Objects.requireNonNull(memory.getUsage()) - files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends SIGTERM and waits for the end. */
    Stopped terminate() {
        long start = System.nanoTime();
        getDockerClient()
                .stopContainerCmd(getContainerId())
                .withTimeout((int) BEFORE_FORCE.toSeconds())
                .exec();
        return new Stopped(
                Duration.ofNanos(System.nanoTime() - start),
                Objects.requireNonNull(state().getExitCodeLong()));
    }

    private ContainerState state() {
        return getDockerClient().inspectContainerCmd(getContainerId()).exec().getState();
    }
}
