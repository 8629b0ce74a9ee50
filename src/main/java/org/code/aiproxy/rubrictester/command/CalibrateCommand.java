package org.code.aiproxy.rubrictester.command;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.code.aiproxy.console.ExitStatus;
import org.code.aiproxy.grading.voting.Recalibration;
import org.code.aiproxy.rubrictester.evaluation.Evaluation;
import org.code.aiproxy.rubrictester.evaluation.calibration.CalibrationFit;
import org.code.aiproxy.rubrictester.report.file.CalibrationFile;
import org.code.aiproxy.rubrictester.run.Job;
import org.code.aiproxy.rubrictester.run.Session;
import org.code.aiproxy.rubrictester.statistics.calibration.Forecast;
import org.code.aiproxy.rubrictester.terminal.CommandEnvironment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Fits what makes a confidence mean what it says. */
@Command(
        name = "calibrate",
        description = {
            "Finds what makes the AI's confidence mean what it says: a temperature, or a rising",
            "curve. Reads cached responses, and writes calibration.json beside the experiment's",
            "parameters, unless the confidence is best left as it is."
        },
        mixinStandardHelpOptions = true)
final class CalibrateCommand extends ToolCommand {

    private static final long SEED = 20_264;
    private static final int FEWEST = 10;

    @Parameters(index = "0", paramLabel = "EXPERIMENT", description = "The experiment's name.")
    private String experiment;

    @Mixin private final CachedRunOptions options = new CachedRunOptions();

    CalibrateCommand(CommandEnvironment surroundings) {
        super(surroundings);
    }

    @Override
    int run(Session session, PrintWriter out) {
        CachedRuns runs = options.of(session, session.workingCopy(progress()));
        for (Job job : runs.jobs(experiment, options.lessons)) {
            Evaluation evaluation = runs.evaluation(job);
            List<Forecast> forecasts = evaluation.forecasts();
            long students = forecasts.stream().map(it -> it.rating().student()).distinct().count();
            if (students < FEWEST) {
                out.println(
                        "%s: %d students' labels have a confidence; at least %d are needed. Use a model that decides (-l decisions.gpt-6-luna), or let several responses vote (-n 3)."
                                .formatted(job.experiment().id(), students, FEWEST));
                continue;
            }
            CalibrationFit fit = CalibrationFit.of(forecasts, SEED);
            out.println("%s: %s".formatted(job.experiment().id(), inWords(fit)));
            CalibrationFile.write(fit, evaluation.result().model(), job.folder())
                    .ifPresent(file -> out.println("  kept in " + file));
        }
        return ExitStatus.OK;
    }

    private static String inWords(CalibrationFit fit) {
        return fit.chosen().equals(Recalibration.NONE)
                ? "no calibration of %d labels is surely better on held-out students than the confidence as it is."
                        .formatted(fit.labels())
                : String.format(
                        Locale.ROOT,
                        "%s, from %d labels. The confidence's mean squared error on held-out students goes from %.3f to %.3f.",
                        fit.chosen().text(),
                        fit.labels(),
                        fit.before(),
                        fit.after());
    }
}
