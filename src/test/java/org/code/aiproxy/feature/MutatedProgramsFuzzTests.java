package org.code.aiproxy.feature;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Extraction from mutated programs, the same ones in every run. {@code mvn -Pfuzz test} runs it;
 * {@code -Dfuzz.seed} and {@code -Dfuzz.programs} choose other ones, and more.
 */
@Tag("fuzz")
class MutatedProgramsFuzzTests {

    private static final long SEED = Long.getLong("fuzz.seed", 20230901L);
    private static final int PROGRAMS = Integer.getInteger("fuzz.programs", 100_000);
    private static final int MOST_MUTATIONS = 8;
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
    private final List<String> programs = new Oracle().allPrograms();

    @Test
    void neverThrows() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
        for (int i = 0; i < PROGRAMS; i++) {
            String code = mutated(random);

            assertThatCode(() -> assess(code))
                    .as("seed %d, program %d:%n%s", SEED, i, code)
                    .doesNotThrowAnyException();
        }
    }

    private void assess(String code) {
        CodeFeatures program = extractor.extract(code);
        assessor.assess("csd3-2023-L14", "Position and Movement", program).evidenceText();
    }

    private String mutated(RandomGenerator random) {
        StringBuilder code = new StringBuilder(any(random));
        for (int left = random.nextInt(1, MOST_MUTATIONS); left > 0; left--) {
            mutate(code, random);
        }
        return code.toString();
    }

    private void mutate(StringBuilder code, RandomGenerator random) {
        int at = random.nextInt(code.length() + 1);
        int end = Math.min(code.length(), at + random.nextInt(1, 60));
        switch (random.nextInt(6)) {
            case 0 -> code.insert(at, FRAGMENTS[random.nextInt(FRAGMENTS.length)]);
            case 1 -> code.delete(at, Math.min(code.length(), at + random.nextInt(1, 4)));
            case 2 -> code.delete(at, end);
            case 3 -> code.insert(at, code.substring(at, end).repeat(random.nextInt(1, 5)));
            case 4 -> code.insert(at, piece(any(random), random));
            default -> code.insert(at, (char) random.nextInt(Character.MAX_VALUE + 1));
        }
    }

    private static String piece(String other, RandomGenerator random) {
        int start = random.nextInt(other.length() + 1);
        return other.substring(start, Math.min(other.length(), start + random.nextInt(1, 80)));
    }

    private String any(RandomGenerator random) {
        return programs.get(random.nextInt(programs.size()));
    }
}
