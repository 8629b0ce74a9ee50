package org.code.aiproxy.grading.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import org.code.aiproxy.grading.evidence.Grounding;
import org.code.aiproxy.grading.feature.FeatureExtractor;
import org.code.aiproxy.grading.program.Program;
import org.code.aiproxy.grading.rubric.InvalidRubricException;
import org.code.aiproxy.grading.rubric.Rubric;
import org.code.aiproxy.model.Completion;
import org.code.aiproxy.model.Completion.FinishReason;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What models, students and authors write, at lengths that only linear time gets through. */
@Timeout(60)
class LinearReadingTests {

    private static final int CHARACTERS = 10_000_000;

    /** Twice the longest program that is taken. */
    private static final int PROGRAM = 400_000;

    private static final Rubric RUBRIC =
            Rubric.parse("Key Concept,Extensive Evidence,No Evidence\nSprites,a,b");

    @ParameterizedTest
    @ValueSource(strings = {"[", "[1,", "1", "\\u0041", "&amp;", "```\n"})
    void answers(String piece) {
        CompletionReader reader = new CompletionReader(RUBRIC, RUBRIC.names(), "var s;");
        Completion completion = new Completion(many(piece, CHARACTERS), FinishReason.STOP);
        assertThat(reader.read(completion)).isInstanceOf(Reading.Unusable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "Line 1: `x` ", "1", "\\u0041", "`"})
    void evidence(String piece) {
        assertThatCode(() -> Grounding.in(new Program("var s;")).ground(many(piece, CHARACTERS)))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "a,", "1", "\"", "\n"})
    void rubrics(String piece) {
        String csv = "Key Concept,a\n" + many(piece, CHARACTERS);
        try {
            assertThat(Rubric.parse(csv).keyConcepts()).isNotEmpty();
        } catch (InvalidRubricException e) {
            assertThat(e).hasMessageNotContaining(many(piece, 1_000));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":", "1", "a.", "`${", "/*", "x=1;\n"})
    void programs(String piece) {
        String code = many(piece, PROGRAM);
        assertThatCode(() -> new FeatureExtractor().extract(code)).doesNotThrowAnyException();
        assertThat(new Program(code).withoutComments().code().length())
                .isLessThanOrEqualTo(code.length());
    }

    private static String many(String piece, int characters) {
        return piece.repeat(characters / piece.length());
    }
}
