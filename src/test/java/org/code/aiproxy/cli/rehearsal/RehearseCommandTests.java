package org.code.aiproxy.cli.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.code.aiproxy.AiProxyApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What trains the AOT caches: a cache of a service that answers errors would be worth little. */
class RehearseCommandTests {

    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    @TempDir private Path folder;

    /** Fails unless assessments, chats and pages were all answered with 200. */
    @Test
    void usesAServiceWithoutAKeyOrANetworkAndStopsIt() {
        int status =
                AiProxyApplication.commandLine()
                        .execute(
                                "rehearse",
                                "--seconds",
                                "1",
                                "--",
                                JAVA.toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                "-XX:TieredStopAtLevel=1",
                                AiProxyApplication.class.getName(),
                                "serve");
        assertThat(status).isZero();
    }

    @Test
    void saysWhatAServicePrintedThatEndedInsteadOfListening() {
        List<String> command = List.of(JAVA.toString(), "-XX:NoSuchOption");
        assertThatThrownBy(() -> RehearsedService.start(command))
                .hasMessageContaining("ended instead of listening")
                .hasMessageContaining("NoSuchOption");
    }

    @Test
    void runsCommandsUntilOneFails() throws Exception {
        Path commands = folder.resolve("commands");
        Files.writeString(commands, "--version\nassess nowhere.js\nassess --help\n");
        CommandLine all = AiProxyApplication.commandLine();
        assertThat(all.execute("rehearse", "--commands", commands.toString())).isNotZero();
        Files.writeString(commands, "--version\n");
        assertThat(all.execute("rehearse", "--commands", commands.toString())).isZero();
    }
}
