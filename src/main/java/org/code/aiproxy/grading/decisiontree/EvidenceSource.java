package org.code.aiproxy.grading.decisiontree;

import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.code.aiproxy.grading.feature.CodeFeatures;
import org.code.aiproxy.grading.feature.Fact;
import org.code.aiproxy.grading.feature.Fact.Conditional;
import org.code.aiproxy.grading.feature.Fact.Movement;
import org.code.aiproxy.grading.feature.Fact.Movement.Pattern;
import org.code.aiproxy.grading.feature.Fact.PropertyChange;
import org.code.aiproxy.grading.feature.Finding;
import org.code.aiproxy.grading.feature.Measure;

/** Facts that a decision tree shows as evidence, with what they show. */
enum EvidenceSource {
    SPRITES(program -> items(program.sprites().stream(), _ -> "Creates a sprite")),
    SHAPES(program -> items(Measure.shapes(program), _ -> "Draws a shape")),
    FIRST_LESSON_SHAPES(program ->
            items(Measure.firstLessonShapes(program), s -> "Draws with " + s.function())),
    TEXTS(program -> items(program.texts().stream(), _ -> "Writes text")),
    PROPERTY_CHANGES(program ->
            items(
                    program.propertyChanges().stream(),
                    change ->
                            change.inDrawLoop()
                                    ? "Changes a property in the draw loop"
                                    : "Changes a property outside the draw loop")),
    ANIMATIONS_OUTSIDE_DRAW_LOOP(program ->
            items(
                    changesOfSpritesOutsideDrawLoop(program).filter(PropertyChange::setsAnimation),
                    _ -> "Sets a sprite's animation outside the draw loop")),
    VELOCITIES_OUTSIDE_DRAW_LOOP(program ->
            items(
                    changesOfSpritesOutsideDrawLoop(program).filter(PropertyChange::setsVelocity),
                    _ -> "Sets a sprite's velocity outside the draw loop")),
    MOVEMENTS(program -> items(program.movements().stream(), EvidenceSource::message)),
    CONDITIONALS_IN_DRAW_LOOP(program ->
            items(
                    program.conditionals().stream().filter(Conditional::inDrawLoop),
                    EvidenceSource::message)),
    FUNCTIONS(program -> items(Measure.functions(program), _ -> "Defines a function")),
    FUNCTION_CALLS(program ->
            items(Measure.callsOfFunctions(program), _ -> "Calls a function of the program"));

    @SuppressWarnings("ImmutableEnumChecker") // The functions above hold no state.
    private final Function<CodeFeatures, Stream<Finding>> items;

    EvidenceSource(Function<CodeFeatures, Stream<Finding>> items) {
        this.items = items;
    }

    Stream<Finding> in(CodeFeatures program) {
        return items.apply(program);
    }

    private static <F extends Fact> Stream<Finding> items(
            Stream<F> facts, Function<F, String> message) {
        return facts.map(fact -> new Finding(fact.place(), message.apply(fact)));
    }

    private static Stream<PropertyChange> changesOfSpritesOutsideDrawLoop(CodeFeatures program) {
        Set<String> sprites = program.spriteNames();
        return program.propertyChanges().stream()
                .filter(change -> !change.inDrawLoop() && sprites.contains(change.object()));
    }

    private static String message(Movement movement) {
        if (movement.patterns().size() > 1) {
            return "Moves a sprite by the counter pattern and at random";
        }
        return movement.patterns().contains(Pattern.COUNTER)
                ? "Moves a sprite by the counter pattern"
                : "Moves a sprite at random";
    }

    private static String message(Conditional conditional) {
        return switch (conditional.trigger()) {
            case USER -> "Conditional triggered by the user";
            case VARIABLE -> "Conditional triggered by a variable";
            case OBJECT -> "Conditional triggered by an object";
            case NOTHING -> "Conditional";
        };
    }
}
