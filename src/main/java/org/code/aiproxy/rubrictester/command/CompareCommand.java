package org.code.aiproxy.rubrictester.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.code.aiproxy.rubrictester.dataset.WorkingCopy;
import org.code.aiproxy.rubrictester.evaluation.Evaluation;
import org.code.aiproxy.rubrictester.evaluation.ExperimentComparison;
import org.code.aiproxy.rubrictester.experiment.ExperimentRun;
import org.code.aiproxy.rubrictester.experiment.RunSettings;
import org.code.aiproxy.rubrictester.experiment.StopSignal;
import org.code.aiproxy.rubrictester.report.file.Output;
import org.code.aiproxy.rubrictester.run.Job;
import org.code.aiproxy.rubrictester.run.RunOptions;
import org.code.aiproxy.rubrictester.run.Session;
import org.code.aiproxy.rubrictester.terminal.CommandEnvironment;
import org.code.aiproxy.rubrictester.terminal.ExitStatus;
import org.code.aiproxy.rubrictester.terminal.Silence;
import org.code.aiproxy.textfile.Visible;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Compares two experiments that were run over the same dataset. */
@Command(
        name = "compare",
        description =
                "Compares two experiments by their cached responses: what got better or worse.",
        mixinStandardHelpOptions = true)
final class CompareCommand extends ToolCommand {

    private static final String NOT_LABELLED = "It has not been labelled yet: run the experiment.";

    @Parameters(index = "0", paramLabel = "A", description = "The first experiment's name.")
    private String first;

    @Parameters(index = "1", paramLabel = "B", description = "The second experiment's name.")
    private String second;

    @Option(
            names = "--dataset-name",
            paramLabel = "NAME",
            description = "The labelled programs. Default: ${DEFAULT-VALUE}.")
    private String dataset = RunOptions.DEFAULT_DATASET;

    @Option(
            names = "--lesson-names",
            split = ",",
            paramLabel = "LESSON",
            description = "Lessons, separated by commas. Default: all of the second experiment.")
    private List<String> lessons = List.of();

    CompareCommand(CommandEnvironment surroundings) {
        super(surroundings);
    }

    @Override
    int run(Session session, PrintWriter out) {
        WorkingCopy workingCopy = session.workingCopy(progress());
        for (Job after : jobs(second, workingCopy, lessons)) {
            Job before = jobs(first, workingCopy, List.of(after.experiment().id())).getFirst();
            ExperimentComparison comparison =
                    new ExperimentComparison(
                            evaluation(session, before), evaluation(session, after));
            List<String> lines =
                    new ComparisonText(comparison).lines().stream().map(Visible::line).toList();
            lines.forEach(out::println);
            Path file = after.output().resolve("comparison-with-%s.txt".formatted(first));
            Output.write(file, writer -> writer.write(String.join("\n", lines) + "\n"));
            out.println("  kept in " + file);
        }
        return ExitStatus.OK;
    }

    private List<Job> jobs(String experiment, WorkingCopy workingCopy, List<String> lessons) {
        RunOptions options = new RunOptions();
        options.experiment = experiment;
        options.dataset = dataset;
        options.lessons = lessons;
        options.maxStudents = Integer.MAX_VALUE;
        return Job.all(options, workingCopy);
    }

    /** A run that was stopped before it began takes what is cached, and asks nobody. */
    private Evaluation evaluation(Session session, Job job) {
        StopSignal stop = new StopSignal();
        stop.stop(NOT_LABELLED);
        RunSettings settings = new RunSettings(1, true, true, Optional.empty(), Optional.empty());
        ExperimentRun run = new ExperimentRun(session.service(), settings, stop, new Silence());
        return Evaluation.of(
                run.label(
                        job.experiment(),
                        dataset,
                        job.dataset(),
                        job.cache(),
                        run.estimate(job.experiment(), job.dataset(), job.cache())));
    }
}
