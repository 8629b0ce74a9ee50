package org.code.aiproxy.rubrictester.command;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.code.aiproxy.CommandApplication;
import org.code.aiproxy.rubrictester.terminal.CommandEnvironment;
import picocli.CommandLine;

/**
 * What a command of the tool left behind.
 *
 * @param status its exit status
 * @param out what it printed
 * @param err what it said of errors
 */
record ToolRun(int status, String out, String err) {

    /** Runs the tool in this process. */
    static ToolRun in(Path root, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine commandLine =
                RubricTesterCommand.commandLine(
                                new CommandEnvironment(CommandApplication.class, List.of(root)))
                        .setOut(new PrintWriter(out))
                        .setErr(new PrintWriter(err));
        int status = commandLine.execute(arguments);
        return new ToolRun(status, out.toString(), err.toString());
    }
}
