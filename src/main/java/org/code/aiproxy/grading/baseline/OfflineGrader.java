package org.code.aiproxy.grading.baseline;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.code.aiproxy.grading.feature.CodeFeatures;
import org.code.aiproxy.grading.feature.Fact;
import org.code.aiproxy.grading.feature.Finding;
import org.code.aiproxy.grading.response.LabelledConcept;
import org.code.aiproxy.grading.rubric.KeyConcept;
import org.code.aiproxy.grading.rubric.Label;
import org.code.aiproxy.grading.rubric.Rubric;

/**
 * Gives each key concept the best label whose description holds, going by counts alone. It is no
 * AI: it reads numbers and the names of constructs out of the rubric, and counts them in the
 * program. Where a description has none that it knows, it can't hold.
 */
final class OfflineGrader {

    private static final int MOST_EVIDENCE = 6;

    private final CodeFeatures features;

    OfflineGrader(CodeFeatures features) {
        this.features = features;
    }

    List<LabelledConcept> grade(Rubric rubric) {
        return rubric.keyConcepts().stream().map(this::grade).toList();
    }

    private LabelledConcept grade(KeyConcept concept) {
        Map<Label, Description> descriptions = new EnumMap<>(Label.class);
        for (Label label : Label.values()) {
            concept.description(label)
                    .ifPresent(cell -> descriptions.put(label, Description.parse(cell)));
        }
        Label label =
                descriptions.entrySet().stream()
                        .filter(entry -> entry.getValue().isMetBy(features))
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElse(Label.NO);
        List<Subject> subjects =
                descriptions.values().stream()
                        .flatMap(description -> description.subjects().stream())
                        .distinct()
                        .toList();
        return new LabelledConcept(
                concept.name(),
                label,
                observations(subjects),
                evidence(subjects),
                reason(concept, label, subjects));
    }

    private String observations(List<Subject> subjects) {
        return subjects.isEmpty()
                ? "The offline baseline found nothing in the rubric that it can count."
                : subjects.stream()
                        .map(subject -> subject.plural() + ": " + subject.in(features).size())
                        .collect(Collectors.joining(", ", "Counted in the program: ", "."));
    }

    private String evidence(List<Subject> subjects) {
        return subjects.stream()
                .flatMap(subject -> subject.in(features).stream())
                .distinct()
                .sorted(Comparator.comparingInt(fact -> fact.place().firstLine()))
                .limit(MOST_EVIDENCE)
                .map(fact -> new Finding(fact.place(), message(fact)).text())
                .distinct()
                .collect(Collectors.joining(" "));
    }

    private static String message(Fact fact) {
        return switch (fact) {
            case Fact.Sprite sprite -> "Creates the sprite " + sprite.name();
            case Fact.Shape shape -> "Draws with " + shape.function();
            case Fact.Text text -> "Writes text";
            case Fact.Background background -> "Paints the background";
            case Fact.PropertyChange change ->
                    "Sets %s of %s".formatted(change.property(), change.object());
            case Fact.Movement movement -> "Moves " + movement.object();
            case Fact.Conditional conditional -> "Decides by a condition";
            case Fact.FunctionDefinition function -> "Defines the function " + function.name();
            case Fact.FunctionCall call -> "Calls " + call.name();
            case Fact.Variable variable -> "Uses the variable " + variable.name();
            case Fact.Loop loop -> "Repeats";
            case Fact.UserInput input -> "Asks for user input with " + input.function();
        };
    }

    private static String reason(KeyConcept concept, Label label, List<Subject> subjects) {
        if (subjects.isEmpty()) {
            return "The offline baseline can't count anything this rubric describes.";
        }
        return concept.description(label)
                .map(cell -> "Matches the description: " + cell)
                .orElse("The program matches none of the rubric's descriptions.");
    }
}
