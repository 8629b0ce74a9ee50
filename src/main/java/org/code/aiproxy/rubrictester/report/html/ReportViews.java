package org.code.aiproxy.rubrictester.report.html;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.code.aiproxy.grading.rubric.Label;
import org.code.aiproxy.grading.rubric.Rubric;
import org.code.aiproxy.rubrictester.evaluation.Evaluation;
import org.code.aiproxy.rubrictester.evaluation.Verdict;
import org.code.aiproxy.rubrictester.experiment.LessonResult;
import org.code.aiproxy.rubrictester.report.html.ReportView.Configuration;
import org.code.aiproxy.rubrictester.report.html.ReportView.Heading;
import org.code.aiproxy.rubrictester.report.html.ReportView.Missing;
import org.code.aiproxy.rubrictester.report.html.ReportView.RubricRow;
import org.code.aiproxy.rubrictester.report.html.ReportView.ThresholdRow;
import org.code.aiproxy.rubrictester.report.html.ReportView.VerdictView;
import org.code.aiproxy.rubrictester.report.html.StudentEntry.Fact;
import org.code.aiproxy.rubrictester.report.html.StudentEntry.Status;
import org.code.aiproxy.rubrictester.statistics.Figures;
import org.code.aiproxy.rubrictester.statistics.Scale;
import org.code.aiproxy.rubrictester.statistics.ceiling.Ceilings;

/** Puts into words what a report shows of an evaluation. */
final class ReportViews {

    /** The worst first, as everywhere in a report. */
    static final List<Label> LABELS =
            List.of(Label.NO, Label.LIMITED, Label.CONVINCING, Label.EXTENSIVE);

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);

    private final Evaluation evaluation;
    private final LessonResult result;
    private final Scale scale;
    private final Verdict verdict;
    private final List<StudentEntry> students;

    ReportViews(Evaluation evaluation, Scale scale, Verdict verdict, List<StudentEntry> students) {
        this.evaluation = evaluation;
        this.result = evaluation.result();
        this.scale = scale;
        this.verdict = verdict;
        this.students = students;
    }

    ReportView view() {
        Figures figures = evaluation.figures(scale);
        List<String> concepts = result.experiment().rubric().names();
        Certainty certainty = new Certainty(evaluation);
        RunUsage effort = new RunUsage(evaluation, students);
        return new ReportView(
                heading(),
                verdict(),
                new Tiles(evaluation, figures).tiles(),
                parameters(),
                result.experiment().warnings(),
                AccuracyBars.of(figures, verdict.thresholds(), result.results().size()),
                HeatMap.of(figures),
                figures(figures, certainty),
                VoteWords.of(evaluation.voteFigures(scale), concepts),
                certainty.view(concepts),
                effort.facts(),
                ErrorMatrix.of(students, concepts),
                concepts,
                scale.levels(),
                missing(),
                configuration());
    }

    private FigureTable figures(Figures figures, Certainty certainty) {
        FigureTable table =
                FigureTable.of(figures, result.graded().size(), result.results().size());
        Ceilings ceilings = evaluation.ceilings(scale);
        FigureTable withCeiling =
                ceilings.isEmpty() ? table : table.with(new CeilingRows(ceilings).group());
        return certainty.isKnown() ? withCeiling.with(certainty.group()) : withCeiling;
    }

    private Heading heading() {
        return new Heading(
                result.experiment().id(),
                switch (scale) {
                    case EXACT -> "Exact match";
                    case PASS_FAIL -> "Pass/fail";
                },
                switch (scale) {
                    case EXACT -> "A label counts as right if it matches the one that people gave.";
                    case PASS_FAIL ->
                            "A label counts as right if it and people's label both pass (Extensive or Convincing), or both don't.";
                },
                "%s on %s, with %s"
                        .formatted(
                                result.experiment().name(), result.datasetName(), result.model()));
    }

    private VerdictView verdict() {
        return new VerdictView(
                verdict.isMet().map(met -> met ? "met" : "missed").orElse("none"),
                verdict.text(),
                "%d of %d students graded%s. Cost %s, estimated %s."
                        .formatted(
                                result.graded().size(),
                                result.results().size(),
                                notGraded(),
                                Numbers.usd(result.usd()),
                                Numbers.usd(result.estimate().usd())),
                verdict.thresholds().stream()
                        .map(it ->
                                new ThresholdRow(
                                        it.name(),
                                        Numbers.percent(it.least()),
                                        Numbers.percent(it.accuracy()),
                                        it.isMet()))
                        .toList(),
                verdict.notes());
    }

    private String notGraded() {
        return (result.failed().isEmpty() ? "" : ", %d failed".formatted(result.failed().size()))
                + (result.notRun().isEmpty()
                        ? ""
                        : ", %d not run".formatted(result.notRun().size()));
    }

    private List<Fact> parameters() {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("experiment", result.experiment().name()));
        facts.add(new Fact("dataset", result.datasetName()));
        result.experiment().parameters().forEach((name, value) -> facts.add(new Fact(name, value)));
        facts.add(new Fact("begun", TIME.format(result.begun())));
        facts.add(new Fact("took", Numbers.seconds(result.took())));
        return facts;
    }

    private List<Missing> missing() {
        return students.stream()
                .filter(it -> it.status() != Status.GRADED)
                .map(it ->
                        new Missing(
                                it.name(),
                                it.status() == Status.FAILED ? "failed" : "not run",
                                it.note(),
                                Fragment.student(it.name())))
                .toList();
    }

    private Configuration configuration() {
        Rubric rubric = result.experiment().rubric();
        return new Configuration(
                result.experiment().spec().text().prompt(),
                LABELS.stream().map(Label::text).toList(),
                rubric.keyConcepts().stream()
                        .map(concept ->
                                new RubricRow(
                                        concept.name(),
                                        LABELS.stream()
                                                .map(it -> concept.description(it).orElse("–"))
                                                .toList()))
                        .toList(),
                rubric.text(),
                result.experiment().spec().text().examples());
    }
}
