package org.code.aiproxy.grading.response;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Finds all answers in a text, of any format: which was asked for doesn't matter. */
final class WrittenAnswers {

    private static final Pattern ESCAPED = Pattern.compile("\\\\([\"\\\\/nrt])");
    private static final String ESCAPE = "\\";
    private static final String CONCEPT = "oncept";

    private final JsonAnswers json;
    private final JsonAnswers embedded;
    private final TableAnswers tables;

    /**
     * @param concept the rubric's key concept that a text means
     * @param isLabelled whether a row is certain
     */
    WrittenAnswers(
            Function<String, Optional<String>> concept, Predicate<Map<String, String>> isLabelled) {
        this.tables = new TableAnswers(isLabelled);
        this.embedded = new JsonAnswers(new JsonRows(concept, _ -> List.of()));
        this.json = new JsonAnswers(new JsonRows(concept, this::inside));
    }

    /** All, in their order; of a text that is a string of JSON, those in the string. */
    List<WrittenAnswer> find(String text) {
        List<WrittenAnswer> found = both(json, text);
        boolean isEscaped =
                found.stream().allMatch(it -> it.rows().isEmpty()) && text.contains(ESCAPE);
        return isEscaped ? both(json, unescaped(text)) : found;
    }

    private List<WrittenAnswer> both(JsonAnswers json, String text) {
        List<WrittenAnswer> found = new ArrayList<>(json.find(text));
        found.addAll(tables.find(text, List.copyOf(found)));
        found.sort(Comparator.comparingInt(WrittenAnswer::from));
        return found;
    }

    private List<WrittenAnswer> inside(String text) {
        return text.contains(CONCEPT) ? both(embedded, text) : List.of();
    }

    private static String unescaped(String text) {
        return ESCAPED.matcher(text)
                .replaceAll(escape ->
                        switch (escape.group(1)) {
                            case "n" -> "\n";
                            case "t" -> "\t";
                            case "r" -> "\r";
                            case "\\" -> "\\\\";
                            default -> escape.group(1);
                        });
    }
}
