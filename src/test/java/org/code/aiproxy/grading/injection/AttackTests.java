package org.code.aiproxy.grading.injection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Forty programs that try to talk to their grader, each in its own way. */
class AttackTests {

    static List<Attack> attacks() {
        return Attack.all();
    }

    /** The lines expected are those that a person would point at. */
    @ParameterizedTest
    @CsvFileSource(resources = "/attacks/lines.csv", numLinesToSkip = 1)
    void isFlaggedOnLinesOfTheAttack(String technique, int first, int last) {
        assertThat(InjectionDetector.suspiciousLines(attack(technique).program()))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).isBetween(first, last));
    }

    @Test
    void areFortyOfWhichEachHasItsLines() {
        assertThat(attacks()).hasSize(40);
        assertThat(getClass().getResourceAsStream("/attacks/lines.csv"))
                .asString(StandardCharsets.UTF_8)
                .contains(attacks().stream().map(Attack::technique).toList());
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void cannotCloseTheBoundary(Attack attack) {
        Boundary boundary = Boundary.around(attack.program());
        List<String> lines = boundary.wrap(attack.program()).lines().toList();

        assertThat(lines.getFirst()).isEqualTo(boundary.opening());
        assertThat(lines.getLast()).isEqualTo(boundary.closing());
        assertThat(lines.subList(1, lines.size() - 1))
                .startsWith(attack.program().lines().toArray(String[]::new))
                .noneMatch(line -> line.contains(boundary.closing()))
                .noneMatch(line -> line.contains(boundary.opening()));
    }

    private static Attack attack(String technique) {
        return attacks().stream()
                .filter(attack -> attack.technique().equals(technique))
                .findFirst()
                .orElseThrow();
    }
}
