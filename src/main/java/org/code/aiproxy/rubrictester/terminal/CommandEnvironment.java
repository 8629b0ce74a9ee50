package org.code.aiproxy.rubrictester.terminal;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a command runs.
 *
 * @param application the Spring application whose parts it uses
 * @param roots folders with datasets, experiments and releases; new ones go to the first
 */
public record CommandEnvironment(Class<?> application, List<Path> roots) {

    private static final String SAMPLES = "AIPROXY_SAMPLES";

    public CommandEnvironment {
        roots = List.copyOf(roots);
    }

    /** The current folder; then the samples, where the script that runs this says they are. */
    public static CommandEnvironment of(Class<?> application) {
        return new CommandEnvironment(
                application,
                Stream.concat(
                                Stream.of(Path.of("")),
                                Optional.ofNullable(System.getenv(SAMPLES)).map(Path::of).stream())
                        .toList());
    }
}
