package org.code.aiproxy.grading.decisiontree;

import static org.code.aiproxy.grading.decisiontree.DecisionTree.Needed.atLeast;
import static org.code.aiproxy.grading.decisiontree.DecisionTree.Rule.label;
import static org.code.aiproxy.grading.rubric.Label.CONVINCING;
import static org.code.aiproxy.grading.rubric.Label.EXTENSIVE;
import static org.code.aiproxy.grading.rubric.Label.LIMITED;

import java.util.List;
import org.code.aiproxy.grading.feature.Measure;

/**
 * A lesson, and the decision trees of those of its key concepts that need no model. To add a
 * lesson, add a constant with its trees; a tree that counts something new adds a {@link Measure}.
 */
public enum LessonTrees {
    L7(
            "csd3-2023-L7",
            DecisionTree.of(
                            "Position - Shapes",
                            label(EXTENSIVE, atLeast(4, Measure.DIFFERENT_SHAPES)),
                            label(CONVINCING, atLeast(3, Measure.DIFFERENT_SHAPES)),
                            label(LIMITED, atLeast(1, Measure.DIFFERENT_SHAPES)))
                    .showing(EvidenceSource.FIRST_LESSON_SHAPES)),

    L11(
            "csd3-2023-L11",
            DecisionTree.of(
                            "Position - Elements and the Coordinate System",
                            label(
                                    EXTENSIVE,
                                    atLeast(2, Measure.SHAPES),
                                    atLeast(2, Measure.SPRITES),
                                    atLeast(2, Measure.TEXTS)),
                            label(
                                    CONVINCING,
                                    atLeast(1, Measure.SHAPES),
                                    atLeast(2, Measure.SPRITES),
                                    atLeast(1, Measure.TEXTS)),
                            label(LIMITED, atLeast(2, Measure.ELEMENTS), atLeast(1, Measure.TEXTS)))
                    .showing(EvidenceSource.SPRITES, EvidenceSource.SHAPES, EvidenceSource.TEXTS)),

    L14(
            "csd3-2023-L14",
            DecisionTree.of(
                            "Modularity - Sprites and Sprite Properties",
                            label(
                                    EXTENSIVE,
                                    atLeast(2, Measure.SPRITES),
                                    atLeast(2, Measure.SPRITES_CHANGED_IN_DRAW_LOOP)),
                            label(
                                    CONVINCING,
                                    atLeast(1, Measure.SPRITES),
                                    atLeast(1, Measure.SPRITES_CHANGED_IN_DRAW_LOOP)),
                            label(LIMITED, atLeast(1, Measure.SPRITES)))
                    .showing(EvidenceSource.SPRITES, EvidenceSource.PROPERTY_CHANGES),
            DecisionTree.of(
                            "Position and Movement",
                            label(
                                    EXTENSIVE,
                                    atLeast(2, Measure.SHAPES),
                                    atLeast(2, Measure.SPRITES),
                                    atLeast(2, Measure.TEXTS),
                                    atLeast(1, Measure.COUNTER_MOVEMENTS),
                                    atLeast(1, Measure.RANDOM_MOVEMENTS)),
                            label(
                                    CONVINCING,
                                    atLeast(1, Measure.SHAPES),
                                    atLeast(2, Measure.SPRITES),
                                    atLeast(1, Measure.TEXTS),
                                    atLeast(1, Measure.MOVEMENTS)),
                            label(LIMITED, atLeast(3, Measure.ELEMENTS)))
                    .showing(
                            EvidenceSource.SPRITES,
                            EvidenceSource.SHAPES,
                            EvidenceSource.TEXTS,
                            EvidenceSource.MOVEMENTS)),

    L18(
            "csd3-2023-L18",
            DecisionTree.of(
                            "Algorithms and Control - Conditionals",
                            label(
                                    EXTENSIVE,
                                    atLeast(3, Measure.CONDITIONALS),
                                    atLeast(1, Measure.USER_CONDITIONALS),
                                    atLeast(1, Measure.VARIABLE_OR_OBJECT_CONDITIONALS)),
                            label(
                                    CONVINCING,
                                    atLeast(2, Measure.CONDITIONALS),
                                    atLeast(1, Measure.USER_CONDITIONALS),
                                    atLeast(1, Measure.VARIABLE_OR_OBJECT_CONDITIONALS)),
                            label(LIMITED, atLeast(1, Measure.TRIGGERED_CONDITIONALS)))
                    .showing(EvidenceSource.CONDITIONALS_IN_DRAW_LOOP),
            DecisionTree.of(
                            "Modularity - Multiple Sprites",
                            label(
                                    EXTENSIVE,
                                    atLeast(3, Measure.SPRITES),
                                    atLeast(3, Measure.SPRITES_CHANGED_IN_DRAW_LOOP)),
                            label(
                                    CONVINCING,
                                    atLeast(1, Measure.SPRITES),
                                    atLeast(1, Measure.SPRITES_CHANGED_IN_DRAW_LOOP)),
                            label(LIMITED, atLeast(1, Measure.SPRITES)))
                    .showing(EvidenceSource.SPRITES, EvidenceSource.PROPERTY_CHANGES),
            DecisionTree.of(
                            "Position and Movement",
                            label(
                                    EXTENSIVE,
                                    atLeast(3, Measure.SPRITES),
                                    atLeast(1, Measure.SHAPES_AND_TEXTS),
                                    atLeast(1, Measure.COUNTER_MOVEMENTS),
                                    atLeast(1, Measure.RANDOM_MOVEMENTS)),
                            label(
                                    CONVINCING,
                                    atLeast(2, Measure.SPRITES),
                                    atLeast(1, Measure.SHAPES_AND_TEXTS),
                                    atLeast(1, Measure.MOVEMENTS)),
                            label(LIMITED, atLeast(1, Measure.ELEMENTS)))
                    .showing(
                            EvidenceSource.SPRITES,
                            EvidenceSource.SHAPES,
                            EvidenceSource.TEXTS,
                            EvidenceSource.MOVEMENTS)),

