package org.code.aiproxy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.code.aiproxy.AiProxyApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CommandLineTests {

    private static final Path SAMPLE = Path.of("src/main/resources/samples/lesson");

    @TempDir private Path folder;

    private record Outcome(int status, String out, String err) {}

    @Test
    void listsItsCommands() {
        Outcome outcome = run("--help");
        assertThat(outcome.status()).isZero();
        assertThat(outcome.out()).contains("serve", "assess", "Labels one program");
    }

    @Test
    void tellsItsVersion() {
        assertThat(run("--version").out()).startsWith("aiproxy ");
    }

    @Test
    void saysHowItIsUsedWhenNoCommandIsGiven() {
        Outcome outcome = run();
        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).contains("serve");
    }

    @Test
    void printsAnAssessmentForPeople() {
        Outcome outcome = run("assess", SAMPLE.resolve("program.js").toString());
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.status()).isZero();
        assertThat(outcome.out())
                .contains("Conditionals                EXTENSIVE EVIDENCE")
                .contains("Line 11: Moves star `star.y = star.y + speed;`")
                .contains("Lines 12-14: Decides by a condition")
                .contains("offline.baseline (offline), 0 tokens");
        assertThat(outcome.out().lines()).allMatch(line -> line.length() <= 100);
    }

    @Test
    void readsTheProgramFromStandardInput() throws IOException {
        InputStream before = System.in;
        try (InputStream program = Files.newInputStream(SAMPLE.resolve("program.js"))) {
            System.setIn(program);
            Outcome outcome = run("assess", "-");
            assertThat(outcome.status()).as(outcome.err()).isZero();
            assertThat(outcome.out()).contains("Line 11: Moves star `star.y = star.y + speed;`");
        } finally {
            System.setIn(before);
        }
    }

    @Test
    void printsWhatTheRouteWouldAnswer() {
        Outcome outcome =
                run(
                        "assess",
                        SAMPLE.resolve("program.js").toString(),
                        "--lesson",
                        SAMPLE.toString(),
                        "--num-responses",
                        "3",
                        "--json");
        JsonNode answer = new JsonMapper().readTree(outcome.out());
        assertThat(answer.get("data").size()).isEqualTo(4);
        assertThat(answer.at("/metadata/request/n").intValue()).isEqualTo(3);
        assertThat(answer.at("/metadata/request/messages").size()).isEqualTo(4);
    }

    @Test
    void readsExamplesInTheLessonsResponseType() throws IOException {
        Files.createDirectory(folder.resolve("examples"));
        Files.writeString(folder.resolve("params.json"), "{\"response-type\": \"json\"}");
        Files.writeString(folder.resolve("system_prompt.txt"), "Grade.");
        Files.writeString(
                folder.resolve("standard_rubric.csv"),
                "Key Concept,Extensive Evidence\nSprites,At least 1 sprite\n");
        Files.writeString(folder.resolve("examples/a.js"), "draw();");
        Files.writeString(folder.resolve("examples/a.json"), "[{\"Key Concept\": \"Sprites\"}]");
        Files.writeString(folder.resolve("p.js"), "var a = createSprite(1, 1);");

        Outcome outcome =
                run("assess", folder.resolve("p.js").toString(), "--lesson", folder.toString());

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out()).contains("EXTENSIVE EVIDENCE");
    }

    @Test
    void saysInASentenceWhatIsMissing() {
        Outcome outcome = run("assess", "nowhere.js");
        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err())
                .isEqualToIgnoringNewLines("nowhere.js can't be read: no such file or folder.");

        Outcome noLesson =
                run(
                        "assess",
                        SAMPLE.resolve("program.js").toString(),
                        "--lesson",
                        folder.toString());
        assertThat(noLesson.status()).isEqualTo(2);
        assertThat(noLesson.err())
                .contains("params.json, system_prompt.txt, standard_rubric.csv are missing.");

        Outcome noModel =
                run("assess", SAMPLE.resolve("program.js").toString(), "--model", "nonsense");
        assertThat(noModel.status()).isEqualTo(2);
        assertThat(noModel.err()).contains("`model` is an unknown model");
    }

    @ParameterizedTest
    @CsvSource({"80000", "-1"})
    void refusesAPortThatDoesNotExist(String port) {
        Outcome outcome = run("serve", "--port", port);
        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err())
                .isEqualToIgnoringNewLines(
                        "--port must be a port from 0 to 65535, not `%s`.".formatted(port));
    }

    @Test
    void saysThatAPortIsInUse() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Outcome outcome = run("serve", "--port", String.valueOf(other.getLocalPort()));
            assertThat(outcome.status()).isEqualTo(2);
            assertThat(outcome.err())
                    .startsWith("Port %d is in use.".formatted(other.getLocalPort()))
                    .hasLineCount(1);
        }
    }

    @Test
    void readsNoProgramWithoutEnd() {
        Outcome outcome = run("assess", "/dev/zero");
        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err())
                .isEqualToIgnoringNewLines(
                        "/dev/zero: longer than 16 MB, which is the limit of a text file.");
    }

    @Test
    void writesOutControlCharacters() throws IOException {
        Path program = folder.resolve("p.js");
        Files.writeString(program, "var a\u001b[31m = createSprite(1, 1);\n");

        Outcome table = run("assess", program.toString());
        Outcome missing = run("assess", "no\u001b[31m\nfile.js");

        assertThat(table.out()).doesNotContain("\u001b");
        assertThat(missing.err())
                .isEqualToIgnoringNewLines(
                        "no[U+001B][31m[U+000A]file.js can't be read: no such file or folder.");
    }

    private static Outcome run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine commandLine =
                AiProxyApplication.commandLine()
                        .setOut(new PrintWriter(out))
                        .setErr(new PrintWriter(err));
        int status = commandLine.execute(arguments);
        return new Outcome(status, out.toString(), err.toString());
    }
}
