package org.code.aiproxy.cli;

import org.code.aiproxy.cli.doctor.DoctorCommand;
import org.code.aiproxy.console.Version;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command above all others: it only says which there are. */
@Command(
        name = "aiproxy",
        description = "Grades student programs with language models.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND")
public final class AiProxyCommand {

    private AiProxyCommand() {}

    /**
     * The command line.
     *
     * @param service the Spring application that is served
     * @param application the Spring application whose parts the other commands use
     */
    public static CommandLine commandLine(Class<?> service, Class<?> application) {
        return new CommandLine(new AiProxyCommand())
                .addSubcommand(new ServeCommand(service))
                .addSubcommand(new AssessCommand(application))
                .addSubcommand(PlayCommand.commandLine())
                .addSubcommand(new DoctorCommand(application))
                .addSubcommand(new CompletionCommand());
    }
}
