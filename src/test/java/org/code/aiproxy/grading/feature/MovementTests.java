package org.code.aiproxy.grading.feature;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.code.aiproxy.grading.feature.Fact.Movement;
import org.code.aiproxy.grading.feature.Fact.Movement.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MovementTests {

    private static final String SPRITE = "var s = createSprite(1, 2);\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "s.x = s.x + 1",
                "s.x = 1 + s.x",
                "s.y = s.y - 2",
                "s.rotation = (s.rotation + s.velocityX) - 1",
                "s.velocityX += 2",
                "s.velocityY -= 2",
                "s.x++",
                "--s.y",
                "s['x'] = s.x + 1"
            })
    void isACounterPatternWhenAPropertyIsChangedByItself(String statement) {
        assertThat(inDraw(statement))
                .singleElement()
                .satisfies(m -> assertThat(m.patterns()).isEqualTo(Set.of(Pattern.COUNTER)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "s.x = randomNumber(1, 2)",
                "s.x = 5 - randomNumber(1, 2)",
                "s.x = -randomNumber(1, 2) * 3"
            })
    void isRandomWhenTheValueComesFromRandomNumber(String statement) {
        assertThat(inDraw(statement))
                .singleElement()
                .satisfies(m -> assertThat(m.patterns()).isEqualTo(Set.of(Pattern.RANDOM)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"s.x = s.x + randomNumber(1, 2)", "s.x -= randomNumber(1, 2)"})
    void isBothWhenTheStepIsRandom(String statement) {
        assertThat(inDraw(statement))
                .singleElement()
                .satisfies(m -> assertThat(m.patterns()).hasSize(2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "s.x = 5",
                "s.x = s.y + 1",
                "s.x = s.x * 2",
                "s.x *= 2",
                "s.x = -s.x",
                "s.x = World.mouseX",
                "s.scale = s.scale + 1",
                "t.x = t.x + 1",
                "for (;;) { s.x++; }",
                "function inner() { s.x++; }"
            })
    void isNoneOtherwise(String statement) {
        assertThat(inDraw(statement)).isEmpty();
    }

    @Test
    void isNoneOutsideTheDrawLoop() {
        assertThat(movements(SPRITE + "s.x++;\nfunction f() { s.x++; }")).isEmpty();
    }

    @Test
    void hasThePlaceOfTheOutermostConditional() {
        String code =
                SPRITE
                        + """
                        function draw() {
                          if (a) {
                          } else if (b) {
                            if (c) { s.x++; }
                          }
                        }
                        """;

        assertThat(movements(code))
                .singleElement()
                .satisfies(m -> assertThat(m.place().firstLine()).isEqualTo(3))
                .satisfies(m -> assertThat(m.place().lastLine()).isEqualTo(6));
    }

    @Test
    void isSeenInSpritesThatAreCreatedLater() {
        assertThat(movements("function draw() { s.x++; }\n" + SPRITE)).hasSize(1);
    }

    private static List<Movement> inDraw(String statement) {
        return movements(SPRITE + "function draw() { " + statement + "; }");
    }

    private static List<Movement> movements(String code) {
        return new FeatureExtractor().extract(code).movements();
    }
}
