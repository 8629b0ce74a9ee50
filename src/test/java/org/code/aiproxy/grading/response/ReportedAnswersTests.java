package org.code.aiproxy.grading.response;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.code.aiproxy.grading.rubric.Rubric;
import org.code.aiproxy.model.Completion;
import org.code.aiproxy.model.Completion.FinishReason;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Answers of the kinds that users of such programs reported, each of which has one meaning. */
class ReportedAnswersTests {

    private static final Path REPORTS = Path.of("src/test/resources/reports");
    private static final Rubric RUBRIC =
            Rubric.parse(
                    """
                    Key Concept,Extensive Evidence,Convincing Evidence,Limited Evidence,No Evidence
                    Sprites,a,b,c,d
                    Draw Loop,a,b,c,d
                    """);

    static Stream<Path> answers() throws IOException {
        return Stream.of("drafts", "dialects", "tables")
                .flatMap(folder -> {
                    try (Stream<Path> files = Files.list(REPORTS.resolve(folder))) {
                        return files.filter(it -> it.toString().endsWith(".txt")).toList().stream();
                    } catch (IOException e) {
                        throw new AssertionError(e);
                    }
                })
                .sorted();
    }

    @ParameterizedTest
    @MethodSource("answers")
    void areReadTheFirstTime(Path answer) throws IOException {
        String program = Files.readString(REPORTS.resolve("drafts/quoted-program.js"));
        Reading reading =
                new CompletionReader(RUBRIC, RUBRIC.names(), program)
                        .read(new Completion(Files.readString(answer), FinishReason.STOP));

        assertThat(reading).isInstanceOf(Reading.Usable.class);
        assertThat(labels(reading))
                .containsExactly("Sprites: Limited Evidence", "Draw Loop: Convincing Evidence");
    }

    private static List<String> labels(Reading reading) {
        return reading.rows().stream().map(row -> row.keyConcept() + ": " + row.label()).toList();
    }
}
