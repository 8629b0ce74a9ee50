package org.code.aiproxy.rubrictester.report.html;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.code.aiproxy.grading.assessment.Assessment.EvidenceCounts;
import org.code.aiproxy.model.Adjustment;
import org.code.aiproxy.model.catalogue.Usage;
import org.code.aiproxy.rubrictester.evaluation.Evaluation;
import org.code.aiproxy.rubrictester.experiment.LessonResult;
import org.code.aiproxy.rubrictester.report.html.PlacedItem.Found;
import org.code.aiproxy.rubrictester.report.html.StudentEntry.Fact;

/** What a run took: tokens, cost and time, and what came that could not be used. */
final class RunUsage {

    private final Evaluation evaluation;
    private final List<StudentEntry> students;

    RunUsage(Evaluation evaluation, List<StudentEntry> students) {
        this.evaluation = evaluation;
        this.students = students;
    }

    List<Fact> facts() {
        LessonResult result = evaluation.result();
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Tokens", tokens(result.usage())));
        facts.add(new Fact("Tokens estimated", tokens(result.estimate().usage())));
        facts.add(new Fact("Tokens cached", cached(result.usage())));
        facts.add(new Fact("Tokens of thinking", Numbers.count(result.usage().reasoningTokens())));
        facts.add(new Fact("Cost", Numbers.usd(result.usd())));
        facts.add(new Fact("Cost estimated", Numbers.usd(result.estimate().usd())));
        facts.add(
                new Fact(
                        "Latency of a student",
                        evaluation
                                .latencies()
                                .map(it ->
                                        "half within %s, 90 %% within %s, 99 %% within %s"
                                                .formatted(
                                                        Numbers.seconds(it.p50()),
                                                        Numbers.seconds(it.p90()),
                                                        Numbers.seconds(it.p99())))
                                .orElse(Numbers.UNDEFINED)));
        facts.add(new Fact("Invalid responses", Numbers.count(evaluation.invalidResponses())));
        List<Adjustment> adjusted = evaluation.adjusted();
        if (!adjusted.isEmpty()) {
            facts.add(new Fact("Adjusted for the model", adjusted(adjusted)));
        }
        facts.add(new Fact("Evidence", evidence()));
        if (evaluation.evidence().items() > 0) {
            facts.add(new Fact("Evidence as the model gave it", given(evaluation.evidence())));
        }
        return facts;
    }

    private static String adjusted(List<Adjustment> adjusted) {
        return adjusted.stream()
                .map(one ->
                        "%s %s (%s)"
                                .formatted(one.parameter().wireName(), one.change(), one.reason()))
                .collect(Collectors.joining("; "));
    }

    private static String tokens(Usage usage) {
        return "%s in, %s out"
                .formatted(
                        Numbers.count(usage.promptTokens()), Numbers.count(usage.outputTokens()));
    }

    private static String cached(Usage usage) {
        return "%s of the input read from a cache, %s written to one"
                .formatted(
                        Numbers.count(usage.cachedTokens()),
                        Numbers.count(usage.cacheWriteTokens()));
    }

    private static String given(EvidenceCounts evidence) {
        return "%s: %d corrected to other lines, %d whose code is not in the program"
                .formatted(
                        Numbers.counted(evidence.items(), "place", "places"),
                        evidence.corrected(),
                        evidence.unverified());
    }

    private String evidence() {
        int items =
                students.stream()
                        .flatMap(it -> it.concepts().stream())
                        .mapToInt(it -> it.items().size())
                        .sum();
        return items == 0
                ? "none"
                : "%s: %d with code on the stated lines, %d with code on other lines, %d with code that is not in the program, %d without code"
                        .formatted(
                                Numbers.counted(items, "place", "places"),
                                count(Found.AS_STATED),
                                count(Found.ELSEWHERE),
                                count(Found.NOWHERE),
                                count(Found.NOT_QUOTED));
    }

    private long count(Found found) {
        return students.stream()
                .flatMap(it -> it.concepts().stream())
                .flatMap(it -> it.items().stream())
                .filter(it -> it.found() == found)
                .count();
    }
}
