package org.code.aiproxy.web.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;

/** Processes that can't go on, each a JVM of its own. */
@Timeout(60)
class WatchdogTests {

    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    @Test
    void endsAProcessThatDoesNothingButCollect() throws Exception {
        Process process = start(Full.class, "-Xmx32m", "-XX:+UseSerialGC");
        String said = output(process);

        assertThat(process.waitFor()).as(said).isEqualTo(3);
        assertThat(said).contains("Full collections took", "left the heap of 30 MB full", "-Xmx");
    }

    @Test
    void endsAProcessThatDoesntStop() throws Exception {
        Process process = start(Stubborn.class);
        process.inputReader(StandardCharsets.UTF_8).readLine();
        process.destroy();

        assertThat(process.waitFor()).isEqualTo(143);
    }

    private static Process start(Class<?> program, String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of(JAVA.toString()));
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private static String output(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** Keeps nearly all of its memory, and asks for more. */
    static final class Full {

        private static final int PIECE = 16 * 1024;
        private static final int RESERVE = 2 * 1024 * 1024 / PIECE;
        private static final List<byte[]> PIECES = new ArrayList<>();

        public static void main(String[] arguments) {
            // Classes are loaded while there is room for them.
            LoggerFactory.getLogger(Full.class).warn("Filling the heap");
            new Watchdog(new Heap(), Duration.ofMinutes(1), Watchdog::endProcess).close();
            try {
                while (true) {
                    PIECES.add(new byte[PIECE]);
                }
            } catch (OutOfMemoryError e) {
                // Room for the watchdog, which must not get this error itself, and its line.
                for (int i = 0; i < RESERVE; i++) {
                    PIECES.removeLast();
                }
            }
            Watchdog watchdog =
                    new Watchdog(new Heap(), Duration.ofSeconds(1), Watchdog::endProcess);
            while (!watchdog.stalled().isNegative()) {
                askForMore();
            }
        }

        private static void askForMore() {
            try {
                PIECES.set(0, new byte[PIECE * 2]);
            } catch (OutOfMemoryError e) {
                // As a server would, it goes on with the next.
            }
        }
    }

    /** Doesn't stop when it is told to. */
    static final class Stubborn {

        public static void main(String[] arguments) throws InterruptedException {
            LastResort lastResort = new LastResort(Duration.ofMillis(100));
            Runtime.getRuntime()
                    .addShutdownHook(
                            new Thread(() -> {
                                while (true) {
                                    Thread.onSpinWait();
                                }
                            }));
            System.out.println("Ready");
            Thread.sleep(Duration.ofMinutes(1));
            lastResort.close();
        }
    }
}
