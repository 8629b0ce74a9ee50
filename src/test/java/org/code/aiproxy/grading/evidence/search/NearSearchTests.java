package org.code.aiproxy.grading.evidence.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NearSearchTests {

    private final CodeTokens program =
            new CodeTokens(
                    List.of(
                            "var fish1 = createSprite(100, 200);",
                            "fish1.setAnimation('fish');",
                            "if (keyDown('up') && score < 10) {",
                            "  fish1.velocityX = fish1.velocityX + 1;",
                            "}"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "var fish1 = creatSprite(100, 200) | 1",
                "var fish1 = craeteSprite(100, 200) | 1",
                "var fish1 = createsprite(100, 200) | 1",
                "fish1.setAnimation(fish | 2",
                "if keyDown(up) && score < 10 | 3",
                "if (keyDown(up)) && (score < 10) { | 3",
                "fish1.velocitX = fish1.velocitX + 1 | 4",
                "fish1.velocityX == fish1.velocityX + 1 | 4",
            })
    void findsTypos(String snippet, int line) {
        assertThat(find(snippet))
                .isNotEmpty()
                .allSatisfy(match -> assertThat(program.line(match.from())).isEqualTo(line));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "var fish2 = createSprite(100, 200)",
                "var fish1 = createSprite(100, 300)",
                "fish1.velocityY = fish1.velocityY + 1",
                "fish1.velocityX = fish1.velocityX - 1",
                "if (keyDown(up) && score > 10) {",
                "if (keyDown(up) || score < 10) {",
                "var fish = createSprite(100, 200)",
                "fihs1.x",
                "{",
            })
    void takesNoOtherStatementForATypo(String snippet) {
        assertThat(find(snippet)).isEmpty();
    }

    private List<Match> find(String snippet) {
        return new NearSearch(program).find(Snippet.of(snippet, false));
    }
}
