package org.code.aiproxy.rubrictester.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import org.code.aiproxy.console.ExitStatus;
import org.code.aiproxy.rubrictester.dataset.InvalidDataException;
import org.code.aiproxy.rubrictester.evaluation.Evaluation;
import org.code.aiproxy.rubrictester.evaluation.Selection;
import org.code.aiproxy.rubrictester.report.file.SelectiveFile;
import org.code.aiproxy.rubrictester.run.Job;
import org.code.aiproxy.rubrictester.run.Session;
import org.code.aiproxy.rubrictester.statistics.selective.Promise;
import org.code.aiproxy.rubrictester.terminal.CommandEnvironment;
import org.code.aiproxy.textfile.Visible;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Finds which labels can be given without a person. */
@Command(
        name = "guarantee",
        description =
                "Finds how confident the AI must be in a label that needs no person, so that at most a given share of these labels is wrong. Reads cached"
                        + " responses, and writes selective.json beside the experiment's parameters.",
        mixinStandardHelpOptions = true)
final class GuaranteeCommand extends ToolCommand {

    @Parameters(index = "0", paramLabel = "EXPERIMENT", description = "The experiment's name.")
    private String experiment;

    @Option(
            names = "--max-error",
            paramLabel = "SHARE",
            description =
                    "The greatest share of these labels that may be wrong. Default: ${DEFAULT-VALUE}.")
    private double maxError = 0.10;

    @Option(
            names = "--certainty",
            paramLabel = "SHARE",
            description = "The certainty of that limit. Default: ${DEFAULT-VALUE}.")
    private double certainty = 0.90;

    @Option(
            names = "--by-concept",
            description =
                    "Find a threshold for each key concept, each with its own guarantee. Default: one for all.")
    private boolean byConcept;

    @Mixin private final CachedRunOptions options = new CachedRunOptions();

    GuaranteeCommand(CommandEnvironment surroundings) {
        super(surroundings);
    }

    @Override
    int run(Session session, PrintWriter out) {
        Promise promise = promise();
        CachedRuns runs = options.of(session, session.workingCopy(progress()));
        for (Job job : runs.jobs(experiment, options.lessons)) {
            Evaluation evaluation = runs.evaluation(job);
            Selection selection = Selection.of(evaluation, promise, byConcept);
            selection.sentences().stream().map(Visible::line).forEach(out::println);
            Optional<Path> written = SelectiveFile.write(selection, job.folder());
            written.ifPresent(file -> out.println("  kept in " + file));
        }
        return ExitStatus.OK;
    }

    private Promise promise() {
        try {
            return new Promise(maxError, certainty);
        } catch (IllegalArgumentException e) {
            throw new InvalidDataException(
                    "--max-error and --certainty must be between 0 and 1, such as 0.1 and 0.9.", e);
        }
    }
}
