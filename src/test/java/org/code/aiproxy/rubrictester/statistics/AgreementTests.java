package org.code.aiproxy.rubrictester.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AgreementTests {

    /** Of two key concepts, each always has one level: a lesson's baseline is 100 %, not 50 %. */
    @Test
    void comparesALessonWithTheBaselineOfEachKeyConcept() {
        List<Rating> ratings = Ratings.of("01" + "01" + "01", "00" + "00" + "00", 2);

        Figures figures = Figures.of(ratings, Scale.EXACT, 1);

        assertThat(figures.overall().majorityBaseline()).isEqualTo(new Proportion(6, 6));
        assertThat(figures.overall().confusion().majorityBaseline())
                .isEqualTo(new Proportion(3, 6));
    }
}
