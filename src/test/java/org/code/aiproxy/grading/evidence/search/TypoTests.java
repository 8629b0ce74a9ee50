package org.code.aiproxy.grading.evidence.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypoTests {

    @ParameterizedTest
    @CsvSource({
        "creatSprite, createSprite, 1",
        "craeteSprite, createSprite, 1",
        "CREATESPRITE, createSprite, 1",
        "craetSprit, createSprite, 3",
        "rcet, rect, 1",
        "ellipes, ellipse, 1",
        "elipes, ellipse, -1",
        "px, py, -1",
        "sprite1, sprite2, -1",
        "velocityX, velocityY, -1",
        "velocityX, velocity, -1",
        "keyDown, keyWentDown, -1",
    })
    void countsLetters(String word, String other, int distance) {
        assertThat(Typo.distance(word, other)).isEqualTo(distance < 0 ? Typo.NONE : distance);
    }
}
