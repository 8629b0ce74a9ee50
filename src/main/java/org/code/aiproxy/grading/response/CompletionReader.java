package org.code.aiproxy.grading.response;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.code.aiproxy.grading.response.WrittenAnswer.Form;
import org.code.aiproxy.grading.rubric.Rubric;
import org.code.aiproxy.model.Completion;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a model says, JSON or a table whichever it was asked for, and holds it to the rubric.
 * Reasoning and what is only quoted from the program don't count; of several answers that
 * contradict each other, the last whole one does.
 */
public final class CompletionReader {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final List<String> asked;
    private final ProgramText program;
    private final LabelValidator validator;
    private final RowRepair repair;
    private final WrittenAnswers answers;

    /** What a completion holds: what can be its answer, and what is left out of account. */
    private record Found(List<Candidate> candidates, List<Candidate> leftOut, boolean isQuoted) {}

    /**
     * @param asked the rubric's key concepts that a completion must be about; rows about its others
     *     are left out
     * @param program the program that the model labels, as it was sent
     */
    public CompletionReader(Rubric rubric, List<String> asked, String program) {
        this.asked = List.copyOf(asked);
        this.program = new ProgramText(program);
        this.validator = new LabelValidator(rubric.names(), asked);
        this.repair = new RowRepair(rubric.names());
        this.answers =
                new WrittenAnswers(
                        repair::name, row -> validator.one(repair.repair(row)).isPresent());
    }

    /**
     * Reads one completion, repairing it where its meaning is certain; takes time linear in its
     * length, whatever it holds.
     */
    public Reading read(Completion completion) {
        Found found = find(completion.text());
        List<Candidate> candidates = found.candidates();
        List<Candidate> whole =
                candidates.stream().filter(it -> it.hasLabels(asked.size())).toList();
        if (whole.isEmpty()) {
            return inPieces(found, completion);
        }
        Candidate last = whole.getLast();
        List<Candidate> after =
                candidates.subList(candidates.lastIndexOf(last) + 1, candidates.size());
        if (after.stream().anyMatch(it -> isCorrection(it, last, completion))) {
            return ambiguous(
                    "after a complete answer, it continues with other labels or another answer",
                    completion);
        }
        boolean hasDrafts =
                Stream.concat(candidates.stream(), found.leftOut().stream())
                        .anyMatch(last::contradicts);
        return usable(last, hasDrafts);
    }

    /** A second answer of which only a part is there, or that was cut off before its first row. */
    private static boolean isCorrection(Candidate later, Candidate last, Completion completion) {
        return later.contradicts(last)
                || (later.form() == Form.BROKEN && later.rows().isEmpty() && completion.isCutOff());
    }

    private Reading usable(Candidate answer, boolean hasDrafts) {
        boolean isRepaired = answer.form() != Form.EXACT;
        try {
            List<LabelledConcept> rows = validator.validate(answer.rows());
            return new Reading.Usable(rows, isRepaired, hasDrafts);
        } catch (UnreadableException e) {
            return new Reading.Usable(List.copyOf(answer.labels().values()), true, hasDrafts);
        }
    }

    private Reading inPieces(Found found, Completion completion) {
        List<Map<String, String>> rows =
                found.candidates().stream().flatMap(it -> it.rows().stream()).toList();
        List<LabelledConcept> certain = List.copyOf(certain(rows).values());
        boolean isLeftOut =
                rows.isEmpty()
                        && found.leftOut().stream().anyMatch(it -> it.hasLabels(asked.size()));
        if (isLeftOut) {
            return ambiguous(
                    found.isQuoted()
                            ? "its only answer is quoted from the program"
                            : "its only answer is in its reasoning",
                    completion);
        }
        if (certain.size() == asked.size()) {
            return new Reading.Usable(certain, true, false);
        }
        return unusable(found, certain, completion);
    }

    private Reading unusable(Found found, List<LabelledConcept> certain, Completion completion) {
        List<Map<String, String>> rows =
                found.candidates().reversed().stream()
                        .map(Candidate::rows)
                        .filter(it -> !it.isEmpty())
                        .findFirst()
                        .orElse(List.of());
        Defect defect = Defect.FORMAT;
        String problem =
                completion.text().isBlank()
                        ? "it is empty"
                        : "it has neither a JSON array of objects nor a table with the columns Key"
                                + " Concept and Label";
        if (!rows.isEmpty()
                || found.candidates().stream().anyMatch(it -> it.form() == Form.EXACT)) {
            try {
                validator.validate(rows.stream().map(repair::repair).toList());
                defect = Defect.AMBIGUOUS;
                problem = "its rows contradict each other";
            } catch (UnreadableException e) {
                defect = e.defect();
                problem = String.valueOf(e.getMessage());
            }
        }
        return new Reading.Unusable(defect, problem, completion.isCutOff(), certain);
    }

