package org.code.aiproxy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.code.aiproxy.ApplicationProcess;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Commands that wait for a server which never answers: real processes, real signals. */
class SignalTests {

    private static final Path PROGRAM = Path.of("src/main/resources/samples/lesson/program.js");

    @TempDir private Path folder;

    static Stream<Arguments> commands() {
        return Stream.of(
                Arguments.of("TERM", 143, "rubric-tester prepare sheet.tsv --fetch %s"),
                Arguments.of("INT", 130, "rubric-tester prepare sheet.tsv --fetch %s"),
                Arguments.of("TERM", 143, "rubric-tester list"),
                Arguments.of("INT", 130, "assess p.js --model gpt-4o"));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void endACommandThatWaits(String signal, int status, String command) throws Exception {
        Files.writeString(
                folder.resolve("sheet.tsv"),
                "Project\tSprites\nhttps://x/projects/p1/view\tNo Evidence\n");
        Files.copy(PROGRAM, folder.resolve("p.js"));
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ApplicationProcess process = start(server, command);
                Socket call = server.accept()) {
            assertThat(call.getInputStream().read()).isPositive();

            process.signal(signal);

            assertThat(process.awaitEnd()).as(process::output).isEqualTo(status);
        }
    }

    private ApplicationProcess start(ServerSocket server, String command) throws IOException {
        String address = "http://localhost:" + server.getLocalPort();
        return ApplicationProcess.start(
                folder,
                Map.of(
                        "OPENAI_API_KEY", "sk-x",
                        "OPENAI_BASE_URL", address + "/v1",
                        "AWS_ACCESS_KEY_ID", "x",
                        "AWS_SECRET_ACCESS_KEY", "x",
                        "AWS_REGION", "us-east-1",
                        "AWS_ENDPOINT_URL_S3", address),
                List.of(command.formatted(address).split(" ")).toArray(String[]::new));
    }
}
