package org.code.aiproxy.grading.feature;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** Programs, and what a reference says about them. */
public final class Oracle {

    private static final Path DIRECTORY = Path.of("src/test/resources/oracle/code-features");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The first and last line of a place. */
    public record Lines(int first, int last) {}

    public record Row(
            String file, String lesson, String keyConcept, String label, Set<Lines> evidence) {

        public String id() {
            return String.join(" | ", file, lesson, keyConcept);
        }

        @Override
        public String toString() {
            return id();
        }
    }

    /** A row whose label is another one by the rules, and why. */
    public record RuleOverReference(String rowId, String label, String reason) {}

    public List<Row> rows() {
        return lines("expected.jsonl").map(Oracle::row).toList();
    }

    public Map<String, RuleOverReference> rulesOverReference() {
        return lines("rules-win.txt")
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split(" \\| ", 5))
                .map(cells ->
                        new RuleOverReference(
                                String.join(" | ", cells[0], cells[1], cells[2]),
                                cells[3],
                                cells[4]))
                .collect(Collectors.toMap(RuleOverReference::rowId, Function.identity()));
    }

    public String program(String name) {
        return read(DIRECTORY.resolve("programs").resolve(name));
    }

    String hardProgram(String name) {
        return read(DIRECTORY.resolve("hard").resolve(name));
    }

    List<String> hardPrograms() {
        try (Stream<Path> files = Files.list(DIRECTORY.resolve("hard"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every program, hard or not, by name. */
    public List<String> allPrograms() {
        Stream<String> expected = rows().stream().map(Row::file).distinct().map(this::program);
        return Stream.concat(expected, hardPrograms().stream().map(this::hardProgram)).toList();
    }

    private static Row row(String json) {
        var node = JSON.readTree(json);
        Set<Lines> evidence =
                node.get("evidence_lines")
                        .valueStream()
                        .map(span -> new Lines(span.get(0).asInt(), span.get(1).asInt()))
                        .collect(Collectors.toSet());
        return new Row(
                node.get("file").asString(),
                node.get("lesson").asString(),
                node.get("key_concept").asString(),
                node.get("label").asString(),
                evidence);
    }

    private static Stream<String> lines(String name) {
        return read(DIRECTORY.resolve(name)).lines();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
