package org.code.aiproxy.grading.response;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.code.aiproxy.grading.evidence.EvidenceText;
import org.code.aiproxy.grading.rubric.Label;

/**
 * Checks rows against a rubric: its key concepts, all of them and no others, and the four labels.
 */
final class LabelValidator {

    private static final int LONGEST_QUOTE = 40;

    private final List<String> rubric;
    private final List<String> asked;

    /**
     * @param rubric the rubric's key concepts
     * @param asked those of them that rows must be there for; rows for the others are left out
     */
    LabelValidator(List<String> rubric, List<String> asked) {
        this.rubric = List.copyOf(rubric);
        this.asked = List.copyOf(asked);
    }

    List<LabelledConcept> validate(List<Map<String, String>> rows) throws UnreadableException {
        Set<LabelledConcept> labelled = new LinkedHashSet<>();
        Set<String> missing = new LinkedHashSet<>(asked);
        for (Map<String, String> row : rowsOfConcepts(rows)) {
            LabelledConcept concept = labelled(row);
            labelled.add(concept);
            missing.remove(concept.keyConcept());
        }
        if (!missing.isEmpty()) {
            throw new UnreadableException(
                    Defect.MISSING_CONCEPT,
                    "it has no row for these key concepts: " + String.join(", ", missing));
        }
        return List.copyOf(labelled);
    }

    /**
     * The rows that are about a key concept that was asked for.
     *
     * @throws UnreadableException when a row is about none of the rubric's
     */
    List<Map<String, String>> rowsOfConcepts(List<Map<String, String>> rows)
            throws UnreadableException {
        List<Map<String, String>> ofConcepts = new ArrayList<>();
        for (Map<String, String> row : rows) {
            String name = cell(row, Column.KEY_CONCEPT);
            if (asked.contains(name)) {
                ofConcepts.add(row);
            } else if (!rubric.contains(name) && !isStray(name)) {
                throw new UnreadableException(
                        Defect.UNKNOWN_CONCEPT,
                        "it has a row for a key concept that the rubric doesn't have");
            }
        }
        return ofConcepts;
    }

    /** What a row says, provided that it is about a key concept that was asked for. */
    Optional<LabelledConcept> one(Map<String, String> row) {
        try {
            return asked.contains(cell(row, Column.KEY_CONCEPT))
                    ? Optional.of(labelled(row))
                    : Optional.empty();
        } catch (UnreadableException e) {
            return Optional.empty();
        }
    }

    /** A ruler below a header, a second header, an empty line, or a fence's end. */
    private static boolean isStray(String name) {
        return name.isEmpty()
                || name.startsWith("-")
                || name.startsWith(":-")
                || name.startsWith("```")
                || name.equals(Column.KEY_CONCEPT);
    }

    private static LabelledConcept labelled(Map<String, String> row) throws UnreadableException {
        String name = cell(row, Column.KEY_CONCEPT);
        return new LabelledConcept(
                name,
                label(row, name),
                cell(row, Column.OBSERVATIONS),
                EvidenceText.normalise(cell(row, Column.EVIDENCE)),
                cell(row, Column.REASON));
    }

    private static Label label(Map<String, String> row, String name) throws UnreadableException {
        String text = row.getOrDefault(Column.GRADE, cell(row, Column.LABEL));
        Optional<Label> label = Label.of(withoutQuotes(text));
        if (label.isEmpty()) {
            throw text.isBlank()
                    ? new UnreadableException(
                            Defect.MISSING_COLUMN, "the row for `%s` has no label".formatted(name))
                    : new UnreadableException(
                            Defect.UNKNOWN_LABEL,
                            "the label for `%s` is not one of the four: \"%s\""
                                    .formatted(name, quoted(text.strip())));
        }
        return label.get();
    }

    /** The beginning, with characters that can't be seen written out. */
    private static String quoted(String text) {
        int end =
                text.offsetByCodePoints(
                        0, Math.min(LONGEST_QUOTE, text.codePointCount(0, text.length())));
        StringBuilder quoted = new StringBuilder();
        text.substring(0, end)
                .codePoints()
                .forEach(c -> {
                    if (c == ' ' || isVisible(c)) {
                        quoted.appendCodePoint(c);
                    } else {
                        quoted.append("<U+%04X>".formatted(c));
                    }
                });
        return end < text.length() ? quoted.append("…").toString() : quoted.toString();
    }

    private static boolean isVisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SPACE_SEPARATOR ->
                    false;
            default -> true;
        };
    }

    private static String withoutQuotes(String text) {
        String label = text.strip();
        boolean quoted =
                label.length() > 1
                        && label.charAt(0) == label.charAt(label.length() - 1)
                        && "\"'".indexOf(label.charAt(0)) >= 0;
        return quoted ? label.substring(1, label.length() - 1).strip() : label;
    }

    private static String cell(Map<String, String> row, String column) {
        return row.getOrDefault(column, "").strip();
    }
}
