package org.code.aiproxy.grading.baseline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.code.aiproxy.grading.feature.CodeFeatures;
import org.code.aiproxy.grading.feature.Fact;
import org.code.aiproxy.grading.feature.Fact.Conditional.Trigger;
import org.code.aiproxy.grading.feature.Fact.Movement;

/**
 * Something that rubrics ask for and that can be counted in a program. In the order in which a
 * phrase is tried against them: what is special before what is general.
 */
enum Subject {
    MOVING_SPRITES(
            "moving sprites", "sprites?\\b.*\\bmov|\\bmov\\w*\\b.*\\bsprite", Subject::moving),
    ANIMATIONS("animations", "animat", features -> animations(features)),
    DIFFERENT_SHAPES("different shapes", "different.*shape", Subject::differentShapes),
    SPRITES("sprites", "sprite", Subject::sprites),
    SHAPES("shapes", "shape", CodeFeatures::shapes),
    TEXTS("lines of text", "\\btexts?\\b", CodeFeatures::texts),
    BACKGROUNDS("backgrounds", "background", CodeFeatures::backgrounds),
    RANDOM_MOVEMENT(
            "random movements", "random", features -> moving(features, Movement.Pattern.RANDOM)),
    COUNTER_MOVEMENT(
            "counter patterns", "counter", features -> moving(features, Movement.Pattern.COUNTER)),
    MOVEMENTS("movements", "\\bmov", CodeFeatures::movements),
    USER_CONDITIONALS(
            "conditionals that react to the user",
            "(?:conditional|\\bif\\b|react).*(?:user|input|key|mouse)",
            Subject::userConditionals),
    CONDITIONALS("conditionals", "conditional|\\bif\\b", CodeFeatures::conditionals),
    USER_INPUTS(
            "questions about user input",
            "\\buser\\b|\\binput|interact|keyboard|mouse|\\bkeys?\\b",
            CodeFeatures::userInputs),
    CALLED_FUNCTIONS(
            "functions that are called",
            "function.*\\bcall|\\bcall\\w*\\b.*function",
            Subject::calledFunctions),
    FUNCTIONS("functions", "function", CodeFeatures::functionDefinitions),
    CHANGED_VARIABLES(
            "variables that change",
            "(?:chang|updat|assign|increment).*(?:variable|them)|variable.*(?:chang|updat|assign)",
            Subject::changedVariables),
    VARIABLES("variables", "variable", Subject::variables),
    LOOPS("loops", "\\bloop", CodeFeatures::loops),
    PROPERTIES("property changes", "propert", CodeFeatures::propertyChanges),
    ELEMENTS("elements on the screen", "element|object|screen", Subject::elements);

    private final String plural;
    private final Pattern phrase;

    @SuppressWarnings("ImmutableEnumChecker") // Method references hold no state.
    private final Function<CodeFeatures, List<? extends Fact>> facts;

    /**
     * @param plural what it is called in an answer
     * @param phrase how rubrics speak of it, in lower case
     * @param facts the facts that show it, one for each that counts
     */
    Subject(String plural, String phrase, Function<CodeFeatures, List<? extends Fact>> facts) {
        this.plural = plural;
        this.phrase = Pattern.compile(phrase);
        this.facts = facts;
    }

    /** What a phrase is about, if it is about anything that can be counted. */
    static Optional<Subject> of(String phrase) {
        return Arrays.stream(values())
                .filter(subject -> subject.phrase.matcher(phrase).find())
                .findFirst();
    }

    String plural() {
        return plural;
    }

    List<? extends Fact> in(CodeFeatures features) {
        return facts.apply(features);
    }

    private static List<Fact> sprites(CodeFeatures features) {
        return firstOfEach(features.sprites(), Fact.Sprite::name);
    }

    private static List<Fact> moving(CodeFeatures features) {
        return firstOfEach(features.movements(), Movement::object);
    }

    private static List<Movement> moving(CodeFeatures features, Movement.Pattern pattern) {
        return features.movements().stream()
                .filter(movement -> movement.patterns().contains(pattern))
                .toList();
    }

    private static List<Fact> animations(CodeFeatures features) {
        return firstOfEach(
                features.propertyChanges().stream()
                        .filter(Fact.PropertyChange::setsAnimation)
                        .toList(),
                Fact.PropertyChange::object);
    }

    private static List<Fact> differentShapes(CodeFeatures features) {
        return firstOfEach(features.shapes(), Fact.Shape::function);
    }

    private static List<Fact.Conditional> userConditionals(CodeFeatures features) {
        return features.conditionals().stream()
                .filter(conditional -> conditional.trigger() == Trigger.USER)
                .toList();
    }

    private static List<Fact> calledFunctions(CodeFeatures features) {
        Set<String> called = new LinkedHashSet<>();
        features.functionCalls().forEach(call -> called.add(call.name()));
        return firstOfEach(
                features.functionDefinitions().stream()
                        .filter(function -> called.contains(function.name()))
                        .toList(),
                Fact.FunctionDefinition::name);
    }

    private static List<Fact> variables(CodeFeatures features) {
        Set<String> sprites = features.spriteNames();
        return firstOfEach(
                features.variables().stream()
                        .filter(variable -> !sprites.contains(variable.name()))
                        .toList(),
                Fact.Variable::name);
    }

    private static List<Fact.Variable> changedVariables(CodeFeatures features) {
        Set<String> sprites = features.spriteNames();
        return features.variables().stream()
                .filter(variable -> variable.reassigned() && !sprites.contains(variable.name()))
                .toList();
    }

    private static List<Fact> elements(CodeFeatures features) {
        List<Fact> elements = new ArrayList<>(sprites(features));
        elements.addAll(features.shapes());
        elements.addAll(features.texts());
        return elements;
    }

    private static <F extends Fact> List<Fact> firstOfEach(
            List<F> facts, Function<F, String> name) {
        Set<String> seen = new LinkedHashSet<>();
        List<Fact> first = new ArrayList<>();
        for (F fact : facts) {
            if (seen.add(name.apply(fact))) {
                first.add(fact);
            }
        }
        return first;
    }
}
