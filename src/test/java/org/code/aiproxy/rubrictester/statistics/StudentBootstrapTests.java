package org.code.aiproxy.rubrictester.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StudentBootstrapTests {

    private static final List<Rating> RATINGS = noisy(100, 5);

    @Test
    void isTheSameForTheSameSeedInAnyOrder() {
        assertThat(of(RATINGS, 7)).isEqualTo(of(RATINGS, 7)).isEqualTo(of(RATINGS.reversed(), 7));
    }

    @Test
    void differsALittleWithTheSeed() {
        Interval one = of(RATINGS, 1).orElseThrow();
        Interval other = of(RATINGS, 2).orElseThrow();
        assertThat(one).isNotEqualTo(other);
        assertThat(one.low()).isCloseTo(other.low(), within(0.02));
        assertThat(one.high()).isCloseTo(other.high(), within(0.02));
    }

    @Test
    void liesAroundTheFigure() {
        double kappa =
                ConfusionMatrix.of(RATINGS, Scale.EXACT).quadraticWeightedKappa().orElseThrow();
        Interval interval = of(RATINGS, 1).orElseThrow();
        assertThat(kappa).isBetween(interval.low(), interval.high());
    }

    @Test
    void narrowsWithTheRootOfTheNumberOfStudents() {
        double few = width(of(noisy(200, 1), 1));
        double many = width(of(noisy(3200, 1), 1));
        assertThat(few / many).isBetween(3.0, 5.0);
    }

    @Test
    void isNotNarrowerForCopiesOfAStudentsRatings() {
        List<Rating> single = noisy(100, 1);
        List<Rating> copied = IntStream.range(0, 5).boxed().flatMap(_ -> single.stream()).toList();
        assertThat(of(copied, 3)).isEqualTo(of(single, 3));
    }

    @Test
    void isNotThereForFewerThanTwoStudents() {
        assertThat(of(List.of(), 1)).isEmpty();
        assertThat(of(Ratings.of("0123", "0122", 4), 1)).isEmpty();
    }

    @Test
    void isNotThereWhereStudentsAreAllAlike() {
        assertThat(of(Ratings.of("01230123", "01230123", 4), 1)).isEmpty();
        assertThat(of(Ratings.of("2222", "2222"), 1)).isEmpty();
    }

    @Test
    void isNotThereWhereManyResamplesAreUndefined() {
        assertThat(of(Ratings.of("22222223", "22222223"), 1)).isEmpty();
    }

    private static double width(Optional<Interval> interval) {
        return interval.orElseThrow().high() - interval.orElseThrow().low();
    }

    private static Optional<Interval> of(List<Rating> ratings, long seed) {
        return StudentBootstrap.quadraticWeightedKappa(ratings, Scale.EXACT, seed);
    }

    private static List<Rating> noisy(int students, int keyConcepts) {
        Random random = new Random(42);
        int[] people = random.ints((long) students * keyConcepts, 0, 4).toArray();
        String ai =
                IntStream.of(people)
                        .map(label -> random.nextInt(3) == 0 ? random.nextInt(4) : label)
                        .mapToObj(String::valueOf)
                        .collect(Collectors.joining());
        return Ratings.of(
                IntStream.of(people).mapToObj(String::valueOf).collect(Collectors.joining()),
                ai,
                keyConcepts);
    }
}
