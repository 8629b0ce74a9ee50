package org.code.aiproxy.grading.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The documents' tables of fields are {@link AssessmentField}'s. After a change of that table,
 * {@code bin/test.sh -Dtest=FieldTableTests -Dwrite-docs} writes them.
 */
class FieldTableTests {

    private static final Path API = Path.of("API.md");
    private static final Path OPENAPI = Path.of("src/main/resources/openapi.yaml");

    @Test
    void isApiMdsTable() throws IOException {
        assertSame(API, "| field | values | |", "", FieldTable.markdown(), 2);
    }

    @Test
    void isTheFormOfOpenApi() throws IOException {
        assertSame(OPENAPI, "    AssessmentForm:", "      examples:", FieldTable.form(), 4);
    }

    @Test
    void isTheJsonOfOpenApi() throws IOException {
        assertSame(OPENAPI, "    AssessmentRequest:", "      examples:", FieldTable.typed(), 4);
    }

    @Test
    void isTheQueryOfOpenApi() throws IOException {
        assertSame(OPENAPI, "  parameters:", "", FieldTable.parameters(), 1);
    }

    /**
     * @param head the line that the table comes after
     * @param end the line after the table, or a blank for the next blank line or the file's end
     * @param skip how many lines the table begins below its head
     */
    private static void assertSame(Path file, String head, String end, List<String> table, int skip)
            throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        int from = lines.indexOf(head) + skip;
        assertThat(from).as(head).isGreaterThanOrEqualTo(skip);
        int length = lines.subList(from, lines.size()).indexOf(end);
        List<String> written = lines.subList(from, length < 0 ? lines.size() : from + length);
        if (System.getProperty("write-docs") != null) {
            written.clear();
            written.addAll(table);
            Files.write(file, lines);
        }
        assertThat(written).as("%s after \"%s\"", file, head).containsExactlyElementsOf(table);
    }
}
