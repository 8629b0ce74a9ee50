package org.code.aiproxy.grading.response;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.code.aiproxy.grading.response.WrittenAnswer.Form;
import org.code.aiproxy.grading.rubric.Label;

/**
 * What may be a completion's answer: what stands in one place, or several pieces that go together,
 * such as an object on each line.
 *
 * @param rows as they are written, but for columns' names
 * @param labels what is certain, by key concept
 * @param form how well it is written
 */
record Candidate(List<Map<String, String>> rows, Map<String, LabelledConcept> labels, Form form) {

    Candidate {
        rows = List.copyOf(rows);
    }

    boolean hasLabels(int asked) {
        return labels.size() == asked;
    }

    /** Whether it can be a piece of the same answer: it is about other key concepts. */
    boolean goesWith(Candidate next) {
        return labels.keySet().stream().noneMatch(next.labels::containsKey);
    }

    Candidate plus(Candidate next) {
        Map<String, LabelledConcept> all = new LinkedHashMap<>(labels);
        all.putAll(next.labels);
        return new Candidate(
                Stream.concat(rows.stream(), next.rows.stream()).toList(), all, Form.DIALECT);
    }

    /** Whether a key concept has another label here and there. */
    boolean contradicts(Candidate other) {
        return labels.entrySet().stream()
                .anyMatch(mine ->
                        other.label(mine.getKey())
                                .filter(label -> label != mine.getValue().label())
                                .isPresent());
    }

    private Optional<Label> label(String keyConcept) {
        return Optional.ofNullable(labels.get(keyConcept)).map(LabelledConcept::label);
    }

    /** Joins pieces, in their order, to as few answers as they can be. */
    static List<Candidate> joined(List<Candidate> pieces, int asked) {
        List<Candidate> joined = new ArrayList<>();
        int open = -1;
        for (Candidate piece : pieces) {
            boolean isPiece = !piece.labels.isEmpty() && !piece.hasLabels(asked);
            if (isPiece && open >= 0 && joined.get(open).goesWith(piece)) {
                joined.set(open, joined.get(open).plus(piece));
            } else {
                joined.add(piece);
                open = piece.labels.isEmpty() ? open : joined.size() - 1;
            }
            boolean isWhole = open >= 0 && joined.get(open).hasLabels(asked);
            open = isWhole ? -1 : open;
        }
        return joined;
    }
}
