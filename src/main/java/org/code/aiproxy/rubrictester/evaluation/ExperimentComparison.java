package org.code.aiproxy.rubrictester.evaluation;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.code.aiproxy.grading.spec.LessonText;
import org.code.aiproxy.rubrictester.statistics.Rating;
import org.code.aiproxy.rubrictester.statistics.Scale;
import org.code.aiproxy.rubrictester.statistics.comparison.PairedComparison;

/**
 * Two experiments over the same programs.
 *
 * @param before the first
 * @param after the second
 */
public record ExperimentComparison(Evaluation before, Evaluation after) {

    private static final int CONTEXT_LINES = 2;

    /** The paired figures, of the programs that both labelled. */
    public PairedComparison figures(Scale scale) {
        return PairedComparison.of(before.ratings(), after.ratings(), scale);
    }

    /**
     * The labels that became right, with a plus, or wrong, with a minus: whose, of what, and from
     * what to what.
     */
    public List<String> changedLabels() {
        Map<String, Rating> old = new HashMap<>();
        before.ratings().forEach(it -> old.put(key(it), it));
        return after.ratings().stream()
                .flatMap(now ->
                        Optional.ofNullable(old.get(key(now)))
                                .flatMap(was -> changed(was, now))
                                .stream())
                .toList();
    }

    private static String key(Rating rating) {
        return rating.student() + "\n" + rating.keyConcept();
    }

    private static Optional<String> changed(Rating was, Rating now) {
        boolean wasRight = was.isRight(Scale.EXACT);
        return wasRight == now.isRight(Scale.EXACT)
                ? Optional.empty()
                : Optional.of(
                        "    %s %s, %s: %s → %s (people: %s)"
                                .formatted(
                                        wasRight ? "-" : "+",
                                        now.student(),
                                        now.keyConcept(),
                                        was.ai(),
                                        now.ai(),
                                        now.people()));
    }

    /** The system prompts' difference in unified form; empty where there is none. */
    public List<String> promptDifference() {
        return difference(lesson(before).prompt(), lesson(after).prompt(), "system_prompt.txt");
    }

    /** The rubrics' difference in unified form; empty where there is none. */
    public List<String> rubricDifference() {
        return difference(lesson(before).rubric(), lesson(after).rubric(), "standard_rubric.csv");
    }

    /** The parameters that differ, each as a sentence such as {@code temperature: 0 → 0.2}. */
    public List<String> parameterDifferences() {
        Map<String, String> old = before.result().experiment().parameters();
        Map<String, String> now = after.result().experiment().parameters();
        TreeSet<String> names = new TreeSet<>(old.keySet());
        names.addAll(now.keySet());
        return names.stream()
                .filter(name -> !Objects.equals(old.get(name), now.get(name)))
                .map(name ->
                        "%s: %s → %s"
                                .formatted(
                                        name,
                                        old.getOrDefault(name, "—"),
                                        now.getOrDefault(name, "—")))
                .toList();
    }

    private static LessonText lesson(Evaluation evaluation) {
        return evaluation.result().experiment().spec().text();
    }

    private static List<String> difference(String before, String after, String name) {
        List<String> old = before.lines().toList();
        return UnifiedDiffUtils.generateUnifiedDiff(
                name, name, old, DiffUtils.diff(old, after.lines().toList()), CONTEXT_LINES);
    }
}
