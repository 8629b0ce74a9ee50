package org.code.aiproxy.grading.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.code.aiproxy.grading.feature.FeatureExtractor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DescriptionTests {

    static Stream<Arguments> cells() {
        return Stream.of(
                Arguments.of("At least 2 sprites.", List.of(all(Subject.SPRITES, 2))),
                Arguments.of("two or more sprites", List.of(all(Subject.SPRITES, 2))),
                Arguments.of("more than 2 shapes", List.of(all(Subject.SHAPES, 3))),
                Arguments.of("uses a variable", List.of(all(Subject.VARIABLES, 1))),
                Arguments.of("No conditionals.", List.of(all(Subject.CONDITIONALS, 0))),
                Arguments.of("does not use functions", List.of(all(Subject.FUNCTIONS, 0))),
                Arguments.of(
                        "At least 2 sprites move in the draw loop",
                        List.of(all(Subject.MOVING_SPRITES, 2))),
                Arguments.of(
                        "3 conditionals, at least one reacts to user input",
                        List.of(all(Subject.CONDITIONALS, 3), all(Subject.USER_CONDITIONALS, 1))),
                Arguments.of(
                        "2 shapes or 1 line of text",
                        List.of(
                                List.of(
                                        new Requirement(Subject.SHAPES, 2),
                                        new Requirement(Subject.TEXTS, 1)))),
                Arguments.of("The program is thoughtful.", List.of()));
    }

    @ParameterizedTest
    @MethodSource("cells")
    void readsWhatCanBeCounted(String cell, List<List<Requirement>> clauses) {
        assertThat(Description.parse(cell).clauses()).isEqualTo(clauses);
    }

    @ParameterizedTest
    @CsvSource({
        "At least 1 sprite, true",
        "At least 2 sprites, false",
        "No functions, true",
        "No sprites, false",
        "At least 1 loop and 1 sprite, false",
        "3 shapes or 1 sprite, true",
        "1 shape or 2 sprites, false",
        "The program is thoughtful, false"
    })
    void holdsOrNot(String cell, boolean holds) {
        assertThat(
                        Description.parse(cell)
                                .isMetBy(
                                        new FeatureExtractor()
                                                .extract("var a = createSprite(1, 2);")))
                .isEqualTo(holds);
    }

    @ParameterizedTest
    @CsvSource({
        "Defines a function that is never called, false, true, false",
        "A function is defined but not called, false, true, false",
        "Functions are never called, false, true, false",
        "No functions are called, true, true, false",
        "A function that is called, false, false, true",
        "Doesn't use functions, true, false, false",
    })
    void asksForAThingBeforeItSaysWhatTheThingIsNot(
            String cell, boolean ofNone, boolean ofUncalled, boolean ofCalled) {
        Description description = Description.parse(cell);
        FeatureExtractor extractor = new FeatureExtractor();
        assertThat(description.isMetBy(extractor.extract("var a = 1;"))).isEqualTo(ofNone);
        assertThat(description.isMetBy(extractor.extract("function f() {}"))).isEqualTo(ofUncalled);
        assertThat(description.isMetBy(extractor.extract("function f() {} f();")))
                .isEqualTo(ofCalled);
    }

    @Test
    void asksForEverySubjectOnce() {
        assertThat(Description.parse("2 sprites, 3 sprites; 1 shape").subjects())
                .containsExactly(Subject.SPRITES, Subject.SHAPES);
    }

    private static List<Requirement> all(Subject subject, int least) {
        return List.of(new Requirement(subject, least));
    }
}
