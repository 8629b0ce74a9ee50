package org.code.aiproxy.grading.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.code.aiproxy.Mutation;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Takes comments out of programs with random changes, and of texts made to take long. */
@Tag("fuzz")
@Timeout(120)
class CommentRemovalFuzzTests {

    private static final int PROGRAMS = Mutation.times(100_000);
    private static final int LONG = 1_000_000;
    private static final Pattern LINE_END = Pattern.compile("\r\n|[\r\n\u2028\u2029]");

    private static final String[] FRAGMENTS = {
        "/", "//", "/*", "*/", "/**/", "/*\n*/", "/[", "]", "\\", "'", "\"", "`", "${", "}", "{",
        "(", ")", "[", "\n", "\r", "\r\n", "\\\r\n", "\u2028", "if (", "return ", "=", "++", "--",
        ".", "a", "1", " ", "<!--", "😀", "\ud83d", "\0", "a /", "({[", "{ \n"
    };

    @Test
    void keepsEveryLineOnItsLine() {
        List<String> programs =
                SampledProgram.all().stream().map(sample -> sample.program().code()).toList();
        Mutation mutation = new Mutation(programs, FRAGMENTS);
        for (int i = 0; i < PROGRAMS; i++) {
            String code = mutation.next();

            assertLinesAreKept(code, "%s:%n%s".formatted(mutation, code));
        }
    }

    @Test
    void readsAMillionCharactersOfAnyFragment() {
        for (String fragment : FRAGMENTS) {
            String flood = fragment.repeat(LONG / fragment.length());

            assertLinesAreKept(flood, fragment);
            assertLinesAreKept("a = /" + flood, fragment);
            assertLinesAreKept("`${" + flood, fragment);
            assertLinesAreKept("/*" + flood, fragment);
        }
    }

    private static void assertLinesAreKept(String code, String description) {
        try {
            String kept = new Program(code).withoutComments().code();

            assertThat(lineEnds(kept)).as(description).isEqualTo(lineEnds(code));
            assertThat(kept.length()).as(description).isLessThanOrEqualTo(code.length());
        } catch (RuntimeException e) {
            throw new AssertionError(description, e);
        }
    }

    private static long lineEnds(String code) {
        return LINE_END.matcher(code).results().count();
    }
}
