package org.code.aiproxy.rubrictester.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class FlagTests {

    @Test
    void raisesNoneWhereTheAiAgrees() {
        assertThat(of("00112233", "00112233")).isEmpty();
    }

    @Test
    void warnsOfLowAgreementAlone() {
        assertThat(of("00112233", "33221100")).containsExactly(Flag.LOW_AGREEMENT);
    }

    @Test
    void warnsOfUnequalMeansEitherWay() {
        assertThat(of("00112233", "00122333")).containsExactly(Flag.UNEQUAL_MEANS);
        assertThat(of("00122333", "00112233")).containsExactly(Flag.UNEQUAL_MEANS);
    }

    @Test
    void raisesNoneOfUndefinedFigures() {
        assertThat(of("", "")).isEmpty();
        assertThat(of("222", "222")).isEmpty();
    }

    private static Set<Flag> of(String people, String ai) {
        return Flag.of(ConfusionMatrix.of(Ratings.of(people, ai), Scale.EXACT));
    }
}
