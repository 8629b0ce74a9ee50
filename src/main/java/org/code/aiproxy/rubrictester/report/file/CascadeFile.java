package org.code.aiproxy.rubrictester.report.file;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.code.aiproxy.rubrictester.evaluation.CascadeStudy;
import org.code.aiproxy.rubrictester.statistics.cascade.CascadeChoice.Point;
import org.code.aiproxy.rubrictester.statistics.cascade.Route;
import org.jspecify.annotations.Nullable;

/** Which models to ask in which order, as it was chosen. */
public final class CascadeFile {

    public static final String FILE = "cascade.json";

    private CascadeFile() {}

    /** Writes it. */
    public static void write(CascadeStudy study, Path file) {
        SequencedMap<String, Object> json = new LinkedHashMap<>();
        json.put("lesson", study.lesson());
        json.put("programs", study.choice().programs());
        json.put("left_out", study.leftOut());
        json.put("steps", steps(study, study.choice().chosen().route()));
        json.put("usd_per_program", study.choice().chosen().usd());
        json.put("accuracy", study.choice().chosen().accuracy());
        json.put("best_alone", point(study, study.choice().best()));
        SequencedMap<String, Object> heldOut = new LinkedHashMap<>();
        heldOut.put("accuracy_difference", study.choice().heldOut().value().orElse(0));
        heldOut.put("low", end(study, true));
        heldOut.put("high", end(study, false));
        heldOut.put("allowance", CascadeStudy.ALLOWANCE);
        json.put("held_out", heldOut);
        json.put(
                "frontier",
                study.choice().frontier().stream().map(it -> point(study, it)).toList());
        Output.writeJson(file, json);
    }

    private static @Nullable Double end(CascadeStudy study, boolean isLow) {
        return study.choice()
                .heldOut()
                .interval()
                .map(it -> isLow ? it.low() : it.high())
                .orElse(null);
    }

    private static SequencedMap<String, Object> point(CascadeStudy study, Point point) {
        SequencedMap<String, Object> json = new LinkedHashMap<>();
        json.put("steps", steps(study, point.route()));
        json.put("usd_per_program", point.usd());
        json.put("accuracy", point.accuracy());
        return json;
    }

    private static List<SequencedMap<String, Object>> steps(CascadeStudy study, Route route) {
        return route.steps().stream()
                .map(step -> {
                    SequencedMap<String, Object> json = new LinkedHashMap<>();
                    json.put("experiment", study.steps().get(step.model()).experiment());
                    json.put("model", study.steps().get(step.model()).model());
                    json.put("threshold", step.threshold());
                    return json;
                })
                .toList();
    }
}
