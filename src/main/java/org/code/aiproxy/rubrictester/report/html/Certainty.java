package org.code.aiproxy.rubrictester.report.html;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.code.aiproxy.rubrictester.evaluation.Evaluation;
import org.code.aiproxy.rubrictester.evaluation.Selection;
import org.code.aiproxy.rubrictester.evaluation.Selection.Certificate;
import org.code.aiproxy.rubrictester.report.html.FigureTable.Cell;
import org.code.aiproxy.rubrictester.report.html.FigureTable.Group;
import org.code.aiproxy.rubrictester.report.html.FigureTable.Row;
import org.code.aiproxy.rubrictester.statistics.Estimate;
import org.code.aiproxy.rubrictester.statistics.Interval;
import org.code.aiproxy.rubrictester.statistics.calibration.Calibration;
import org.code.aiproxy.rubrictester.statistics.calibration.Calibration.Bin;
import org.code.aiproxy.rubrictester.statistics.calibration.Forecast;
import org.code.aiproxy.rubrictester.statistics.selective.Guarantee;
import org.code.aiproxy.rubrictester.statistics.selective.Promise;
import org.code.aiproxy.rubrictester.statistics.selective.ScoredLabel;

/** Whether the AI's confidence is justified, and which labels a person has to look at. */
final class Certainty {

    /** What {@code guarantee} promises unless it is told otherwise. */
    private static final Promise USUAL = new Promise(0.10, 0.90);

    private final List<Calibration> calibrations;
    private final Selection selection;

    Certainty(Evaluation evaluation) {
        List<Forecast> all = evaluation.forecasts();
        this.calibrations =
                Stream.concat(
                                Stream.of(all),
                                evaluation.result().experiment().rubric().names().stream()
                                        .map(name -> about(name, all)))
                        .map(Calibration::of)
                        .toList();
        this.selection = Selection.of(evaluation, USUAL, false);
    }

    /**
     * All that the template shows.
     *
     * @param known whether the AI says how sure it is of any label
     * @param reliability the bins of the reliability diagram
     * @param curve accuracy against coverage, as the points of a line
     * @param shares the curve's values at tenths
     * @param certificates what the labels certify
     * @param rule from when on a label needs no person
     * @param teacher who goes to the teacher
     */
    record View(
            boolean known,
            List<Mark> reliability,
            String curve,
            List<Share> shares,
            List<Promised> certificates,
            String rule,
            List<ForTeacher> teacher) {}

    /** A bin: how sure the AI was, how often it was right, of how many; and where to draw it. */
    record Mark(String confidence, String right, int n, String x, String y) {}

    /** What giving only the surest labels would bring. */
    record Share(String coverage, String accuracy, String confidence) {}

    /** What the labels certify at an error. */
    record Promised(String error, String threshold, String coverage, String note) {}

    /** A student with the key concepts that a person has to look at. */
    record ForTeacher(String student, String link, String concepts) {}

    boolean isKnown() {
        return !selection.labels().isEmpty();
    }

    View view(List<String> concepts) {
        Calibration all = calibrations.getFirst();
        return new View(
                isKnown(),
                all.bins().stream().map(Certainty::mark).toList(),
                all.curve().stream()
                        .map(it ->
                                PlotArea.across(it.coverage()) + "," + PlotArea.down(it.accuracy()))
                        .collect(Collectors.joining(" ")),
                shares(all),
                selection.certificates().stream().map(Certainty::promised).toList(),
                rule(),
                teacher(concepts));
    }

    private static List<Forecast> about(String concept, List<Forecast> forecasts) {
        return forecasts.stream().filter(it -> it.rating().keyConcept().equals(concept)).toList();
    }

    private static Mark mark(Bin bin) {
        return new Mark(
                Numbers.percent(bin.confidence()),
                Numbers.percent(bin.accuracy()),
                bin.n(),
                PlotArea.across(bin.confidence()),
                PlotArea.down(bin.accuracy()));
    }

