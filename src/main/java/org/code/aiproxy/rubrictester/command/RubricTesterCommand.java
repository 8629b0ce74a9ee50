package org.code.aiproxy.rubrictester.command;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.code.aiproxy.console.CommandRules;
import org.code.aiproxy.console.ExitStatus;
import org.code.aiproxy.console.Screen.Target;
import org.code.aiproxy.rubrictester.dataset.Folder.Kind;
import org.code.aiproxy.rubrictester.run.RunOptions;
import org.code.aiproxy.rubrictester.run.Session;
import org.code.aiproxy.rubrictester.run.TestRun;
import org.code.aiproxy.rubrictester.terminal.CommandEnvironment;
import org.code.aiproxy.rubrictester.terminal.Progress;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Labels a dataset with an experiment's configuration, and says how well it did. */
@Command(
        name = "rubric-tester",
        description = "Measures how well the AI's labels agree with people's.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class RubricTesterCommand extends ToolCommand {

    private final CommandEnvironment surroundings;

    @Mixin private RunOptions options;

    private RubricTesterCommand(CommandEnvironment surroundings) {
        super(surroundings);
        this.surroundings = surroundings;
        this.options = new RunOptions();
    }

    /**
     * The command line.
     *
     * @param application the Spring application whose parts it uses
     */
    public static CommandLine commandLine(Class<?> application) {
        return commandLine(CommandEnvironment.of(application));
    }

    static CommandLine commandLine(CommandEnvironment surroundings) {
        return CommandRules.holding(commands(surroundings));
    }

    private static CommandLine commands(CommandEnvironment surroundings) {
        return new CommandLine(new RubricTesterCommand(surroundings))
                .addSubcommand(new CompareCommand(surroundings))
                .addSubcommand(new GuaranteeCommand(surroundings))
                .addSubcommand(new CalibrateCommand(surroundings))
                .addSubcommand(new CascadeCommand(surroundings))
                .addSubcommand(new ListCommand(surroundings))
                .addSubcommand(new NewCommand(surroundings))
                .addSubcommand(new VersionsCommand(surroundings))
                .addSubcommand(new UploadCommand(surroundings))
                .addSubcommand(new PromoteCommand(surroundings))
                .addSubcommand(new PrepareCommand(surroundings))
                .addSubcommand(new ImportMenagerieCommand(surroundings))
                .addSubcommand(new ExamplesCommand(surroundings));
    }

    /** Alone it explains itself, unless the default dataset is there to be run. */
    @Override
    public Integer call() {
        boolean isAlone = parsed().matchedOptions().isEmpty();
        Path dataset = Path.of(Kind.DATASET.path(RunOptions.DEFAULT_DATASET));
        if (isAlone
                && surroundings.roots().stream()
                        .noneMatch(root -> Files.exists(root.resolve(dataset)))) {
            plainOut().print(Introduction.TEXT);
            plainOut().flush();
            return ExitStatus.OK;
        }
        return super.call();
    }

    @Override
    int run(Session session, PrintWriter out) {
        Progress progress =
                options.json
                        ? Progress.on(plainErr(), screen(Target.ERRORS), options.verbose)
                        : Progress.on(plainOut(), screen(Target.OUTPUT), options.verbose);
        return new TestRun(session, options, progress, plainOut()).run();
    }
}
