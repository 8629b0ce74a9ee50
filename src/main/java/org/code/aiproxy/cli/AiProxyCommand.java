package org.code.aiproxy.cli;

import java.util.function.Consumer;
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
     * @param service starts the service, with settings
     * @param application the Spring application whose parts the other commands use
     */
    public static CommandLine commandLine(Consumer<String[]> service, Class<?> application) {
        return new CommandLine(new AiProxyCommand())
                .addSubcommand(new ServeCommand(service))
                .addSubcommand(new AssessCommand(application))
                .addSubcommand(PlayCommand.commandLine())
                .addSubcommand(new DoctorCommand(application))
                .addSubcommand(new CompletionCommand());
    }
}
