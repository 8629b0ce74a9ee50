package org.code.aiproxy.cli.rehearsal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a process do what it will be started for; what makes AOT caches calls it. */
@Command(
        name = "rehearse",
        description =
                "Uses a service, or commands, as people do, without a network and without a key:"
                        + " what the JVM records of it makes later runs start faster.",
        hidden = true,
        mixinStandardHelpOptions = true)
public final class RehearseCommand implements Callable<Integer> {

    private final Supplier<CommandLine> all;

    @Option(
            names = "--commands",
            paramLabel = "FILE",
            description = "Commands to run in this process, one a line.")
    private @Nullable Path commands;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "10",
            description = "How long the service is called. Default: 10.")
    private int seconds;

    @Parameters(
            paramLabel = "COMMAND",
            description = "Starts this service, and lets it say where it listens.")
    private List<String> service = List.of();

    /**
     * @param all makes the command line that commands are run by
     */
    public RehearseCommand(Supplier<CommandLine> all) {
        this.all = all;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Optional<Integer> failed =
                commands == null ? Optional.empty() : firstFailure(Files.readAllLines(commands));
        if (failed.isPresent() || service.isEmpty()) {
            return failed.orElse(ExitCode.OK);
        }
        try (RehearsedService rehearsed = RehearsedService.start(service)) {
            new Visits(rehearsed.url()).make(Duration.ofSeconds(seconds));
            return rehearsed.stop();
        }
    }

    private Optional<Integer> firstFailure(List<String> lines) {
        return lines.stream()
                .map(line -> all.get().execute(line.strip().split(" +")))
                .filter(status -> status != ExitCode.OK)
                .findFirst();
    }
}
