package org.code.aiproxy.rubrictester.command;

import java.io.PrintWriter;
import org.code.aiproxy.console.FaultHandler;
import org.code.aiproxy.rubrictester.run.RunOptions;
import org.code.aiproxy.rubrictester.run.Session;
import org.code.aiproxy.rubrictester.run.TestRun;
import org.code.aiproxy.rubrictester.terminal.CommandEnvironment;
import org.code.aiproxy.rubrictester.terminal.ExitStatus;
import org.code.aiproxy.rubrictester.terminal.Progress;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Labels a dataset with an experiment's configuration, and says how well it did. */
@Command(
        name = "rubric-tester",
        description = "Measures how well the AI's labels agree with people's.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeOnExecutionException = ExitStatus.UNUSABLE,
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:All is well.",
            "1:An accuracy threshold was missed.",
            "2:The command line or the data can't be used.",
            "3:Some students could not be labelled.",
            "130:Interrupted."
        })
public final class RubricTesterCommand extends ToolCommand {

    @Mixin private RunOptions options;

    private RubricTesterCommand(CommandEnvironment surroundings) {
        super(surroundings);
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
        return new CommandLine(new RubricTesterCommand(surroundings))
                .addSubcommand(new CompareCommand(surroundings))
                .addSubcommand(new GuaranteeCommand(surroundings))
                .addSubcommand(new CalibrateCommand(surroundings))
                .addSubcommand(new CascadeCommand(surroundings))
                .addSubcommand(new ListCommand(surroundings))
                .addSubcommand(new UploadCommand(surroundings))
                .addSubcommand(new PromoteCommand(surroundings))
                .addSubcommand(new PrepareCommand(surroundings))
                .addSubcommand(new ImportMenagerieCommand(surroundings))
                .addSubcommand(new ExamplesCommand(surroundings))
                .setExecutionExceptionHandler(new FaultHandler());
    }

    @Override
    int run(Session session, PrintWriter out) {
        PrintWriter told = options.json ? plainErr() : plainOut();
        return new TestRun(session, options, Progress.on(told), plainOut()).run();
    }
}
