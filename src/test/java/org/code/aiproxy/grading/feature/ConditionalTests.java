package org.code.aiproxy.grading.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.List;
import org.code.aiproxy.grading.feature.Fact.Conditional;
import org.code.aiproxy.grading.feature.Fact.Conditional.Trigger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionalTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "keyDown('up')                  ; USER",
                "!keyWentDown('up')             ; USER",
                "mouseIsOver(p)                 ; USER",
                "keyDown('up') === true         ; USER",
                "ready && keyDown('up')         ; USER",
                "score > 3                      ; VARIABLE",
                "3 == score                     ; VARIABLE",
                "(score) !== 3                  ; VARIABLE",
                "ready                          ; VARIABLE",
                "!ready                         ; VARIABLE",
                "score + 1 > 3                  ; VARIABLE",
                "p.x > score                    ; VARIABLE",
                "score > 3 || keyDown('up')     ; VARIABLE",
                "n == 1 && p.isTouching(q)      ; VARIABLE",
                "score = 5                      ; VARIABLE",
                "p.x > 400                      ; OBJECT",
                "p.visible                      ; OBJECT",
                "p.isTouching(q)                ; OBJECT",
                "World.frameCount > 50          ; OBJECT",
                "p.x + 5 > 10                   ; OBJECT",
                "p.x > 5 && keyDown('up')       ; OBJECT",
                "ready && p.x > 5               ; OBJECT",
                "this.x > 3                     ; OBJECT",
                "p.x == undefined               ; OBJECT",
                "true                           ; NOTHING",
                "1 == 1                         ; NOTHING",
                "isReady()                      ; NOTHING",
                "new Date() > 3                 ; NOTHING"
            })
    void isTriggeredByWhatItsTestAsks(String test, Trigger trigger) {
        assertThat(conditionals("if (" + test + ") {}"))
                .singleElement()
                .extracting(Conditional::trigger)
                .isEqualTo(trigger);
    }

    @Test
    void countsElseIfAsAConditionalOfItsOwn() {
        String code =
                """
                function draw() {
                  if (a) {
                  } else if (b) {
                  } else {
                  }
                }
                if (c) d();
                """;

        assertThat(conditionals(code))
                .extracting("inDrawLoop", "place.firstLine", "place.lastLine")
                .containsExactly(tuple(true, 2, 5), tuple(true, 3, 5), tuple(false, 7, 7));
    }

    @Test
    void isOutsideTheDrawLoopInAFunctionThatTheLoopCalls() {
        assertThat(conditionals("function draw() { f(); }\nfunction f() { if (a) {} }"))
                .singleElement()
                .extracting(Conditional::inDrawLoop)
                .isEqualTo(false);
    }

    private static List<Conditional> conditionals(String code) {
        return new FeatureExtractor().extract(code).conditionals();
    }
}