    L21(
            "csd3-2023-L21",
            DecisionTree.of(
                            "Modularity - Multiple Sprites",
                            label(
                                    EXTENSIVE,
                                    atLeast(3, Measure.SPRITES),
                                    atLeast(3, Measure.SPRITES_ANIMATED_OUTSIDE_DRAW_LOOP),
                                    atLeast(2, Measure.SPRITES_SET_IN_MOTION_OUTSIDE_DRAW_LOOP)),
                            label(
                                    CONVINCING,
                                    atLeast(2, Measure.SPRITES),
                                    atLeast(2, Measure.SPRITES_ANIMATED_OUTSIDE_DRAW_LOOP),
                                    atLeast(1, Measure.SPRITES_SET_IN_MOTION_OUTSIDE_DRAW_LOOP)),
                            label(
                                    LIMITED,
                                    atLeast(2, Measure.SPRITES),
                                    atLeast(2, Measure.SPRITES_ANIMATED_OUTSIDE_DRAW_LOOP)))
                    .showing(
                            EvidenceSource.SPRITES,
                            EvidenceSource.ANIMATIONS_OUTSIDE_DRAW_LOOP,
                            EvidenceSource.VELOCITIES_OUTSIDE_DRAW_LOOP)),

    L24(
            "csd3-2023-L24",
            DecisionTree.of(
                            "Modularity - Multiple Sprites",
                            label(
                                    EXTENSIVE,
                                    atLeast(4, Measure.SPRITES),
                                    atLeast(4, Measure.SPRITES_ANIMATED_OUTSIDE_DRAW_LOOP),
                                    atLeast(2, Measure.SPRITES_SET_IN_MOTION_OUTSIDE_DRAW_LOOP)),
                            label(
                                    CONVINCING,
                                    atLeast(3, Measure.SPRITES),
                                    atLeast(3, Measure.SPRITES_ANIMATED_OUTSIDE_DRAW_LOOP),
                                    atLeast(1, Measure.SPRITES_SET_IN_MOTION_OUTSIDE_DRAW_LOOP)),
                            label(
                                    LIMITED,
                                    atLeast(2, Measure.SPRITES),
                                    atLeast(2, Measure.SPRITES_ANIMATED_OUTSIDE_DRAW_LOOP)))
                    .showing(
                            EvidenceSource.SPRITES,
                            EvidenceSource.ANIMATIONS_OUTSIDE_DRAW_LOOP,
                            EvidenceSource.VELOCITIES_OUTSIDE_DRAW_LOOP)),

    L28(
            "csd3-2023-L28",
            DecisionTree.of(
                            "Modularity - Use of Functions",
                            label(
                                    EXTENSIVE,
                                    atLeast(3, Measure.FUNCTIONS),
                                    atLeast(1, Measure.FUNCTIONS_CALLED_REPEATEDLY)),
                            label(
                                    CONVINCING,
                                    atLeast(2, Measure.FUNCTIONS),
                                    atLeast(1, Measure.FUNCTIONS_CALLED)),
                            label(
                                    LIMITED,
                                    atLeast(1, Measure.FUNCTIONS),
                                    atLeast(1, Measure.FUNCTIONS_CALLED)))
                    .showing(EvidenceSource.FUNCTIONS, EvidenceSource.FUNCTION_CALLS));

    private final String id;

    @SuppressWarnings("ImmutableEnumChecker") // An unmodifiable list of records of constants.
    private final List<DecisionTree> trees;

    LessonTrees(String id, DecisionTree... trees) {
        this.id = id;
        this.trees = List.of(trees);
    }

    String id() {
        return id;
    }

    List<DecisionTree> trees() {
        return trees;
    }
}
