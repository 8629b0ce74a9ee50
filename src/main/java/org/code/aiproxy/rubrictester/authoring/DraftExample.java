package org.code.aiproxy.rubrictester.authoring;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.code.aiproxy.grading.assessment.AssessedConcept;
import org.code.aiproxy.grading.assessment.Assessment;
import org.code.aiproxy.grading.rubric.Label;
import org.code.aiproxy.grading.voting.ReasonMarkup;
import org.code.aiproxy.model.ResponseFormat;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A model's answer made into the response that an example shows: with people's labels, and a mark
 * where the model had said something else, so that a person writes its reason again.
 *
 * @param rows the response's rows, column by column
 * @param toCorrect the key concepts with a mark
 */
public record DraftExample(List<Map<String, String>> rows, List<String> toCorrect) {

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final Pattern MARK = Pattern.compile(" ?\\(unverified\\)");
    private static final List<String> COLUMNS =
            List.of("Key Concept", "Observations", "Evidence", "Reason", "Label");

    public DraftExample {
        rows = List.copyOf(rows);
        toCorrect = List.copyOf(toCorrect);
    }

    /** Makes a draft of the service's answer, where people gave these labels. */
    public static DraftExample of(Assessment answer, Map<String, Label> people) {
        List<Map<String, String>> rows = new ArrayList<>();
        List<String> toCorrect = new ArrayList<>();
        for (AssessedConcept concept : answer.data()) {
            String wanted =
                    Optional.ofNullable(people.get(concept.keyConcept()))
                            .map(Label::text)
                            .orElse(concept.label());
            boolean agrees = wanted.equals(concept.label());
            if (!agrees) {
                toCorrect.add(concept.keyConcept());
            }
            rows.add(row(concept, wanted, agrees ? "" : mark(concept.label(), wanted)));
        }
        return new DraftExample(rows, toCorrect);
    }

    private static String mark(String said, String wanted) {
        return "CORRECT THIS: the model said %s, people say %s. ".formatted(said, wanted);
    }

    private static Map<String, String> row(AssessedConcept concept, String label, String mark) {
        SequencedMap<String, String> row = new LinkedHashMap<>();
        row.put("Key Concept", concept.keyConcept());
        row.put("Observations", concept.observations());
        // A model must not learn the marks that this service sets.
        row.put("Evidence", MARK.matcher(concept.evidence()).replaceAll(""));
        row.put("Reason", mark + ReasonMarkup.textOf(concept.reason()));
        row.put("Label", label);
        return row;
    }

    /** The response as a model should write it. */
    public String text(ResponseFormat format) {
        return switch (format) {
            case JSON -> MAPPER.writeValueAsString(rows) + "\n";
            case TSV ->
                    Stream.concat(
                                    Stream.of(COLUMNS),
                                    rows.stream().map(row -> List.copyOf(row.values())))
                            .map(cells ->
                                    cells.stream()
                                            .map(cell -> cell.replaceAll("\\s", " "))
                                            .collect(Collectors.joining("\t", "", "\n")))
                            .collect(Collectors.joining());
        };
    }
}
