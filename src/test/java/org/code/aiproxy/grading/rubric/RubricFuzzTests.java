package org.code.aiproxy.grading.rubric;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.code.aiproxy.Mutation;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Reads rubrics with random changes, and texts made to take long. */
@Tag("fuzz")
@Timeout(120)
class RubricFuzzTests {

    private static final int RUBRICS = Mutation.times(100_000);
    private static final int LONG = 1_000_000;
    private static final String HEADER = "Key Concept,Extensive Evidence\n";

    private static final String[] FRAGMENTS = {
        ",",
        ";",
        "\t",
        "\"",
        "\"\"",
        "\"\n\"",
        ",\"",
        "\",",
        "\n",
        "\r",
        "\r\n",
        "\u000b",
        "\f",
        "\u0085",
        "\u2028",
        "\ufeff",
        "\0",
        "\ud83d",
        "😀",
        "\u00a0",
        "Key Concept",
        "No Evidence",
        "a,",
        "a\n",
        "\"a\",",
        "\"a\"\n",
        " ",
        "#",
        "'",
        "|"
    };

    @Test
    void knowsOneFaultOnly() throws IOException {
        Mutation mutation = new Mutation(rubrics(), FRAGMENTS);
        for (int i = 0; i < RUBRICS; i++) {
            String csv = mutation.next();

            assertReadable(csv, "%s:%n%s".formatted(mutation, csv));
        }
    }

    @Test
    void readsAMillionCharactersOfAnyFragment() {
        for (String fragment : FRAGMENTS) {
            String flood = fragment.repeat(LONG / fragment.length());

            assertReadable(flood, fragment);
            assertReadable(HEADER + flood, fragment);
            assertReadable(HEADER + "\"" + flood, fragment);
        }
    }

    private static void assertReadable(String csv, String description) {
        try {
            Rubric rubric = Rubric.parse(csv);

            assertThat(rubric.names())
                    .as(description)
                    .isNotEmpty()
                    .doesNotHaveDuplicates()
                    .noneMatch(String::isBlank);
            List<String> last = List.of(rubric.names().getLast());
            assertThat(rubric.only(last).names()).as(description).isEqualTo(last);
        } catch (InvalidRubricException e) {
            assertThat(e).as(description).hasMessageMatching("(?s)\\p{Lower}.*");
        } catch (RuntimeException e) {
            throw new AssertionError(description, e);
        }
    }

    private static List<String> rubrics() throws IOException {
        try (Stream<Path> files =
                Files.list(Path.of("src/test/resources/oracle/responses/rubrics"))) {
            List<String> rubrics = new ArrayList<>();
            for (Path file : files.sorted().toList()) {
                rubrics.add(Files.readString(file));
            }
            return rubrics;
        }
    }
}
