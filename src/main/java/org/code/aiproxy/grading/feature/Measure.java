package org.code.aiproxy.grading.feature;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.util.Collection;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.code.aiproxy.grading.feature.Fact.Conditional;
import org.code.aiproxy.grading.feature.Fact.Conditional.Trigger;
import org.code.aiproxy.grading.feature.Fact.FunctionCall;
import org.code.aiproxy.grading.feature.Fact.FunctionDefinition;
import org.code.aiproxy.grading.feature.Fact.Movement.Pattern;
import org.code.aiproxy.grading.feature.Fact.PropertyChange;
import org.code.aiproxy.grading.feature.Fact.Shape;

/** A count that rules compare, with the words that observations name it by. */
public enum Measure {
    SPRITES("sprite", "sprites", program -> program.spriteNames().size()),
    SHAPES("shape", "shapes", program -> shapes(program).count()),
    TEXTS("line of text", "lines of text", program -> program.texts().size()),
    ELEMENTS(
            "element in all",
            "elements in all",
            program -> SPRITES.of(program) + SHAPES.of(program) + TEXTS.of(program)),
    SHAPES_AND_TEXTS(
            "other element", "other elements", program -> SHAPES.of(program) + TEXTS.of(program)),
    DIFFERENT_SHAPES(
            "different shape",
            "different shapes",
            program -> firstLessonShapes(program).map(Shape::function).distinct().count()),

    SPRITES_CHANGED_IN_DRAW_LOOP(
            "sprite changed in the draw loop",
            "sprites changed in the draw loop",
            program -> spritesWith(program, PropertyChange::inDrawLoop)),
    SPRITES_ANIMATED_OUTSIDE_DRAW_LOOP(
            "sprite given an animation outside the draw loop",
            "sprites given an animation outside the draw loop",
            program -> spritesWith(program, c -> !c.inDrawLoop() && c.setsAnimation())),
    SPRITES_SET_IN_MOTION_OUTSIDE_DRAW_LOOP(
            "sprite given a velocity outside the draw loop",
            "sprites given a velocity outside the draw loop",
            program -> spritesWith(program, c -> !c.inDrawLoop() && c.setsVelocity())),

    MOVEMENTS("movement", "movements", program -> program.movements().size()),
    COUNTER_MOVEMENTS(
            "movement by the counter pattern",
            "movements by the counter pattern",
            program -> movements(program, Pattern.COUNTER)),
    RANDOM_MOVEMENTS(
            "random movement", "random movements", program -> movements(program, Pattern.RANDOM)),

    CONDITIONALS(
            "conditional in the draw loop",
            "conditionals in the draw loop",
            program -> conditionals(program, Set.of(Trigger.values()))),
    TRIGGERED_CONDITIONALS(
            "triggered by anything",
            "triggered by anything",
            program ->
                    conditionals(program, Set.of(Trigger.USER, Trigger.VARIABLE, Trigger.OBJECT))),
    USER_CONDITIONALS(
            "triggered by the user",
            "triggered by the user",
            program -> conditionals(program, Set.of(Trigger.USER))),
    VARIABLE_OR_OBJECT_CONDITIONALS(
            "triggered by a variable or an object",
            "triggered by a variable or an object",
            program -> conditionals(program, Set.of(Trigger.VARIABLE, Trigger.OBJECT))),

    FUNCTIONS(
            "function defined outside the draw loop",
            "functions defined outside the draw loop",
            program -> functions(program).count()),
    FUNCTIONS_CALLED(
            "of them called", "of them called", program -> callsByFunction(program).size()),
    FUNCTIONS_CALLED_REPEATEDLY(
            "of them called more than once",
            "of them called more than once",
            program -> callsByFunction(program).stream().filter(n -> n > 1).count());

    private static final Set<String> FIRST_LESSON_SHAPES =
            Set.of("rect", "ellipse", "line", "arc", "point", "regularPolygon", "shape");
    private static final Set<String> LATER_LESSONS_SHAPES =
            Set.of("circle", "ellipse", "quad", "rect", "regularPolygon", "shape", "triangle");

    private final String one;
    private final String many;

    @SuppressWarnings("ImmutableEnumChecker") // The functions above hold no state.
    private final Function<CodeFeatures, Number> count;

    Measure(String one, String many, Function<CodeFeatures, Number> count) {
        this.one = one;
        this.many = many;
        this.count = count;
    }

    public int of(CodeFeatures program) {
        return count.apply(program).intValue();
    }

    public String inWords(CodeFeatures program) {
        int found = of(program);
        return found + " " + (found == 1 ? one : many);
    }

    /** The shape calls that lessons from 11 on count. */
    public static Stream<Shape> shapes(CodeFeatures program) {
        return program.shapes().stream().filter(s -> LATER_LESSONS_SHAPES.contains(s.function()));
    }

    /** The shape calls that lesson 7 counts. */
    public static Stream<Shape> firstLessonShapes(CodeFeatures program) {
        return program.shapes().stream().filter(s -> FIRST_LESSON_SHAPES.contains(s.function()));
    }

    public static Stream<FunctionDefinition> functions(CodeFeatures program) {
        return program.functionDefinitions().stream()
                .filter(definition -> !definition.inDrawLoop());
    }

    /** The calls of the functions that are defined outside the draw loop. */
    public static Stream<FunctionCall> callsOfFunctions(CodeFeatures program) {
        Set<String> names =
                functions(program).map(FunctionDefinition::name).collect(Collectors.toSet());
        return program.functionCalls().stream().filter(call -> names.contains(call.name()));
    }

    private static int spritesWith(CodeFeatures program, Predicate<PropertyChange> change) {
        Collection<String> changed =
                program.propertyChanges().stream()
                        .filter(change)
                        .map(PropertyChange::object)
                        .collect(Collectors.toSet());
        changed.retainAll(program.spriteNames());
        return changed.size();
    }

    private static long movements(CodeFeatures program, Pattern pattern) {
        return program.movements().stream().filter(m -> m.patterns().contains(pattern)).count();
    }

    private static long conditionals(CodeFeatures program, Set<Trigger> triggers) {
        return program.conditionals().stream()
                .filter(Conditional::inDrawLoop)
                .filter(conditional -> triggers.contains(conditional.trigger()))
                .count();
    }

    private static Collection<Long> callsByFunction(CodeFeatures program) {
        return callsOfFunctions(program)
                .collect(groupingBy(FunctionCall::name, counting()))
                .values();
    }
}