    /** The first point of each tenth of coverage; ties can make a step longer than that. */
    private static List<Share> shares(Calibration all) {
        SequencedMap<Integer, Share> byTenth = new LinkedHashMap<>();
        for (Calibration.Point point : all.curve()) {
            byTenth.putIfAbsent(
                    (int) Math.floor(point.coverage() * 10 + 1e-9),
                    new Share(
                            Numbers.percent(point.coverage()),
                            Numbers.percent(point.accuracy()),
                            "from %s".formatted(Numbers.decimal(point.confidence()))));
        }
        byTenth.remove(0);
        return List.copyOf(byTenth.values());
    }

    private static Promised promised(Certificate certificate) {
        String error = Numbers.percent(certificate.promise().maxError());
        return certificate
                .guarantee()
                .map(it ->
                        new Promised(
                                error,
                                Numbers.decimal(it.threshold()),
                                "%s (%s)"
                                        .formatted(
                                                Numbers.percent(it.coverage().value()),
                                                Numbers.percents(
                                                        it.coverage()
                                                                .interval()
                                                                .map(Interval::ofShare))),
                                "%d wrong of %d tested".formatted(it.errors(), it.tested())))
                .orElseGet(() ->
                        new Promised(
                                error,
                                "none",
                                "0 %",
                                "takes %d students without an error"
                                        .formatted(certificate.fewest())));
    }

    private String rule() {
        return selection
                .pooled()
                .map(it ->
                        "Labels with a confidence of %s or more need no person: at most %s of them are wrong, with %s certainty."
                                .formatted(
                                        Numbers.decimal(it.threshold()),
                                        Numbers.percent(USUAL.maxError()),
                                        Numbers.percent(USUAL.certainty())))
                .orElse(
                        "These labels don't certify that at most %s are wrong, so a person should check all of them."
                                .formatted(Numbers.percent(USUAL.maxError())));
    }

    private List<ForTeacher> teacher(List<String> concepts) {
        Map<String, List<ScoredLabel>> byStudent =
                selection.labels().stream()
                        .filter(this::needsAPerson)
                        .collect(
                                Collectors.groupingBy(
                                        ScoredLabel::student, TreeMap::new, Collectors.toList()));
        return byStudent.entrySet().stream()
                .map(it ->
                        new ForTeacher(
                                it.getKey(),
                                Fragment.student(
                                        it.getKey(),
                                        concepts.indexOf(it.getValue().getFirst().keyConcept())),
                                it.getValue().stream()
                                        .map(label ->
                                                "%s (%s)"
                                                        .formatted(
                                                                label.keyConcept(),
                                                                Numbers.decimal(
                                                                        label.confidence())))
                                        .collect(Collectors.joining(", "))))
                .toList();
    }

    private boolean needsAPerson(ScoredLabel label) {
        return selection.pooled().isEmpty()
                || !Guarantee.reaches(label, selection.pooled().orElseThrow().threshold());
    }

    /** The figures, overall and of each key concept. */
    Group group() {
        return new Group(
                "Whether the AI's confidence is justified",
                List.of(
                        row(
                                "Brier score",
                                "0 is certainty that is right, 2 certainty that is wrong.",
                                it -> decimals(it.brier())),
                        row(
                                "Expected calibration error",
                                "By how much confidence and accuracy differ; intervals by bootstrap over students.",
                                it -> decimals(it.error())),
                        row(
                                "AUROC of being right",
                                "How probable it is that the AI is surer of a right label than of a wrong one; 0.5 is chance.",
                                it -> decimals(it.auroc())),
                        row(
                                "Labels with a confidence",
                                "",
                                it -> Cell.of(Numbers.count(it.forecasts())))));
    }

    private Row row(String name, String meaning, Function<Calibration, Cell> cell) {
        return new Row(name, meaning, calibrations.stream().map(cell).toList());
    }

    private static Cell decimals(Estimate estimate) {
        return new Cell(
                Numbers.decimal(estimate.value()), Numbers.decimals(estimate.interval()), false);
    }
}
