package org.code.aiproxy.rubrictester.report.file;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import java.util.function.ToDoubleFunction;
import org.code.aiproxy.rubrictester.evaluation.Evaluation;
import org.code.aiproxy.rubrictester.experiment.LessonResult;
import org.code.aiproxy.rubrictester.statistics.Agreement;
import org.code.aiproxy.rubrictester.statistics.ConfusionMatrix;
import org.code.aiproxy.rubrictester.statistics.Distances;
import org.code.aiproxy.rubrictester.statistics.Estimate;
import org.code.aiproxy.rubrictester.statistics.Figures;
import org.code.aiproxy.rubrictester.statistics.Interval;
import org.code.aiproxy.rubrictester.statistics.Proportion;
import org.code.aiproxy.rubrictester.statistics.Scale;
import org.code.aiproxy.rubrictester.statistics.VoteFigures;
import org.code.aiproxy.rubrictester.statistics.calibration.Calibration;
import org.code.aiproxy.rubrictester.statistics.calibration.Forecast;
import org.jspecify.annotations.Nullable;

/** All figures of a lesson as JSON, for programs; an undefined figure is null. */
public final class Metrics {

    private Metrics() {}

    /** Writes {@code metrics.json}. */
    public static void write(Evaluation evaluation, Path file) {
        Output.writeJson(file, of(evaluation));
    }

    /** The figures by name, as they are written. */
    public static SequencedMap<String, Object> of(Evaluation evaluation) {
        LessonResult result = evaluation.result();
        SequencedMap<String, Object> json = new LinkedHashMap<>();
        json.put("lesson", result.experiment().id());
        json.put("students", result.results().size());
        json.put("graded", result.graded().size());
        json.put("failed", result.failed().size());
        json.put("not_run", result.notRun().size());
        json.put("exact_match", figures(evaluation.figures(Scale.EXACT)));
        json.put("pass_fail", figures(evaluation.figures(Scale.PASS_FAIL)));
        json.put("votes", votes(evaluation.voteFigures(Scale.EXACT)));
        json.put("calibration", calibration(evaluation));
        json.put("human_ceiling", CeilingJson.of(evaluation.ceilings(Scale.EXACT)));
        json.put("invalid_responses", evaluation.invalidResponses());
        json.put("evidence", evaluation.evidence());
        json.put("adjusted", evaluation.adjusted());
        json.put("tokens", result.usage());
        json.put("usd", result.usd().orElse(null));
        evaluation
                .latencies()
                .ifPresent(it ->
                        json.put(
                                "latency_seconds",
                                Map.of(
                                        "p50", it.p50().toMillis() / 1000.0,
                                        "p90", it.p90().toMillis() / 1000.0,
                                        "p99", it.p99().toMillis() / 1000.0)));
        return json;
    }

    private static Map<String, Object> calibration(Evaluation evaluation) {
        List<Forecast> all = evaluation.forecasts();
        SequencedMap<String, Object> json = new LinkedHashMap<>();
        json.put("overall", calibration(Calibration.of(all)));
        SequencedMap<String, Object> concepts = new LinkedHashMap<>();
        for (String name : evaluation.result().experiment().rubric().names()) {
            concepts.put(
                    name,
                    calibration(
                            Calibration.of(
                                    all.stream()
                                            .filter(it -> it.rating().keyConcept().equals(name))
                                            .toList())));
        }
        json.put("key_concepts", concepts);
        return json;
    }

    private static Map<String, Object> calibration(Calibration calibration) {
        SequencedMap<String, Object> json = new LinkedHashMap<>();
        json.put("n", calibration.forecasts());
        json.put("brier", estimate(calibration.brier()));
        json.put("expected_calibration_error", estimate(calibration.error()));
        json.put("auroc", estimate(calibration.auroc()));
        json.put("reliability", calibration.bins());
        json.put("accuracy_by_coverage", calibration.curve());
        return json;
    }

    private static Map<String, Object> figures(Figures figures) {
        SequencedMap<String, Object> json = new LinkedHashMap<>();
        json.put("overall", agreement(figures.overall()));
        SequencedMap<String, Object> concepts = new LinkedHashMap<>();
        figures.byKeyConcept().forEach((name, one) -> concepts.put(name, agreement(one)));
        json.put("key_concepts", concepts);
        return json;
    }

    private static Map<String, Object> agreement(Agreement agreement) {
        ConfusionMatrix confusion = agreement.confusion();
        Distances distances = agreement.distances();
        SequencedMap<String, Object> json = new LinkedHashMap<>();
        json.put("n", confusion.n());
        json.put("students", agreement.students());
        json.put("accuracy", estimate(agreement.accuracy()));
        json.put("majority_baseline", estimate(agreement.majorityBaseline().estimate()));
        json.put("within_one_level", estimate(confusion.withinOneLevel().estimate()));
        json.put("kappa", nullable(confusion.kappa()));
        json.put("quadratic_weighted_kappa", estimate(agreement.quadraticWeightedKappa()));
        json.put("bias", nullable(distances.bias()));
        json.put("standardised_mean_difference", nullable(distances.standardisedMeanDifference()));
        json.put("mean_absolute_distance", nullable(distances.meanAbsoluteDistance()));
        json.put("macro_f1", nullable(confusion.macroF1()));
        json.put("precision", precision(confusion));
        json.put("stuart_maxwell", agreement.marginTest().orElse(null));
        json.put("flags", agreement.flags());
        json.put("levels", confusion.scale().levels());
        json.put("confusion_people_by_ai", confusion.counts());
        return json;
    }

    private static Map<String, Object> precision(ConfusionMatrix confusion) {
        SequencedMap<String, Object> json = new LinkedHashMap<>();
        List<String> levels = confusion.scale().levels();
        for (int level = 0; level < levels.size(); level++) {
            Proportion precision = confusion.precision(level);
            SequencedMap<String, Object> one = estimate(precision.estimate());
            one.put("n", precision.n());
            json.put(levels.get(level), one);
        }
        return json;
    }

    private static Map<String, Object> votes(VoteFigures votes) {
        SequencedMap<String, Object> json = new LinkedHashMap<>();
        json.put("fleiss_kappa", nullable(votes.agreement().kappa()));
        List<Map<String, Object>> curve = new ArrayList<>();
        votes.reliability()
                .curve()
                .forEach(point -> {
                    SequencedMap<String, Object> one = estimate(point.right().estimate());
                    one.put("n", point.right().n());
                    one.put("agreement", point.agreement());
                    curve.add(one);
                });
        json.put("reliability", curve);
        json.put(
                "second_look",
                votes.secondLook().stream()
                        .map(it -> it.rating().student() + ": " + it.rating().keyConcept())
                        .toList());
        return json;
    }

    static SequencedMap<String, Object> estimate(Estimate estimate) {
        SequencedMap<String, Object> json = new LinkedHashMap<>();
        json.put("value", nullable(estimate.value()));
        json.put("low", nullable(end(estimate, Interval::low)));
        json.put("high", nullable(end(estimate, Interval::high)));
        return json;
    }

    private static OptionalDouble end(Estimate estimate, ToDoubleFunction<Interval> end) {
        return estimate.interval().stream().mapToDouble(end).findAny();
    }

    private static @Nullable Double nullable(OptionalDouble figure) {
        return figure.isPresent() ? figure.getAsDouble() : null;
    }
}
