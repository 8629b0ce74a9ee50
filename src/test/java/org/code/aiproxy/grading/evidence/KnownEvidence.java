package org.code.aiproxy.grading.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.code.aiproxy.grading.decisiontree.StaticAssessor;
import org.code.aiproxy.grading.feature.CodeFeatures;
import org.code.aiproxy.grading.feature.FeatureExtractor;
import org.code.aiproxy.grading.program.Program;

/** Places of a program with the code that is there, and code that is nowhere in it. */
final class KnownEvidence {

    private static final int LONGEST_BLOCK = 4;
    private static final StaticAssessor TREES = new StaticAssessor();

    private final Program program;
    private final List<String> code;

    /** A place with its code. */
    record Item(int first, int last, String snippet) {}

    KnownEvidence(Program program) {
        this.program = program;
        this.code = program.withoutComments().lines().stream().map(String::strip).toList();
    }

    /** What decision trees show, and every line of code and up to three that follow. */
    List<Item> items() {
        return Stream.concat(ofDecisionTrees().distinct(), ofLines()).toList();
    }

    private Stream<Item> ofDecisionTrees() {
        CodeFeatures features = new FeatureExtractor().extract(program.code());
        return TREES.lessons().stream()
                .flatMap(lesson ->
                        TREES.keyConcepts(lesson).stream()
                                .map(concept -> TREES.assess(lesson, concept, features)))
                .flatMap(assessment -> assessment.evidence().stream())
                .map(item -> item.place())
                .map(place -> new Item(place.firstLine(), place.lastLine(), place.snippet()));
    }

    private Stream<Item> ofLines() {
        return IntStream.rangeClosed(1, code.size())
                .boxed()
                .filter(first -> tells(code.get(first - 1)))
                .flatMap(first ->
                        IntStream.range(first, Math.min(first + LONGEST_BLOCK, code.size() + 1))
                                .filter(last -> !code.get(last - 1).isEmpty())
                                .mapToObj(last -> new Item(first, last, folded(first, last))))
                .filter(item -> !item.snippet().contains("`"));
    }

    /** No one quotes a bracket alone. */
    private static boolean tells(String line) {
        return line.chars().filter(Character::isLetterOrDigit).count() > 2;
    }

    private String folded(int first, int last) {
        return code.subList(first - 1, last).stream()
                .filter(Predicate.not(String::isEmpty))
                .collect(Collectors.joining(" "));
    }

    int lines() {
        return program.lines().size();
    }

    /** Whether code begins on a line, white space, quotes and semicolons aside. */
    boolean has(String snippet, int line) {
        int at = essence(folded(line, code.size())).indexOf(essence(snippet));
        return at >= 0 && at < essence(code.get(line - 1)).length();
    }

    /** Snippets that look real and of which the program has none, white space and so on aside. */
    List<String> invented(Random random) {
        String name = "q" + Integer.toString(random.nextInt(1_000_000, 2_000_000), 36);
        List<String> snippets =
                new ArrayList<>(
                        List.of(
                                name + "();",
                                "var " + name + " = createSprite(200, 200);",
                                "if (keyDown(\"" + name + "\")) { ... }",
                                name + ".x = " + name + ".x + 1;",
                                "rect(" + random.nextInt(1_000, 9_000) + ", 2, 3, 4);"));
        ofLines()
                .filter(item -> item.first() == item.last())
                .map(item -> item.snippet().replaceAll("[0-9]++", "7$07"))
                .forEach(snippets::add);
        String essence = essence(String.join("", code));
        return snippets.stream().filter(snippet -> !essence.contains(essence(snippet))).toList();
    }

    private static String essence(String code) {
        return code.replaceAll("[\\s;'\"]", "");
    }
}
