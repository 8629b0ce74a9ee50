package org.code.aiproxy.console;

import java.io.PrintWriter;
import org.code.aiproxy.configuration.StartFailure;
import org.code.aiproxy.textfile.Visible;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** What a command says of a fault that it didn't expect: a sentence, whatever it is. */
public final class FaultHandler implements IExecutionExceptionHandler {

    @Override
    public int handleExecutionException(Exception fault, CommandLine line, ParseResult arguments) {
        return new StartFailure(fault)
                .sentence()
                .map(sentence -> say(line, sentence, ExitStatus.UNUSABLE))
                .orElseGet(() -> unexpected(fault, line));
    }

    private static int unexpected(Exception fault, CommandLine line) {
        // Not before it is needed: logging takes longer to start than help to print.
        LoggerFactory.getLogger(FaultHandler.class).error("Unexpected error", fault);
        return say(
                line,
                "Unexpected error: %s. The log above says more.".formatted(fault),
                ExitStatus.UNEXPECTED);
    }

    private static int say(CommandLine line, String sentence, int status) {
        PrintWriter err = line.getErr();
        err.println(Visible.line(sentence));
        err.flush();
        return status;
    }
}
