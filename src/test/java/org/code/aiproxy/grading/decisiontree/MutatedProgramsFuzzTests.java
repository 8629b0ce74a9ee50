package org.code.aiproxy.grading.decisiontree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import org.code.aiproxy.Mutation;
import org.code.aiproxy.grading.feature.CodeFeatures;
import org.code.aiproxy.grading.feature.FeatureExtractor;
import org.code.aiproxy.grading.feature.Oracle;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Extraction from mutated programs. */
@Tag("fuzz")
class MutatedProgramsFuzzTests {

    private static final int PROGRAMS = Mutation.times(100_000);
    private static final String[] FRAGMENTS = {
        "(",
        ")",
        "{",
        "}",
        "[",
        "]",
        ";",
        ",",
        "\"",
        "'",
        "`",
        "/",
        "\\",
        "if (",
        "else ",
        "function ",
        "function draw() {",
        "for (",
        "=>",
        "=",
        "==",
        "++",
        "var ",
        "let ",
        "class A {",
        "${",
        "//",
        "/*",
        "*/",
        "\n",
        "\r",
        "\r\n",
        "“",
        "”",
        "...",
        "?.",
        "?",
        ":",
        "case 1:",
        "switch (x) {",
        "do ",
        "while (",
        "return ",
        "new ",
        "yield ",
        "import ",
        "async ",
        "await ",
        "1st",
        "0x",
        "08",
        "1e",
        "@",
        "#",
        "\0",
        "\u2028",
        "😀",
        "<!--",
        "-->",
        "try {",
        "catch (e) {",
        "with (",
        "this",
        "null",
        "in ",
        "of ",
        "delete ",
        "label: ",
        "&&=",
        "??",
        "**",
        "/re/g",
        "<a>",
        "get ",
        "static "
    };

    private final FeatureExtractor extractor = new FeatureExtractor();
    private final StaticAssessor assessor = new StaticAssessor();
    private final Mutation mutation = new Mutation(new Oracle().allPrograms(), FRAGMENTS);

    @Test
    void neverThrows() {
        for (int i = 0; i < PROGRAMS; i++) {
            String code = mutation.next();

            assertThatCode(() -> assess(code))
                    .as("%s:%n%s", mutation, code)
                    .doesNotThrowAnyException();
        }
    }

    private void assess(String code) {
        CodeFeatures program = extractor.extract(code);
        assessor.assess("csd3-2023-L14", "Position and Movement", program)
                .evidence()
                .forEach(item -> assertThat(item.text()).isNotEmpty());
    }
}
