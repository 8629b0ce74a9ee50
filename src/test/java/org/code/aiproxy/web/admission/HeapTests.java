package org.code.aiproxy.web.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A small heap of a JVM of its own, which is filled and emptied. */
@Timeout(60)
class HeapTests {

    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    @ParameterizedTest
    @ValueSource(strings = {"-XX:+UseG1GC", "-XX:+UseSerialGC", "-XX:+UseParallelGC"})
    void isShortWhileWhatIsInUseLeavesLittle(String collector)
            throws IOException, InterruptedException {
        Process filling =
                new ProcessBuilder(
                                JAVA.toString(),
                                "-Xmx64m",
                                collector,
                                "-cp",
                                System.getProperty("java.class.path"),
                                Filling.class.getName())
                        .redirectErrorStream(true)
                        .start();
        String said = new String(filling.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(filling.waitFor()).as(said).isZero();
        assertThat(said.lines())
                .containsExactly("at first: false", "filled: true", "emptied: false");
    }

    /** What runs in that JVM. */
    static final class Filling {

        private static final int PIECE = 64 * 1024;
        private static final int RESERVE = 16;
        private static final List<byte[]> PIECES = new ArrayList<>();

        public static void main(String[] arguments) {
            Heap heap = new Heap();
            System.out.println("at first: " + heap.isShort());
            fill();
            System.gc();
            System.out.println("filled: " + heap.isShort());
            PIECES.clear();
            System.gc();
            System.out.println("emptied: " + heap.isShort());
        }

        private static void fill() {
            try {
                while (true) {
                    PIECES.add(new byte[PIECE]);
                }
            } catch (OutOfMemoryError e) {
                // Room for what has to be said.
                for (int i = 0; i < RESERVE; i++) {
                    PIECES.removeLast();
                }
            }
        }
    }
}
