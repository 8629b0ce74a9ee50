package org.code.aiproxy.prose;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The files of this project that people read. */
final class Documents {

    private static final Set<String> BUILT = Set.of("target", ".git", "node_modules");

    private Documents() {}

    /** All Markdown. */
    static List<Path> markdown() {
        return below(Path.of("")).filter(file -> hasType(file, "md")).toList();
    }

    /** Everything with words for people: documents, settings, scripts, and the product's source. */
    static List<Path> all() {
        return Stream.of(
                        markdown().stream(),
                        Stream.of(Path.of("config.txt.sample"), Path.of("docker-compose.yml")),
                        below(Path.of("bin")).filter(file -> hasType(file, "sh")),
                        below(Path.of("bench")).filter(file -> hasType(file, "sh")),
                        below(Path.of("cicd")).filter(file -> hasType(file, "yml")),
                        below(Path.of("observability")).filter(file -> hasType(file, "yml")),
                        below(Path.of("src/main/java")),
                        Stream.of(
                                Path.of("src/main/resources/openapi.yaml"),
                                Path.of("src/main/resources/application.yml")))
                .flatMap(files -> files)
                .toList();
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> below(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.toList().stream()
                    .filter(entry -> !BUILT.contains(entry.getFileName().toString()))
                    .flatMap(entry -> Files.isDirectory(entry) ? below(entry) : Stream.of(entry));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean hasType(Path file, String type) {
        return file.toString().endsWith("." + type);
    }
}
