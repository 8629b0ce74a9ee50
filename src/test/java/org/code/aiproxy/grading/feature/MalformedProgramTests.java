package org.code.aiproxy.grading.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class MalformedProgramTests {

    private static final Oracle ORACLE = new Oracle();

    private final FeatureExtractor extractor = new FeatureExtractor();

    static List<String> hardPrograms() {
        return ORACLE.hardPrograms();
    }

    @ParameterizedTest
    @MethodSource("hardPrograms")
    void readsEveryHardProgram(String name) {
        String code = ORACLE.hardProgram(name);

        assertThatCode(() -> extractor.extract(code)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "a-err-many.js, 20, 0, 0",
        "a-err-missing-paren.js, 2, 1, 0",
        "a-err-first-line.js, 0, 0, 1",
        "a-err-func-no-paren.js, 1, 0, 1",
        "a-err-unterminated-string.js, 1, 1, 1",
        "a-err-template.js, 1, 0, 0",
        "a-err-regex.js, 1, 0, 0",
        "a-crlf-error.js, 2, 1, 0",
        "a-cr-only.js, 2, 1, 0",
        "a-err-function-no-name.js, 2, 0, 0",
        "m-003.js, 7, 5, 0",
        "m-085.js, 1, 4, 2",
        "a-plain-prose.js, 0, 0, 0",
        "a-err-all-lines.js, 0, 0, 0"
    })
    void keepsTheElementsAroundASyntaxError(String name, int shapes, int texts, int sprites) {
        CodeFeatures program = extractor.extract(ORACLE.hardProgram(name));

        assertThat(program.shapes()).hasSize(shapes);
        assertThat(program.texts()).hasSize(texts);
        assertThat(program.sprites()).hasSize(sprites);
    }

    @Test
    void keepsTheLineNumbersAfterASyntaxError() {
        assertThat(extractor.extract(ORACLE.hardProgram("a-cr-only.js")).texts())
                .extracting("place.firstLine")
                .containsExactly(4);
    }

    @Test
    void givesADrawLoopWithoutItsBracesADrawLoopsFacts() {
        CodeFeatures program = extractor.extract(ORACLE.hardProgram("m-099.js"));

        assertThat(program.conditionals())
                .extracting("inDrawLoop", "place.firstLine", "place.lastLine")
                .containsExactly(tuple(true, 12, 14));
        assertThat(program.propertyChanges()).filteredOn("inDrawLoop", true).hasSize(3);
    }

    @Test
    void startsAFunctionAnewWhenTheOneBeforeItIsNotClosed() {
        CodeFeatures program = extractor.extract(ORACLE.hardProgram("m-062.js"));

        assertThat(program.functionDefinitions())
                .extracting("name", "place.firstLine", "place.lastLine")
                .containsExactly(
                        tuple("moveEnemy", 8, 15),
                        tuple("loopSprites2", 16, 22),
                        tuple("moveEnemy", 23, 27));
        assertThat(program.conditionals()).filteredOn("inDrawLoop", true).hasSize(3);
    }

    @Test
    void leavesOutAClosingBraceThatNothingOpens() {
        CodeFeatures program = extractor.extract(ORACLE.hardProgram("m-087.js"));

        assertThat(program.functionDefinitions())
                .filteredOn("name", "gameOver")
                .singleElement()
                .extracting("place.lastLine")
                .isEqualTo(42);
    }

    @Test
    void readsWordsOfNewerScriptsAsIfTheyWereNotThere() {
        CodeFeatures program =
                extractor.extract(
                        "async function f() { await g(); }\nconst h = async () => {};\nf();");

        assertThat(program.functionCalls()).extracting("name").containsExactly("g", "f");
    }

    @Test
    void readsTypographicQuotesAsQuotes() {
        assertThat(extractor.extract("if (keyDown(“up”)) { text(‘it's’, 1, 2); }").userInputs())
                .hasSize(1);
    }
}
