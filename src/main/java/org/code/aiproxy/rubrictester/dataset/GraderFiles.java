package org.code.aiproxy.rubrictester.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The labels of single graders beside {@code actual_labels.csv}: {@code actual_labels.GRADER.csv}.
 * A grader may have labelled some programs only, and of a program some key concepts.
 */
public final class GraderFiles {

    private static final Pattern NAME = Pattern.compile("actual_labels\\.([A-Za-z0-9_-]+)\\.csv");

    private GraderFiles() {}

    /** What a grader's file is called. */
    public static String name(String grader) {
        return "actual_labels.%s.csv".formatted(grader);
    }

    /** What each grader gave, by the graders' names. */
    static SequencedMap<String, ActualLabels> read(Path folder) throws IOException {
        SequencedMap<String, ActualLabels> graders = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Optional<String> grader = grader(file);
                if (grader.isPresent()) {
                    graders.put(grader.get(), ActualLabels.read(file));
                }
            }
        }
        return graders;
    }

    /** The same with the key concepts called as the rubric has them, which are all it may have. */
    static ActualLabels forRubric(String grader, ActualLabels labels, List<String> rubric) {
        ActualLabels named = labels.forKeyConcepts(rubric);
        List<String> unknown =
                named.keyConcepts().stream().filter(it -> !rubric.contains(it)).toList();
        if (!unknown.isEmpty()) {
            throw new InvalidDataException(
                    "%s has the column `%s`, which is not a key concept of the rubric. Correct it, or rename the file if it isn't a grader's."
                            .formatted(name(grader), unknown.getFirst()));
        }
        return named;
    }

    private static Optional<String> grader(Path file) {
        Matcher matcher = NAME.matcher(String.valueOf(file.getFileName()));
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
