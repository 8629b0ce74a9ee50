package org.code.aiproxy.grading.assessment;

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
 * Reads which key concepts need no model: a repeated field, a JSON array, or a list with commas.
 * Names are the rubric's, and can have commas themselves.
 */
final class StaticConceptsReader {

    private static final String NAMES = "code-feature-extractor";
    private static final String LESSON = "lesson";

    private final StaticAssessor assessor;
    private final JsonMapper mapper;

    StaticConceptsReader(StaticAssessor assessor, JsonMapper mapper) {
        this.assessor = assessor;
        this.mapper = mapper;
    }

    /**
     * @throws InvalidFieldException when a name is not the rubric's or has no decision tree, or the
     *     lesson has none
     */
    StaticConcepts read(RequestFields fields, Rubric rubric) {
        Set<String> names = new LinkedHashSet<>();
        for (String value : fields.all(NAMES)) {
            names.addAll(names(value.strip(), rubric.names()));
        }
        if (names.isEmpty()) {
            return StaticConcepts.NONE;
        }
        String lesson = fields.requiredText(LESSON).strip();
        requireTrees(lesson, names);
        return new StaticConcepts(lesson, List.copyOf(names));
    }

    private List<String> names(String value, List<String> rubricNames) {
        if (rubricNames.contains(value)) {
            return List.of(value);
        }
        return value.startsWith("[")
                ? jsonNames(value, rubricNames)
                : listedNames(List.of(value.split(",", -1)), rubricNames);
    }

    private List<String> jsonNames(String value, List<String> rubricNames) {
        try {
            return mapper.readTree(value)
                    .valueStream()
                    .map(JsonNode::asString)
                    .map(String::strip)
                    .peek(name -> requireInRubric(name, rubricNames))
                    .toList();
        } catch (JacksonException e) {
            throw new InvalidFieldException(
                    NAMES,
                    "must be names of key concepts: repeated, with commas, or a JSON array.");
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
                    "names `%s`, which is no key concept of the rubric; those are: %s."
                            .formatted(name, String.join(", ", rubricNames)));
        }
    }

    private void requireTrees(String lesson, Set<String> names) {
        List<String> trees = assessor.keyConcepts(lesson);
        if (trees.isEmpty()) {
            throw new InvalidFieldException(
                    LESSON,
                    "`%s` has no decision trees; lessons that have some: %s."
                            .formatted(lesson, String.join(", ", assessor.lessons())));
        }
        for (String name : names) {
            if (!trees.contains(name)) {
                throw new InvalidFieldException(
                        NAMES,
                        "names `%s`, which has no decision tree in lesson %s; those that have: %s."
                                .formatted(name, lesson, String.join(", ", trees)));
            }
        }
    }
}
