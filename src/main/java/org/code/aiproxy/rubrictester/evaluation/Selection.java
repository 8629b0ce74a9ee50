package org.code.aiproxy.rubrictester.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.code.aiproxy.rubrictester.statistics.selective.Guarantee;
import org.code.aiproxy.rubrictester.statistics.selective.Promise;
import org.code.aiproxy.rubrictester.statistics.selective.ScoredLabel;

/**
 * Which labels of a lesson can be given without a person.
 *
 * @param lesson the lesson's id
 * @param model the model that labelled
 * @param promise what is to hold of these labels
 * @param labels all that people labelled too, and of which the AI says how sure it is
 * @param pooled one threshold for all key concepts, if it was looked for and found
 * @param byConcept a threshold for each key concept that was looked for; empty where none was found
 */
public record Selection(
        String lesson,
        String model,
        Promise promise,
        List<ScoredLabel> labels,
        Optional<Guarantee> pooled,
        SequencedMap<String, Optional<Guarantee>> byConcept) {

    /** Of the lots: any number, but always the same. */
    private static final long SEED = 20_261;

    private static final List<Double> OTHERS = List.of(0.05, 0.10, 0.15, 0.20);

    /**
     * What labels certify at an error.
     *
     * @param guarantee empty where they certify nothing
     * @param fewest how many students it takes whose labels are all right
     */
    public record Certificate(Promise promise, Optional<Guarantee> guarantee, int fewest) {}

    public Selection {
        labels = List.copyOf(labels);
    }

    /**
     * Looks for the thresholds.
     *
     * @param separately whether each key concept is to have its own
     */
    public static Selection of(Evaluation evaluation, Promise promise, boolean separately) {
        List<ScoredLabel> labels = evaluation.scored();
        SequencedMap<String, Optional<Guarantee>> byConcept = new LinkedHashMap<>();
        if (separately) {
            for (String name : evaluation.result().experiment().rubric().names()) {
                byConcept.put(name, Guarantee.of(about(name, labels), promise, SEED));
            }
        }
        return new Selection(
                evaluation.result().experiment().id(),
                evaluation.result().model(),
                promise,
                labels,
                separately ? Optional.empty() : Guarantee.of(labels, promise, SEED),
                byConcept);
    }

    private static List<ScoredLabel> about(String concept, List<ScoredLabel> labels) {
        return labels.stream().filter(label -> label.keyConcept().equals(concept)).toList();
    }

    /** Whether any label can be given without a person. */
    public boolean isCertified() {
        return pooled.isPresent() || byConcept.values().stream().anyMatch(Optional::isPresent);
    }

    /** What a person should know, each a line. */
    public List<String> sentences() {
        List<String> lines = new ArrayList<>();
        lines.add(
                "%s, %s: %d labels of %d students have a confidence."
                        .formatted(lesson, model, labels.size(), students()));
        if (labels.isEmpty()) {
            lines.add(
                    "  Without a confidence nothing can be certified. Use a model that decides"
                            + " (-l decisions.gpt-6-luna), or let several responses vote (-n 3).");
            return lines;
        }
        if (byConcept.isEmpty()) {
            lines.addAll(found("All key concepts", pooled));
        } else {
            byConcept.forEach((name, guarantee) -> lines.addAll(found(name, guarantee)));
        }
        lines.add("  The same labels would certify, for all key concepts together:");
        certificates().forEach(it -> lines.add("    " + inWords(it)));
        return lines;
    }

    private List<String> found(String what, Optional<Guarantee> guarantee) {
        return guarantee
                .map(it ->
                        List.of(
                                "  %s: labels with a confidence of %.2f or more need no person. At most %s of them are wrong, with %s certainty."
                                        .formatted(
                                                what,
                                                it.threshold(),
                                                percent(promise.maxError()),
                                                percent(promise.certainty())),
                                "    Tested on one label each of %d students: %d wrong, so no more than %s are. They are %s of all labels."
                                        .formatted(
                                                it.tested(),
                                                it.errors(),
                                                percent(it.bound()),
                                                coverage(it))))
                .orElseGet(() ->
                        List.of(
                                "  %s: these labels don't certify that at most %s are wrong, so a person should check all of them."
                                        .formatted(what, percent(promise.maxError())),
                                "    It takes %d students whose labels are sure without a single error, or %d with one."
                                        .formatted(promise.fewest(0), promise.fewest(1))));
    }

    /** What the same labels certify, for all key concepts together, at several errors. */
    public List<Certificate> certificates() {
        return OTHERS.stream()
                .map(error -> {
                    Promise other = new Promise(error, promise.certainty());
                    return new Certificate(
                            other, Guarantee.of(labels, other, SEED), other.fewest(0));
                })
                .toList();
    }

    private static String inWords(Certificate certificate) {
        String error = percent(certificate.promise().maxError());
        return certificate
                .guarantee()
                .map(it ->
                        "at most %s wrong: from a confidence of %.2f, %s of all labels"
                                .formatted(error, it.threshold(), coverage(it)))
                .orElseGet(() ->
                        "at most %s wrong: nothing (at least %d students without an error)"
                                .formatted(error, certificate.fewest()));
    }

    private static String coverage(Guarantee guarantee) {
        return percent(guarantee.coverage().value().orElse(0))
                + guarantee
                        .coverage()
                        .interval()
                        .map(it ->
                                " (%.0f to %.0f)"
                                        .formatted(
                                                100 * Math.max(0, it.low()),
                                                100 * Math.min(1, it.high())))
                        .orElse("");
    }

    private static String percent(double share) {
        double percent = 100 * share;
        boolean isWhole = Math.abs(percent - Math.rint(percent)) < 0.05;
        return (isWhole ? "%.0f %%" : "%.1f %%").formatted(percent);
    }

    private long students() {
        return labels.stream().map(ScoredLabel::student).distinct().count();
    }
}
