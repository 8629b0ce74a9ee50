package org.code.aiproxy.cli;

import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.code.aiproxy.configuration.Ports;
import org.code.aiproxy.console.ExitStatus;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts the HTTP service. */
@Command(name = "serve", description = "Starts the HTTP service.", mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

    private final Consumer<String[]> service;

    @Option(
            names = {"-p", "--port"},
            paramLabel = "PORT",
            description = "The port to listen on; 0 takes a free one. Default: $PORT, or 8080.")
    private @Nullable Integer port;

    ServeCommand(Consumer<String[]> service) {
        this.service = service;
    }

    /** Returns while the server goes on. */
    @Override
    public Integer call() {
        if (port != null) {
            Ports.require("--port", port.toString());
        }
        String[] arguments = port == null ? new String[0] : new String[] {"--server.port=" + port};
        service.accept(arguments);
        // A requested stop isn't a failure; the JVM would report the signal, such as 143.
        SpringApplication.getShutdownHandlers().add(() -> Runtime.getRuntime().halt(ExitStatus.OK));
        return ExitStatus.OK;
    }
}
