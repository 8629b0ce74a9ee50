package org.code.aiproxy.grading.baseline;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.code.aiproxy.grading.response.LabelledConcept;
import tools.jackson.databind.json.JsonMapper;

/** Writes rows as a model would that does what its prompt says. */
final class OfflineAnswer {

    private static final List<String> COLUMNS =
            List.of("Key Concept", "Observations", "Evidence", "Label", "Reason");

    private OfflineAnswer() {}

    static String json(List<LabelledConcept> rows) {
        List<Map<String, String>> objects =
                rows.stream()
                        .map(row -> {
                            Map<String, String> object = new LinkedHashMap<>();
                            List<String> cells = cells(row);
                            for (int i = 0; i < COLUMNS.size(); i++) {
                                object.put(COLUMNS.get(i), cells.get(i));
                            }
                            return object;
                        })
                        .toList();
        return new JsonMapper().writeValueAsString(objects);
    }

    static String tsv(List<LabelledConcept> rows) {
        return Stream.concat(Stream.of(COLUMNS), rows.stream().map(OfflineAnswer::cells))
                .map(cells -> cells.stream().map(OfflineAnswer::cell))
                .map(cells -> cells.collect(Collectors.joining("\t")))
                .collect(Collectors.joining("\n"));
    }

    private static List<String> cells(LabelledConcept row) {
        return List.of(
                row.keyConcept(),
                row.observations(),
                row.evidence(),
                row.label().text(),
                row.reason());
    }

    /**
     * A table of tabs has no way to write one in a cell, nor the two characters that mean one; and
     * two tabs with nothing between them are read as one.
     */
    private static String cell(String text) {
        String cell = text.replace("\\t", " ").replaceAll("\\s+", " ");
        return cell.isEmpty() ? " " : cell;
    }
}
