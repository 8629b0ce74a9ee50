package org.code.aiproxy.rubrictester.command;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.code.aiproxy.console.ExitStatus;
import org.code.aiproxy.console.Screen;
import org.code.aiproxy.console.Screen.Target;
import org.code.aiproxy.console.TerminalPrinter;
import org.code.aiproxy.console.Tone;
import org.code.aiproxy.rubrictester.dataset.InvalidDataException;
import org.code.aiproxy.rubrictester.run.Session;
import org.code.aiproxy.rubrictester.terminal.CommandEnvironment;
import org.code.aiproxy.rubrictester.terminal.Progress;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
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
    public Integer call() {
        PrintWriter out = new TerminalPrinter(plainOut());
        try (Session session = Session.open(surroundings, this::warn)) {
            return run(session, out);
        } catch (InvalidDataException e) {
            tell(Tone.BAD, String.valueOf(e.getMessage()));
            return ExitStatus.UNUSABLE;
        } finally {
            out.flush();
        }
    }

    /** Tells a person what may be wrong, where errors go. */
    final void warn(String sentence) {
        tell(Tone.WARNING, sentence);
    }

    private void tell(Tone tone, String sentence) {
        plainErr().println(screen(Target.ERRORS).shown(tone, sentence));
        plainErr().flush();
    }

    /** Tells a person how things go, where errors go. */
    final Progress progress() {
        return Progress.on(plainErr(), screen(Target.ERRORS), false);
    }

    /** What shows the command's output. */
    final Screen screen(Target target) {
        return Screen.of(spec, target);
    }

    /** The command line as it was understood. */
    final ParseResult parsed() {
        return spec.commandLine().getParseResult();
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
