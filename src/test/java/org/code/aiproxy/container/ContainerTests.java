package org.code.aiproxy.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.Container.ExecResult;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.startupcheck.OneShotStartupCheckStrategy;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import tools.jackson.databind.json.JsonMapper;

/**
 * The image as a small task runs it: a quarter of a processor, 512 MB, a root file system that
 * can't be written to. {@code bin/container-test.sh} says which image that is.
 */
@Tag("container")
@Testcontainers(disabledWithoutDocker = true)
@TestMethodOrder(OrderAnnotation.class)
class ContainerTests {

    private static final String IMAGE = System.getProperty("container.image", "aiproxy");
    private static final double QUARTER = 0.25;
    private static final double STOP_LIMIT = 10;
    private static final long MEMORY_LIMIT = 300_000_000;
    private static final int AFTER_OTHERS = Integer.MAX_VALUE - 1;
    private static final int AFTER_THE_STOP = Integer.MAX_VALUE;
    private static final Figures FIGURES = new Figures();

    @Container private static final ServiceContainer SERVICE = new ServiceContainer(IMAGE, QUARTER);

    @BeforeAll
    static void awaitAnswer() throws Exception {
        SERVICE.awaitAnswer();
    }

    @AfterAll
    static void writeFigures() throws IOException {
        long size =
                Objects.requireNonNull(
                        DockerClientFactory.instance()
                                .client()
                                .inspectImageCmd(IMAGE)
                                .exec()
                                .getSize());
        FIGURES.add("image", Figures.megabytes(size), "");
        FIGURES.write(Path.of("target/container-figures.txt"));
    }

    /** The image's own check is made every 15 seconds. */
    @Test
    void isHealthy() {
        await().atMost(Duration.ofSeconds(90))
                .untilAsserted(() -> assertThat(SERVICE.health()).isEqualTo("healthy"));
    }

    @Test
    void runsWithoutRights() throws Exception {
        assertThat(SERVICE.execInContainer("id", "-u").getStdout().strip()).isNotEqualTo("0");
    }

    @Test
    void canNotWriteToItsFiles() throws Exception {
        ExecResult written = SERVICE.execInContainer("touch", "/app/x");
        assertThat(written.getStderr()).contains("Read-only file system");
    }

    @Test
    void assessesTheSampleAndIsSmallAtRest() throws Exception {
        Process script =
                new ProcessBuilder("bin/assessment-test.sh", "--url", SERVICE.url())
                        .redirectErrorStream(true)
                        .start();
        String printed = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(script.waitFor()).as(printed).isZero();
        assertThat(printed).contains("Sprites: Convincing Evidence", "offline.baseline (offline)");

        Thread.sleep(Duration.ofSeconds(5));
        long memory = SERVICE.memory();
        FIGURES.add("memory at rest", Figures.megabytes(memory), Figures.megabytes(MEMORY_LIMIT));
        assertThat(memory).isLessThan(MEMORY_LIMIT);
    }

    @Test
    void logsJson() {
        JsonMapper mapper = new JsonMapper();
        assertThat(SERVICE.getLogs().lines())
                .isNotEmpty()
                .allSatisfy(line -> assertThat(mapper.readTree(line).has("message")).isTrue());
    }

    @Test
    @Order(AFTER_OTHERS)
    void stopsInGoodOrderOnSigterm() {
        ServiceContainer.Stopped stopped = SERVICE.terminate();

        double seconds = stopped.took().toMillis() / 1000.0;
        FIGURES.add("stop", Figures.seconds(seconds), Figures.seconds(STOP_LIMIT));
        assertThat(stopped.exitCode()).isZero();
        assertThat(seconds).isLessThan(STOP_LIMIT);
    }

    /**
     * The best of three: busy neighbours slow a start down, and nothing speeds one up. The service
     * above would be one.
     */
    @Order(AFTER_THE_STOP)
    @ParameterizedTest
    @CsvSource({"0.25, 15", "1, 3"})
    void startsInTime(double cpus, double limit) throws Exception {
        List<Double> seconds = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            try (ServiceContainer started = new ServiceContainer(IMAGE, cpus)) {
                started.start();
                seconds.add(started.awaitAnswer().toMillis() / 1000.0);
            }
        }
        double best = Collections.min(seconds);
        FIGURES.add(
                "start on %s CPU".formatted(cpus), Figures.seconds(best), Figures.seconds(limit));
        assumeTrue(best < limit || !isBusy(), "The machine is too busy to judge a start.");
        assertThat(best).isLessThan(limit);
    }

    /** Whether others want the processors too: more processes than there are processors. */
    private static boolean isBusy() {
        OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();
        boolean isBusy = system.getSystemLoadAverage() > system.getAvailableProcessors();
        if (isBusy) {
            FIGURES.add(
                    "load of the machine",
                    "%.1f".formatted(system.getSystemLoadAverage()),
                    "too busy to judge");
        }
        return isBusy;
    }

    /** The JVM says nothing about a cache that it can't use, unless it must use it. */
    @Test
    void usesItsCacheOfLoadedClasses() {
        try (GenericContainer<?> version =
                new GenericContainer<>(IMAGE)
                        .withImagePullPolicy(_ -> false)
                        .withEnv("JAVA_TOOL_OPTIONS", "-XX:AOTMode=on")
                        .withCommand("--version")
                        .withStartupCheckStrategy(
                                new OneShotStartupCheckStrategy()
                                        .withTimeout(Duration.ofSeconds(60)))) {
            version.start();
            assertThat(version.getLogs()).contains("aiproxy ");
        }
    }
}
