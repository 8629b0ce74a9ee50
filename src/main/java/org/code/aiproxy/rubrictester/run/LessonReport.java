package org.code.aiproxy.rubrictester.run;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.code.aiproxy.console.Tone;
import org.code.aiproxy.rubrictester.evaluation.CeilingSentence;
import org.code.aiproxy.rubrictester.evaluation.Evaluation;
import org.code.aiproxy.rubrictester.evaluation.Headline;
import org.code.aiproxy.rubrictester.evaluation.Thresholds;
import org.code.aiproxy.rubrictester.evaluation.Thresholds.Check;
import org.code.aiproxy.rubrictester.evaluation.Verdict;
import org.code.aiproxy.rubrictester.evaluation.Verdict.Threshold;
import org.code.aiproxy.rubrictester.experiment.LessonResult;
import org.code.aiproxy.rubrictester.experiment.ResponseCache;
import org.code.aiproxy.rubrictester.report.file.Confidence;
import org.code.aiproxy.rubrictester.report.file.JUnitXml;
import org.code.aiproxy.rubrictester.report.file.LabelsCsv;
import org.code.aiproxy.rubrictester.report.file.Metrics;
import org.code.aiproxy.rubrictester.report.file.RunRecord;
import org.code.aiproxy.rubrictester.report.html.HtmlReport;
import org.code.aiproxy.rubrictester.statistics.Estimate;
import org.code.aiproxy.rubrictester.statistics.Interval;
import org.code.aiproxy.rubrictester.statistics.Scale;
import org.code.aiproxy.rubrictester.terminal.Note;

/** All that a lesson's run leaves behind. */
final class LessonReport {

    private final Finished lesson;
    private final RunOptions options;
    private final Path output;
    private final Evaluation evaluation;
    private final Optional<String> ceiling;
    private final List<Check> checks;

    LessonReport(Finished lesson, RunOptions options) {
        this.lesson = lesson;
        this.options = options;
        this.output = lesson.output(options);
        this.evaluation = Evaluation.of(lesson.result());
        this.ceiling = CeilingSentence.of(evaluation);
        this.checks = options.accuracy ? thresholds().check(evaluation) : List.of();
    }

    Evaluation evaluation() {
        return evaluation;
    }

    /** The accuracy thresholds; none unless they were asked for. */
    List<Check> checks() {
        return checks;
    }

    /** Whether a student has no labels. */
    boolean isIncomplete() {
        return result().graded().size() < result().results().size();
    }

    /**
     * Writes the files, and keeps them with what was run as a version.
     *
     * @param version the run's number
     */
    void write(int version) {
        if (!isWritten()) {
            return;
        }
        LabelsCsv.write(result(), output.resolve("labels.csv"));
        Metrics.write(evaluation, output.resolve("metrics.json"));
        RunRecord.write(result(), output.resolve("run.json"));
        writePages();
        if (options.newLabels) {
            LabelsCsv.writeAsActualLabels(result(), newLabels());
        }
        if (options.confidence) {
            new Confidence(evaluation).write(lesson.job().results(options));
        }
        if (options.accuracy) {
            JUnitXml.write(checks, output.resolve("junit.xml"));
        }
        Path results = lesson.job().results(options);
        new RunVersions(results)
                .keep(
                        version,
                        result().experiment(),
                        output,
                        results.resolve(ResponseCache.FOLDER));
    }

    /** Each page shows its own thresholds; where it has none, it says what the other's come to. */
    private void writePages() {
        write(Scale.PASS_FAIL, Scale.EXACT, "report-pass-fail.html");
        write(Scale.EXACT, Scale.PASS_FAIL, "report-exact-match.html");
    }

    private void write(Scale scale, Scale other, String name) {
        Verdict own = new Verdict("", thresholds(scale), List.of());
        Verdict others = new Verdict("", thresholds(other), List.of());
        String thresholds = (own.thresholds().isEmpty() ? others : own).text();
        Verdict shown =
                new Verdict(
                        Headline.of(evaluation, scale) + " " + thresholds,
                        own.thresholds(),
                        remarks());
        HtmlReport.write(evaluation, scale, shown, output.resolve(name));
    }

