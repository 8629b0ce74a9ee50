package org.code.aiproxy.grading.baseline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.code.aiproxy.grading.feature.CodeFeatures;

/**
 * What a rubric's cell asks for, as far as it can be counted.
 *
 * @param clauses all of them must hold; of each clause's requirements one is enough
 */
record Description(List<List<Requirement>> clauses) {

    private static final Pattern CLAUSE_END = Pattern.compile("[,;.:\n]|\\band\\b|\\bwith\\b");
    private static final Pattern ALTERNATIVE = Pattern.compile("\\bor\\b");

    /**
     * What would be read as something else: the draw loop isn't a loop, nor "2 or more" a choice.
     */
    private static final Pattern MISLEADING =
            Pattern.compile("\\bdraw loop\\b|\\bor (?:more|greater)\\b|\\bcode\\b|`");

    private static final Pattern NONE =
            Pattern.compile("\\b(?:no|none|not|never|without|nothing|zero)\\b|n['\u2019]t\\b");

    /** A thing, and what is said of it: "a function that is never called". */
    private static final Pattern THING_AND_QUALITY =
            Pattern.compile("(.*?)\\b(?:that|which|but|is|are|do|does)(?=\\b|n['\u2019]t)(.*)");

    private static final Pattern COUNT =
            Pattern.compile(
                    "(\\bmore than )?\\b(\\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten"
                            + "|single|multiple|several|many|some|various|both)\\b");
    private static final Map<String, Integer> NUMBERS =
            Map.ofEntries(
                    Map.entry("one", 1),
                    Map.entry("single", 1),
                    Map.entry("two", 2),
                    Map.entry("both", 2),
                    Map.entry("multiple", 2),
                    Map.entry("several", 2),
                    Map.entry("many", 2),
                    Map.entry("some", 1),
                    Map.entry("various", 2),
                    Map.entry("three", 3),
                    Map.entry("four", 4),
                    Map.entry("five", 5),
                    Map.entry("six", 6),
                    Map.entry("seven", 7),
                    Map.entry("eight", 8),
                    Map.entry("nine", 9),
                    Map.entry("ten", 10));

    static Description parse(String cell) {
        String text = MISLEADING.matcher(cell.toLowerCase(Locale.ROOT)).replaceAll(" ");
        List<List<Requirement>> clauses = new ArrayList<>();
        for (String clause : CLAUSE_END.splitAsStream(text).toList()) {
            List<Requirement> alternatives =
                    ALTERNATIVE.splitAsStream(clause).flatMap(Description::requirement).toList();
            if (!alternatives.isEmpty()) {
                clauses.add(alternatives);
            }
        }
        return new Description(List.copyOf(clauses));
    }

    /**
     * Whether the program has what is asked for; false for a cell that asks for nothing countable.
     */
    boolean isMetBy(CodeFeatures features) {
        return !clauses.isEmpty()
                && clauses.stream()
                        .allMatch(clause -> clause.stream().anyMatch(one -> one.isMetBy(features)));
    }

    /** Everything that it counts, each once. */
    List<Subject> subjects() {
        return clauses.stream()
                .flatMap(List::stream)
                .flatMap(Requirement::subjects)
                .distinct()
                .toList();
    }

    private static Stream<Requirement> requirement(String phrase) {
        return without(phrase)
                .or(() ->
                        Subject.of(phrase).map(subject -> new Requirement(subject, least(phrase))))
                .stream();
    }

    /**
     * Things that lack a quality: there must be the thing, or the phrase would hold without one.
     */
    private static Optional<Requirement> without(String phrase) {
        Matcher parts = THING_AND_QUALITY.matcher(phrase);
        if (!parts.matches()
                || NONE.matcher(parts.group(1)).find()
                || !NONE.matcher(parts.group(2)).find()) {
            return Optional.empty();
        }
        Optional<Subject> thing = Subject.of(parts.group(1));
        Optional<Subject> withQuality = Subject.of(NONE.matcher(phrase).replaceAll(" "));
        return thing.filter(it -> !withQuality.equals(Optional.of(it)))
                .map(it -> new Requirement(it, withQuality, Math.max(1, least(parts.group(1)))));
    }

    private static int least(String phrase) {
        if (NONE.matcher(phrase).find()) {
            return 0;
        }
        Matcher count = COUNT.matcher(phrase);
        if (!count.find()) {
            return 1;
        }
        int number =
                Optional.ofNullable(NUMBERS.get(count.group(2)))
                        .orElseGet(() -> Integer.valueOf(count.group(2)));
        return count.group(1) == null ? number : number + 1;
    }
}
