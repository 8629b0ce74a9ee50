package org.code.aiproxy.grading.response;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.code.aiproxy.grading.evidence.EvidenceText;
import org.code.aiproxy.grading.rubric.Rubric;
import org.code.aiproxy.model.Completion;

/**
 * Reads where a model points in a program for some key concepts, in any format; labels that it
 * gives beside are ignored. Reasoning and what is only quoted from the program don't count.
 */
public final class EvidenceReader {

    private final List<String> asked;
    private final ProgramText program;
    private final RowRepair repair;
    private final WrittenAnswers answers;

    /**
     * @param asked the rubric's key concepts that evidence is wanted of
     * @param program the program, as it was sent
     */
    public EvidenceReader(Rubric rubric, List<String> asked, String program) {
        this.asked = List.copyOf(asked);
        this.program = new ProgramText(program);
        this.repair = new RowRepair(rubric.names());
        this.answers =
                new WrittenAnswers(
                        repair::name,
                        row -> repair.name(row.getOrDefault(Column.KEY_CONCEPT, "")).isPresent());
    }

    /**
     * The evidence by key concept, perhaps empty; of several rows about the same, the last one
     * wins. Key concepts without a row are left out.
     */
    public SequencedMap<String, String> read(Completion completion) {
        SequencedMap<String, String> evidence = new LinkedHashMap<>();
        for (WrittenAnswer answer : answers.find(withoutReasoning(completion.text()))) {
            for (WrittenRow row : answer.rows()) {
                if (!program.has(row) && row.cells().containsKey(Column.EVIDENCE)) {
                    add(row.cells(), evidence);
                }
            }
        }
        return evidence;
    }

    private void add(Map<String, String> row, Map<String, String> evidence) {
        repair.name(row.getOrDefault(Column.KEY_CONCEPT, "").strip())
                .filter(asked::contains)
                .ifPresent(name ->
                        evidence.put(
                                name,
                                EvidenceText.normalise(
                                        row.getOrDefault(Column.EVIDENCE, "").strip())));
    }

    private static String withoutReasoning(String text) {
        return Reasoning.isIn(text) ? Reasoning.in(text, _ -> false).outside() : text;
    }
}
