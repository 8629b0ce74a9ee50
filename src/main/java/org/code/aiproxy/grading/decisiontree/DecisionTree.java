package org.code.aiproxy.grading.decisiontree;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.code.aiproxy.grading.feature.CodeFeatures;
import org.code.aiproxy.grading.feature.Finding;
import org.code.aiproxy.grading.feature.Measure;
import org.code.aiproxy.grading.rubric.Label;

/**
 * How one key concept is labelled: by the first rule that holds, or as no evidence.
 *
 * @param shows the facts that the tree looks at, for its evidence
 */
record DecisionTree(String keyConcept, List<Rule> rules, List<EvidenceSource> shows) {

    /** A label, and what a program needs for it. */
    record Rule(Label label, List<Needed> needs) {

        Rule {
            needs = List.copyOf(needs);
        }

        static Rule label(Label label, Needed... needs) {
            return new Rule(label, List.of(needs));
        }

        boolean holdsFor(CodeFeatures program) {
            return needs.stream().allMatch(need -> need.isMetBy(program));
        }
    }

    /** That a program has at least so many of something. */
    record Needed(int atLeast, Measure measure) {

        static Needed atLeast(int count, Measure measure) {
            return new Needed(count, measure);
        }

        boolean isMetBy(CodeFeatures program) {
            return measure.of(program) >= atLeast;
        }
    }

    private static final Comparator<Finding> LINE_ORDER =
            Comparator.comparingInt((Finding item) -> item.place().firstLine())
                    .thenComparingInt(item -> item.place().lastLine());

    DecisionTree {
        rules = List.copyOf(rules);
        shows = List.copyOf(shows);
    }

    static DecisionTree of(String keyConcept, Rule... rules) {
        return new DecisionTree(keyConcept, List.of(rules), List.of());
    }

    DecisionTree showing(EvidenceSource... sources) {
        return new DecisionTree(keyConcept, rules, List.of(sources));
    }

    StaticAssessment assess(CodeFeatures program) {
        return new StaticAssessment(label(program), observations(program), evidence(program));
    }

    private Label label(CodeFeatures program) {
        return rules.stream()
                .filter(rule -> rule.holdsFor(program))
                .findFirst()
                .map(Rule::label)
                .orElse(Label.NO);
    }

    private String observations(CodeFeatures program) {
        return rules.stream()
                .flatMap(rule -> rule.needs().stream())
                .map(Needed::measure)
                .distinct()
                .map(measure -> measure.inWords(program))
                .collect(Collectors.joining(", ", "The program has ", "."));
    }

    private List<Finding> evidence(CodeFeatures program) {
        Predicate<Finding> isNew = new FirstOfItsKind();
        Stream<Finding> items = shows.stream().flatMap(source -> source.in(program));
        return items.filter(isNew).sorted(LINE_ORDER).toList();
    }
}
