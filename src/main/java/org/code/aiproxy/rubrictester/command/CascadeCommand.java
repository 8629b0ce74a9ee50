package org.code.aiproxy.rubrictester.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.code.aiproxy.console.ExitStatus;
import org.code.aiproxy.rubrictester.dataset.InvalidDataException;
import org.code.aiproxy.rubrictester.evaluation.CascadeStudy;
import org.code.aiproxy.rubrictester.evaluation.CascadeText;
import org.code.aiproxy.rubrictester.report.file.CascadeFile;
import org.code.aiproxy.rubrictester.report.html.CascadePage;
import org.code.aiproxy.rubrictester.run.Job;
import org.code.aiproxy.rubrictester.run.Session;
import org.code.aiproxy.rubrictester.terminal.CommandEnvironment;
import org.code.aiproxy.textfile.Visible;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Chooses which models to ask one after another. */
@Command(
        name = "cascade",
        description = {
            "Chooses which models to ask one after another, each about the key concepts that those",
            "before it aren't sure enough of: the cheapest route that is not less accurate than the best",
            "model alone by more than 2 points on held-out programs. Reads cached responses, and",
            "writes cascade.json beside the last experiment's parameters, and a picture into its",
            "output."
        },
        mixinStandardHelpOptions = true)
final class CascadeCommand extends ToolCommand {

    private static final int MOST = 4;

    @Parameters(
            arity = "2..4",
            paramLabel = "EXPERIMENT",
            description = "Two to four experiments, the one to be asked first first.")
    private List<String> experiments = List.of();

    @Mixin private final CachedRunOptions options = new CachedRunOptions();

    CascadeCommand(CommandEnvironment surroundings) {
        super(surroundings);
    }

    @Override
    int run(Session session, PrintWriter out) {
        if (experiments.size() > MOST) {
            throw new InvalidDataException("A cascade has at most %d steps.".formatted(MOST));
        }
        CachedRuns runs = options.of(session, session.workingCopy(progress()));
        for (Job last : runs.jobs(experiments.getLast(), options.lessons)) {
            String lesson = last.experiment().id();
            CascadeStudy study =
                    CascadeStudy.of(
                            experiments.stream()
                                    .map(name -> runs.jobs(name, List.of(lesson)).getFirst())
                                    .map(runs::evaluation)
                                    .toList());
            new CascadeText(study).lines().stream().map(Visible::line).forEach(out::println);
            Path file = last.folder().resolve(CascadeFile.FILE);
            CascadeFile.write(study, file);
            Path page = last.output().resolve("cascade.html");
            CascadePage.write(study, page);
            out.println("  kept in %s and %s".formatted(file, page));
        }
        return ExitStatus.OK;
    }
}
