package org.code.aiproxy.grading.decisiontree;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.code.aiproxy.grading.feature.CodeFeatures;
import org.code.aiproxy.grading.feature.FeatureExtractor;

/** Labels those key concepts that a decision tree decides, without a model. */
public final class StaticAssessor {

    private static final Map<String, SequencedMap<String, DecisionTree>> TREES =
            Arrays.stream(LessonTrees.values())
                    .collect(
                            Collectors.toMap(
                                    LessonTrees::id,
                                    StaticAssessor::byKeyConcept,
                                    (one, _) -> one,
                                    LinkedHashMap::new));

    private final FeatureExtractor extractor = new FeatureExtractor();

    /** The ids of the lessons that have decision trees, such as {@code csd3-2023-L7}. */
    public List<String> lessons() {
        return List.copyOf(TREES.keySet());
    }

    /** The key concepts of a lesson that have a decision tree; none for a lesson without any. */
    public List<String> keyConcepts(String lesson) {
        return List.copyOf(treesOf(lesson).keySet());
    }

    /** The same as {@link #assess(String, String, CodeFeatures)} of the program's features. */
    public StaticAssessment assess(String lesson, String keyConcept, String code) {
        return assess(lesson, keyConcept, extractor.extract(code));
    }

    /**
     * Labels one key concept of a lesson.
     *
     * @throws IllegalArgumentException if there is no decision tree for it
     */
    public StaticAssessment assess(String lesson, String keyConcept, CodeFeatures program) {
        DecisionTree tree = treesOf(lesson).get(keyConcept);
        if (tree == null) {
            throw new IllegalArgumentException(
                    "No decision tree for key concept '%s' of lesson '%s'; there are: %s"
                            .formatted(keyConcept, lesson, keyConcepts(lesson)));
        }
        return tree.assess(program);
    }

    private static SequencedMap<String, DecisionTree> treesOf(String lesson) {
        return TREES.getOrDefault(lesson, Collections.emptySortedMap());
    }

    private static SequencedMap<String, DecisionTree> byKeyConcept(LessonTrees lesson) {
        SequencedMap<String, DecisionTree> trees = new LinkedHashMap<>();
        lesson.trees().forEach(tree -> trees.put(tree.keyConcept(), tree));
        return trees;
    }
}
