package org.code.aiproxy.grading.injection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.code.aiproxy.grading.program.Program;

/**
 * A program that tries to talk to its grader.
 *
 * @param technique how it tries
 */
record Attack(String technique, Program program) {

    private static final Path DIRECTORY = Path.of("src/test/resources/attacks");

    static List<Attack> all() {
        try (Stream<Path> files = Files.list(DIRECTORY)) {
            return files.filter(file -> file.toString().endsWith(".js"))
                    .sorted()
                    .map(Attack::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Attack read(Path file) {
        try {
            String name = String.valueOf(file.getFileName());
            return new Attack(name.replace(".js", ""), new Program(Files.readString(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return technique;
    }
}
