package org.code.aiproxy.rubrictester;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.code.aiproxy.rubrictester.dataset.InvalidDataException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What all commands of the tool have in common: a session, and errors that are sentences. */
abstract class ToolCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Spec private CommandSpec spec;

    ToolCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /**
     * Does the work; returns the exit status.
     *
     * @throws InvalidDataException when the data can't be used; its message is printed
     */
    abstract int run(Session session, PrintWriter out);

    @Override
    public final Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try (Session session = Session.open(surroundings, err()::println)) {
            return run(session, out);
        } catch (InvalidDataException e) {
            spec.commandLine().getErr().println(e.getMessage());
            spec.commandLine().getErr().flush();
            return ExitStatus.UNUSABLE;
        } finally {
            out.flush();
        }
    }

    /** Where errors and, beside output for programs, progress goes. */
    final PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
