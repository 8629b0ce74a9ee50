package org.code.aiproxy.grading.program;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A program that a student wrote, or could have written.
 *
 * @param name where it lies
 */
public record SampledProgram(String name, Program program) {

    private static final Path ORACLE = Path.of("src/test/resources/oracle/code-features");
    private static final Path SAMPLES = Path.of("samples/datasets");

    /** The oracle's programs that can be read without repair. */
    public static List<SampledProgram> ofTheOracle() {
        return in(ORACLE.resolve("programs"));
    }

    /** All programs there are. */
    public static List<SampledProgram> all() {
        return Stream.of(ORACLE, SAMPLES).flatMap(directory -> in(directory).stream()).toList();
    }

    private static List<SampledProgram> in(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.toString().endsWith(".js"))
                    .sorted()
                    .map(SampledProgram::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SampledProgram read(Path file) {
        try {
            return new SampledProgram(file.toString(), new Program(Files.readString(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
