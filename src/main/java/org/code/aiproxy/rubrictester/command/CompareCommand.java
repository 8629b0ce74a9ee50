package org.code.aiproxy.rubrictester.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.code.aiproxy.console.ExitStatus;
import org.code.aiproxy.rubrictester.dataset.InvalidDataException;
import org.code.aiproxy.rubrictester.evaluation.Evaluation;
import org.code.aiproxy.rubrictester.evaluation.ExperimentComparison;
import org.code.aiproxy.rubrictester.report.file.Output;
import org.code.aiproxy.rubrictester.run.Job;
import org.code.aiproxy.rubrictester.run.Session;
import org.code.aiproxy.rubrictester.terminal.CommandEnvironment;
import org.code.aiproxy.textfile.Visible;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Compares two experiments that were run over the same dataset. */
@Command(
        name = "compare",
        description =
                "Compares two experiments by their cached responses: what got better or worse.",
        mixinStandardHelpOptions = true)
final class CompareCommand extends ToolCommand {

    @Parameters(
            index = "0",
            paramLabel = "A",
            description = "The first experiment's name, or one of its runs, as in NAME@3.")
    private String first;

    @Parameters(
            index = "1",
            paramLabel = "B",
            description = "The second experiment's name, or one of its runs.")
    private String second;

    @Mixin private final CachedRunOptions options = new CachedRunOptions();

    CompareCommand(CommandEnvironment surroundings) {
        super(surroundings);
    }

    @Override
    int run(Session session, PrintWriter out) {
        CachedRuns runs = options.of(session, session.workingCopy(progress()));
        for (Job after : runs.jobs(second, options.lessons)) {
            Job before = runs.jobs(first, List.of(after.experiment().id())).getFirst();
            ExperimentComparison comparison =
                    new ExperimentComparison(
                            labelled(runs, first, before), labelled(runs, second, after));
            List<String> lines =
                    new ComparisonText(comparison).lines().stream().map(Visible::line).toList();
            lines.forEach(out::println);
            Path file = after.output().resolve("comparison-with-%s.txt".formatted(first));
            Output.write(file, writer -> writer.write(String.join("\n", lines) + "\n"));
            out.println("  kept in " + file);
        }
        return ExitStatus.OK;
    }

    private Evaluation labelled(CachedRuns runs, String experiment, Job job) {
        Evaluation evaluation = runs.evaluation(job);
        if (evaluation.result().graded().isEmpty()) {
            throw new InvalidDataException(
                    "%s has labelled nothing of %s in %s yet; run `bin/rubric-tester --dataset-name %s -e %s` first."
                            .formatted(
                                    experiment,
                                    job.experiment().id(),
                                    options.dataset,
                                    options.dataset,
                                    experiment));
        }
        return evaluation;
    }
}
