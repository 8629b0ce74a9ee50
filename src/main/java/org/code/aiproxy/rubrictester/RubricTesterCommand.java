package org.code.aiproxy.rubrictester;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.code.aiproxy.rubrictester.dataset.InvalidDataException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

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
public final class RubricTesterCommand implements Callable<Integer> {

    private final Class<?> application;

    @Spec private CommandSpec spec;

    @Mixin private RunOptions options;

    private RubricTesterCommand(Class<?> application) {
        this.application = application;
        this.options = new RunOptions();
    }

    /**
     * The command line.
     *
     * @param application the Spring application whose parts it uses
     */
    public static CommandLine commandLine(Class<?> application) {
        return new CommandLine(new RubricTesterCommand(application));
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        try (Session session = Session.open(application)) {
            return new TestRun(session, options, out, err).run();
        } catch (InvalidDataException e) {
            err.println(e.getMessage());
            err.flush();
            return ExitStatus.UNUSABLE;
        }
    }
}
