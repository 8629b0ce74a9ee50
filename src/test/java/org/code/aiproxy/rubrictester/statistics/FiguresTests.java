package org.code.aiproxy.rubrictester.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class FiguresTests {

    private static final List<Rating> RATINGS = Ratings.of("012332101230", "012231101330", 2);

    @Test
    void givesEachKeyConceptInTheOrderOfTheRubric() {
        Figures figures = Figures.of(List.of("Concept 1", "Concept 0"), RATINGS, Scale.EXACT, 1);
        assertThat(figures.byKeyConcept()).containsOnlyKeys("Concept 0", "Concept 1");
        assertThat(figures.byKeyConcept().firstEntry().getKey()).isEqualTo("Concept 1");
        assertThat(figures.byKeyConcept().values())
                .extracting(agreement -> agreement.confusion().n())
                .containsExactly(6, 6);
        assertThat(figures.overall().confusion().n()).isEqualTo(12);
    }

    @Test
    void countsStudentsNotRatings() {
        Figures figures = Figures.of(RATINGS, Scale.EXACT, 1);
        assertThat(figures.overall().students()).isEqualTo(6);
        assertThat(figures.byKeyConcept().firstEntry().getValue().students()).isEqualTo(6);
    }

    @Test
    void usesWilsonsIntervalForAKeyConceptAndAClusteredOneOverall() {
        Figures figures = Figures.of(RATINGS, Scale.EXACT, 1);
        Agreement concept = figures.byKeyConcept().firstEntry().getValue();
        assertThat(concept.accuracy()).isEqualTo(concept.confusion().accuracy().estimate());
        assertThat(figures.overall().accuracy().value())
                .isEqualTo(figures.overall().confusion().accuracy().share());
        assertThat(figures.overall().accuracy().interval())
                .isNotEqualTo(figures.overall().confusion().accuracy().interval());
    }

    @Test
    void takesStudentsWhoAreAllAlikeForOneCaseEach() {
        Agreement overall =
                Figures.of(Ratings.of("01230123", "01230123", 2), Scale.EXACT, 1).overall();
        assertThat(overall.accuracy()).isEqualTo(new Proportion(4, 4).estimate());
    }

    @Test
    void takesASingleStudentForOneCase() {
        Agreement overall = Figures.of(Ratings.of("0123", "0122", 4), Scale.EXACT, 1).overall();
        assertThat(overall.accuracy().value()).hasValue(0.75);
        assertThat(overall.accuracy().interval()).hasValue(Wilson.interval(0.75, 1));
        assertThat(overall.quadraticWeightedKappa().value()).isPresent();
        assertThat(overall.quadraticWeightedKappa().interval()).isEmpty();
    }

    @Test
    void hasUndefinedFiguresOfNoRatings() {
        Figures figures = Figures.of(List.of("Concept"), List.of(), Scale.PASS_FAIL, 1);
        assertThat(figures.byKeyConcept().firstEntry().getValue()).isEqualTo(figures.overall());
        assertThat(figures.overall().students()).isZero();
        assertThat(figures.overall().accuracy().value()).isEmpty();
        assertThat(figures.overall().accuracy().interval()).isEmpty();
        assertThat(figures.overall().quadraticWeightedKappa().value()).isEmpty();
        assertThat(figures.overall().marginTest()).isEmpty();
        assertThat(figures.overall().flags()).isEmpty();
    }

    @Test
    void isTheSameForTheSameSeedInAnyOrder() {
        List<String> concepts = List.of("Concept 0", "Concept 1");
        assertThat(Figures.of(concepts, RATINGS, Scale.EXACT, 5))
                .isEqualTo(Figures.of(concepts, RATINGS.reversed(), Scale.EXACT, 5));
    }

    @Test
    void refusesARatingOnAnotherKeyConcept() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Figures.of(List.of("Concept 1"), RATINGS, Scale.EXACT, 1))
                .withMessageContaining("Concept 0");
    }
}
