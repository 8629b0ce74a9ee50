package org.code.aiproxy.grading.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.code.aiproxy.grading.feature.Fact.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Programs that are large or deeply nested. Times are a guard against hanging, not a measure. */
class HostileProgramTests {

    private static final Duration HANGS = Duration.ofSeconds(20);

    /** Twice what is taken. */
    private static final int LARGE = 400_000;

    private static final String LAST_LINES = "\n;\nellipse(1, 2);\n";

    private final FeatureExtractor extractor = new FeatureExtractor();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(",
                ")",
                "[",
                "]",
                "}",
                "((x))",
                "!",
                "- ",
                "x = ",
                "a ? b : ",
                "a && ",
                "a + ",
                "a.",
                "f()",
                "new ",
                "x => ",
                "a ** ",
                "if (a) ",
                "if (a) {} else ",
                "while (a) ",
                "l: ",
                "var ",
                "function ",
                "f(function () {",
                "x = {a: ",
                "switch (a) { case b:",
                "\"",
                "'\\'",
                "/",
                "/[",
                "@",
                "“",
                "rect(1);",
                "a b ",
                "😀",
                "x.y=",
                "export default "
            })
    void readsWhatFollowsManyCharactersOf(String repeated) {
        String code = repeated.repeat(LARGE / repeated.length()) + LAST_LINES;

        assertTimeoutPreemptively(HANGS, () -> extractor.extract(code));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"!", "x = ", "a && ", "a + ", "f()", "if (a) ", "@", ")", "}", "\"", "/"})
    void findsTheShapeAfterManyCharactersOf(String repeated) {
        String code = repeated.repeat(LARGE / repeated.length()) + LAST_LINES;

        assertThat(extractor.extract(code).shapes())
                .extracting(Shape::function)
                .containsExactly("ellipse");
    }

    @Test
    void readsTenThousandNestedBlocks() {
        String code = "if (a) {\n".repeat(10_000) + "rect(1);\n" + "}\n".repeat(10_000);

        CodeFeatures program = extractor.extract(code + "ellipse(1);");

        assertThat(program.shapes())
                .extracting("function", "place.firstLine")
                .containsExactly(tuple("rect", 10_001), tuple("ellipse", 20_002));
    }

    @Test
    void readsTenThousandNestedParenthesesOfEveryKind() {
        for (String pair : List.of("()", "[]", "{}")) {
            String code =
                    "x = "
                            + pair.substring(0, 1).repeat(10_000)
                            + pair.substring(1).repeat(10_000)
                            + ";\nellipse(1);";

            assertThat(extractor.extract(code).shapes()).as(pair).hasSize(1);
        }
    }

    @Test
    void countsEveryStatementOfALargeProgram() {
        String line = "rect(10, 20, 30, 40);\n";
        int lines = LARGE / line.length();

        assertThat(extractor.extract(line.repeat(lines)).shapes()).hasSize(lines);
    }

    @Test
    void keepsAllOfAnElseIfChainInTheDrawLoop() {
        String code =
                "function draw() {\n"
                        + "if (k == 1) { a(); } else ".repeat(10_000)
                        + "{}\n}\nfunction draw2() {}";

        CodeFeatures program = extractor.extract(code);

        assertThat(program.conditionals()).hasSize(10_000).allMatch(Fact.Conditional::inDrawLoop);
        assertThat(program.functionDefinitions()).hasSize(1);
    }

    @Test
    void readsProgramsOnAThreadWithASmallStack() throws InterruptedException {
        String code = "f(function () {\n".repeat(10_000) + LAST_LINES;
        Runnable extraction = () -> extractor.extract(code);

        List<Throwable> thrown = new CopyOnWriteArrayList<>();
        Thread thread = new Thread(null, extraction, "small stack", 512 * 1024);
        thread.setUncaughtExceptionHandler((_, problem) -> thrown.add(problem));
        thread.start();
        thread.join();

        assertThat(thrown).isEmpty();
    }
}
