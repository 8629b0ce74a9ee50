package org.code.aiproxy;

import org.code.aiproxy.cli.AiProxyCommand;
import org.code.aiproxy.rubrictester.command.RubricTesterCommand;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import picocli.CommandLine;

/** The entry point of the jar: what is to be done is said on the command line. */
@SpringBootApplication
public class AiProxyApplication {

    /** All commands. */
    public static CommandLine commandLine() {
        return AiProxyCommand.commandLine(AiProxyApplication.class)
                .addSubcommand(RubricTesterCommand.commandLine(AiProxyApplication.class));
    }

    /** Runs a command; ends the process unless the command left a server running. */
    public static void main(String[] args) {
        int status = commandLine().execute(args);
        if (status != 0) {
            System.exit(status);
        }
    }
}
