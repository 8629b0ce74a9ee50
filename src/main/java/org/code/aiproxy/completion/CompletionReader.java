package org.code.aiproxy.completion;

import java.util.HashSet;
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
    }

    /** Reads one completion; takes time linear in its length, whatever it holds. */
    public Reading read(Completion completion) {
        try {
            return new Reading.Usable(validator.validate(rows.read(completion.text())));
        } catch (UnreadableException e) {
            return new Reading.Unusable(String.valueOf(e.getMessage()), completion.isCutOff());
        }
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
