package org.code.aiproxy.completion;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.code.aiproxy.model.Completion;
import org.code.aiproxy.model.ResponseFormat;
import org.code.aiproxy.rubric.Rubric;

/** Reads what a model says, in the format that it was asked for, and holds it to the rubric. */
public final class CompletionReader {

    private final List<String> asked;
    private final RowReader rows;
    private final LabelValidator validator;
    private final RowRepair repair;

    /**
     * @param asked the rubric's key concepts that a completion must be about; rows about its others
     *     are left out
     */
    public CompletionReader(ResponseFormat format, Rubric rubric, List<String> asked) {
        this.asked = List.copyOf(asked);
        this.rows =
                switch (format) {
                    case JSON -> new JsonRows();
                    case TSV -> new TableRows();
                };
        this.validator = new LabelValidator(rubric.names(), asked);
        this.repair = new RowRepair(rubric.names());
    }

    /** Reads one completion as it is; takes time linear in its length, whatever it holds. */
    public Reading read(Completion completion) {
        try {
            return new Reading.Usable(validator.validate(rows.read(completion.text())), false);
        } catch (UnreadableException e) {
            return new Reading.Unusable(
                    e.defect(), String.valueOf(e.getMessage()), completion.isCutOff(), List.of());
        }
    }

    /** Reads one completion, repairing it where its meaning is certain; as fast. */
    public Reading readOrRepair(Completion completion) {
        return switch (read(completion)) {
            case Reading.Usable usable -> usable;
            case Reading.Unusable unusable -> {
                List<LabelledConcept> certain = certain(rows.salvage(completion.text()));
                yield certain.size() == asked.size()
                        ? new Reading.Usable(certain, true)
                        : new Reading.Unusable(
                                unusable.defect(), unusable.problem(), unusable.cutOff(), certain);
            }
        };
    }

    /** One row for each key concept that has some, unless they contradict each other. */
    private List<LabelledConcept> certain(List<Map<String, String>> written) {
        Map<String, LabelledConcept> byName = new LinkedHashMap<>();
        Set<String> contradicted = new HashSet<>();
        written.stream()
                .map(repair::repair)
                .flatMap(row -> validator.one(row).stream())
                .forEach(row -> {
                    LabelledConcept first = byName.putIfAbsent(row.keyConcept(), row);
                    if (first != null && first.label() != row.label()) {
                        contradicted.add(row.keyConcept());
                    }
                });
        byName.keySet().removeAll(contradicted);
        return List.copyOf(byName.values());
    }

    /**
     * Whether a text, such as an example's response, is about exactly the rubric's key concepts,
     * whatever it says of them.
     */
    public boolean coversKeyConcepts(String response) {
        try {
            Set<String> names = new HashSet<>();
            for (Map<String, String> row : validator.rowsOfConcepts(rows.read(response))) {
                names.add(row.getOrDefault(Column.KEY_CONCEPT, "").strip());
            }
            return names.containsAll(asked);
        } catch (UnreadableException e) {
            return false;
        }
    }
}