    private List<String> remarks() {
        return Stream.concat(
                        ceiling.stream(),
                        options.confidence
                                ? new Confidence(evaluation).doubts().stream()
                                : Stream.empty())
                .toList();
    }

    private List<Threshold> thresholds(Scale scale) {
        return checks.stream().filter(it -> it.scale() == scale).map(Check::threshold).toList();
    }

    /** What a person should know, the verdict first. */
    List<Note> notes() {
        List<Note> notes = new ArrayList<>();
        notes.add(new Note(Tone.HEADING, verdict()));
        ceiling.map(Note::plain).ifPresent(notes::add);
        if (options.accuracy) {
            notes.add(Note.plain(used()));
        }
        checks.forEach(check ->
                notes.add(new Note(check.isMet() ? Tone.GOOD : Tone.BAD, sentence(check))));
        if (options.confidence) {
            new Confidence(evaluation)
                    .doubts()
                    .forEach(doubt -> notes.add(new Note(Tone.WARNING, doubt)));
        }
        if (options.newLabels) {
            notes.add(Note.plain("The AI's labels are in " + newLabels()));
        }
        return notes;
    }

    private String verdict() {
        return "%s: %s%s %d of %d programs labelled."
                .formatted(
                        result().experiment().id(),
                        Headline.of(evaluation, Scale.EXACT),
                        passFail(),
                        result().graded().size(),
                        result().results().size());
    }

    private String passFail() {
        Estimate accuracy = evaluation.figures(Scale.PASS_FAIL).overall().accuracy();
        return accuracy.value().isEmpty()
                ? ""
                : " Pass or fail: %.0f %%%s."
                        .formatted(
                                100 * accuracy.value().getAsDouble(),
                                accuracy.interval().map(LessonReport::shown).orElse(""));
    }

    /** Where reports are, a sentence; blank where there are none. */
    static String place(List<LessonReport> all) {
        List<Path> folders =
                all.stream()
                        .filter(LessonReport::isWritten)
                        .map(it -> shortened(it.output))
                        .toList();
        return switch (folders.size()) {
            case 0 -> "";
            case 1 -> "Reports are in " + folders.getFirst();
            default ->
                    "Reports are in %s and %d more folders like it"
                            .formatted(folders.getFirst(), folders.size() - 1);
        };
    }

    /** As seen from the working directory, where it is below. */
    private static Path shortened(Path path) {
        Path here = Path.of("").toAbsolutePath();
        return path.startsWith(here) ? here.relativize(path) : path;
    }

    /** Of a lesson that was stopped before its first program there is nothing to report. */
    private boolean isWritten() {
        return result().notRun().size() < result().results().size();
    }

    private static String shown(Interval interval) {
        return " (%.0f to %.0f %%)".formatted(100 * interval.low(), 100 * interval.high());
    }

    private String used() {
        String measures =
                checks.stream().map(Check::measure).distinct().collect(Collectors.joining(" and "));
        return checks.isEmpty()
                ? "%s has no thresholds for %s."
                        .formatted(Thresholds.FILE, result().experiment().id())
                : "Thresholds for %s: %s.".formatted(result().experiment().id(), measures);
    }

    private static String sentence(Check check) {
        return "%s %s, %s: %s in %s, %.1f %% required."
                .formatted(
                        check.isMet() ? "Met" : "MISSED",
                        check.lesson(),
                        check.measure(),
                        "%d of %d".formatted(check.reached().successes(), check.reached().n()),
                        check.name(),
                        100 * check.required());
    }

    private Thresholds thresholds() {
        Path experiment =
                Optional.ofNullable(lesson.job().folder().toAbsolutePath().getParent())
                        .orElseThrow();
        return Thresholds.read(experiment.resolve(Thresholds.FILE));
    }

    private Path newLabels() {
        return output.resolve("%s-new-labels.csv".formatted(LocalDate.now(ZoneId.systemDefault())));
    }

    LessonResult result() {
        return lesson.result();
    }
}
