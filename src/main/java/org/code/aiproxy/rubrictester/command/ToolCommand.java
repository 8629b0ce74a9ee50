package org.code.aiproxy.rubrictester.command;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.code.aiproxy.console.TerminalPrinter;
import org.code.aiproxy.rubrictester.dataset.InvalidDataException;
import org.code.aiproxy.rubrictester.run.Session;
import org.code.aiproxy.rubrictester.terminal.CommandEnvironment;
import org.code.aiproxy.rubrictester.terminal.ExitStatus;
import org.code.aiproxy.rubrictester.terminal.Progress;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What all commands of the tool have in common: a session, and errors that are sentences. */
abstract class ToolCommand implements Callable<Integer> {

    private final CommandEnvironment surroundings;

    @Spec private CommandSpec spec;

    ToolCommand(CommandEnvironment surroundings) {
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
        PrintWriter out = new TerminalPrinter(plainOut());
        try (Session session = Session.open(surroundings, err()::println)) {
            return run(session, out);
        } catch (InvalidDataException e) {
            err().println(e.getMessage());
            err().flush();
            return ExitStatus.UNUSABLE;
        } finally {
            out.flush();
        }
    }

    /** Where errors and, beside output for programs, progress goes. */
    final PrintWriter err() {
        return new TerminalPrinter(plainErr());
    }

    /** Tells a person how things go, where errors go. */
    final Progress progress() {
        return Progress.on(plainErr());
    }

    /** Standard output as it is, for what programs read. */
    final PrintWriter plainOut() {
        return spec.commandLine().getOut();
    }

    /** Standard error as it is. */
    final PrintWriter plainErr() {
        return spec.commandLine().getErr();
    }
}