    private static Reading ambiguous(String problem, Completion completion) {
        return new Reading.Unusable(Defect.AMBIGUOUS, problem, completion.isCutOff(), List.of());
    }

    private Found find(String completion) {
        String text = completion.replace(BYTE_ORDER_MARK, "");
        if (!Reasoning.isIn(text)) {
            return found(text, List.of());
        }
        TreeMap<Integer, WrittenAnswer> all = new TreeMap<>();
        answers.find(text).forEach(answer -> all.put(answer.from(), answer));
        Reasoning reasoning = Reasoning.in(text, at -> isInside(all.floorEntry(at), at));
        return found(
                reasoning.outside(),
                answers.find(reasoning.inside()).stream()
                        .map(it -> candidate(it.rows(), it))
                        .toList());
    }

    private static boolean isInside(Map.@Nullable Entry<Integer, WrittenAnswer> before, int at) {
        return before != null && before.getValue().surelyHolds(at);
    }

    /** Drops what is the program's, and what is quoted unless there is nothing else. */
    private Found found(String text, List<Candidate> reasoning) {
        List<WrittenAnswer> written = answers.find(text);
        QuotedPassages quotation = new QuotedPassages(text, written);
        List<Candidate> own = new ArrayList<>();
        List<Candidate> quoted = new ArrayList<>();
        List<Candidate> leftOut = new ArrayList<>(reasoning);
        boolean isQuoted = false;
        for (WrittenAnswer answer : written) {
            List<WrittenRow> rows =
                    answer.rows().stream().filter(row -> !program.has(row)).toList();
            if (rows.size() < answer.rows().size()) {
                isQuoted = true;
                leftOut.add(candidate(answer.rows(), answer));
            }
            if (!rows.isEmpty() || answer.rows().isEmpty()) {
                (quotation.holds(answer) ? quoted : own).add(candidate(rows, answer));
            }
        }
        boolean hasOwn = own.stream().anyMatch(it -> !it.labels().isEmpty()) || quoted.isEmpty();
        leftOut.addAll(hasOwn ? quoted : own);
        return new Found(
                Candidate.joined(hasOwn ? own : quoted, asked.size()),
                Candidate.joined(leftOut, asked.size()),
                isQuoted);
    }

    private Candidate candidate(List<WrittenRow> written, WrittenAnswer answer) {
        List<Map<String, String>> rows = written.stream().map(WrittenRow::cells).toList();
        return new Candidate(rows, certain(rows), answer.form());
    }

    /**
     * One row for each key concept that has some: the first where all is as it was asked for, else
     * those that no other row contradicts.
     */
    private Map<String, LabelledConcept> certain(List<Map<String, String>> written) {
        try {
            Map<String, LabelledConcept> byName = new LinkedHashMap<>();
            validator.validate(written).forEach(row -> byName.putIfAbsent(row.keyConcept(), row));
            return byName;
        } catch (UnreadableException e) {
            return repaired(written);
        }
    }

    private Map<String, LabelledConcept> repaired(List<Map<String, String>> written) {
        Map<String, LabelledConcept> byName = new LinkedHashMap<>();
        Set<String> contradicted = new HashSet<>();
        for (Map<String, String> row : written) {
            Optional<LabelledConcept> one = validator.one(repair.repair(row));
            one.ifPresent(labelled -> {
                LabelledConcept first = byName.putIfAbsent(labelled.keyConcept(), labelled);
                if (first != null && first.label() != labelled.label()) {
                    contradicted.add(labelled.keyConcept());
                }
            });
        }
        byName.keySet().removeAll(contradicted);
        return byName;
    }

    /**
     * Whether a text, such as an example's response, is about exactly the rubric's key concepts,
     * whatever it says of them.
     */
    public boolean coversKeyConcepts(String response) {
        List<Map<String, String>> rows =
                find(response).candidates().stream().flatMap(it -> it.rows().stream()).toList();
        try {
            Set<String> names = new HashSet<>();
            for (Map<String, String> row : validator.rowsOfConcepts(rows)) {
                names.add(row.getOrDefault(Column.KEY_CONCEPT, "").strip());
            }
            return names.containsAll(asked);
        } catch (UnreadableException e) {
            return false;
        }
    }
}
