package org.code.aiproxy.grading.spec;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.code.aiproxy.grading.decisiontree.StaticAssessor;
import org.code.aiproxy.grading.rubric.Rubric;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Finds which key concepts need no model: names as they were written, alone, in a JSON array, or in
 * a list with commas. Names are the rubric's, and can have commas themselves.
 */
final class StaticConceptsReader {

    private static final String NAMES = AssessmentField.CODE_FEATURE_EXTRACTOR.text();
    private static final String LESSON = AssessmentField.LESSON.text();
    private static final JsonMapper MAPPER = new JsonMapper();

    private final StaticAssessor assessor;

    StaticConceptsReader(StaticAssessor assessor) {
        this.assessor = assessor;
    }

    /**
     * @throws InvalidFieldException when a name is not the rubric's or has no decision tree, or the
     *     lesson has none
     */
    StaticConcepts read(StaticConcepts written, Rubric rubric) {
        Set<String> names = new LinkedHashSet<>();
        for (String value : written.names()) {
            names.addAll(names(value.strip(), rubric.names()));
        }
        if (names.isEmpty()) {
            return written;
        }
        if (written.lesson().isBlank()) {
            throw AssessmentField.LESSON.isMissing();
        }
        requireTrees(written.lesson(), names);
        return new StaticConcepts(written.lesson(), List.copyOf(names));
    }

    private static List<String> names(String value, List<String> rubricNames) {
        if (rubricNames.contains(value)) {
            return List.of(value);
        }
        return value.startsWith("[")
                ? jsonNames(value, rubricNames)
                : listedNames(List.of(value.split(",", -1)), rubricNames);
    }

    private static List<String> jsonNames(String value, List<String> rubricNames) {
        try {
            return MAPPER.readTree(value)
                    .valueStream()
                    .map(JsonNode::asString)
                    .map(String::strip)
                    .peek(name -> requireInRubric(name, rubricNames))
                    .toList();
        } catch (JacksonException e) {
            throw AssessmentField.CODE_FEATURE_EXTRACTOR.isNot();
        }
    }

    /** Takes as many parts as make a name of the rubric, the longest that does. */
    private static List<String> listedNames(List<String> parts, List<String> rubricNames) {
        List<String> names = new ArrayList<>();
        int from = 0;
        while (from < parts.size()) {
            int to = parts.size();
            while (to > from + 1 && !rubricNames.contains(joined(parts, from, to))) {
                to--;
            }
            String name = joined(parts, from, to);
            if (!name.isEmpty()) {
                requireInRubric(name, rubricNames);
                names.add(name);
            }
            from = to;
        }
        return names;
    }

    private static String joined(List<String> parts, int from, int to) {
        return String.join(",", parts.subList(from, to)).strip();
    }

    private static void requireInRubric(String name, List<String> rubricNames) {
        if (!rubricNames.contains(name)) {
            throw new InvalidFieldException(
                    NAMES,
                    "names `%s`, which isn't a key concept of the rubric; those are: %s."
                            .formatted(name, String.join(", ", rubricNames)));
        }
    }

    private void requireTrees(String lesson, Set<String> names) {
        List<String> trees = assessor.keyConcepts(lesson);
        if (trees.isEmpty()) {
            throw new InvalidFieldException(
                    LESSON,
                    "`%s` has no decision trees; lessons that do: %s."
                            .formatted(lesson, String.join(", ", assessor.lessons())));
        }
        for (String name : names) {
            if (!trees.contains(name)) {
                throw new InvalidFieldException(
                        NAMES,
                        "names `%s`, which has no decision tree in lesson %s; these do: %s."
                                .formatted(name, lesson, String.join(", ", trees)));
            }
        }
    }
}
