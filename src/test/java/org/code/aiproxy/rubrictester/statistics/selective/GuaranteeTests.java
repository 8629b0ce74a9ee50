package org.code.aiproxy.rubrictester.statistics.selective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class GuaranteeTests {

    private static final Logger LOG = LoggerFactory.getLogger(GuaranteeTests.class);

    private static final Promise TENTH = new Promise(0.1, 0.9);
    private static final long SEED = 20_261;
    private static final int SPLITS = 1_000;
    private static final int CONCEPTS = 4;

    /** So many students come after those that certified, that chance is out of the question. */
    private static final int TO_COME = 2_000;

    /** Graders of whom it is known how good they are. */
    enum Grader {
        /** Right as often as it says. */
        CALIBRATED {
            @Override
            double confidence(Random random) {
                return 0.4 + 0.6 * random.nextDouble();
            }

            @Override
            double right(double confidence) {
                return confidence;
            }
        },
        /** Weak, but excellent where it is sure, as decision models are said to be. */
        SURE_WHERE_RIGHT {
            @Override
            double confidence(Random random) {
                return random.nextDouble();
            }

            @Override
            double right(double confidence) {
                return confidence > 0.6 ? 0.99 : 0.5;
            }
        },
        /** Says more than is true. */
        OVERCONFIDENT {
            @Override
            double confidence(Random random) {
                return 0.4 + 0.6 * random.nextDouble();
            }

            @Override
            double right(double confidence) {
                return 0.3 + 0.62 * confidence;
            }
        },
        /** Votes of three responses: two values of confidence, and ties everywhere. */
        VOTES {
            @Override
            double confidence(Random random) {
                return random.nextDouble() < 0.7 ? 1 : 2.0 / 3;
            }

            @Override
            double right(double confidence) {
                return confidence == 1 ? 0.905 : 0.6;
            }
        },
        /** Is always sure, and wrong a little more often than promised. */
        ALWAYS_SURE {
            @Override
            double confidence(Random random) {
                return 1;
            }

            @Override
            double right(double confidence) {
                return 0.895;
            }
        },
        /** Is worse where it is sure. */
        PERVERSE {
            @Override
            double confidence(Random random) {
                return random.nextDouble();
            }

            @Override
            double right(double confidence) {
                return 0.98 - 0.15 * confidence;
            }
        };

        abstract double confidence(Random random);

        abstract double right(double confidence);
    }

    @Test
    void certifiesATenthByTwentyTwoStudentsWithoutAnError() {
        assertThat(Guarantee.of(students(22, 0), TENTH, SEED))
                .hasValueSatisfying(it -> {
                    assertThat(it.tested()).isEqualTo(22);
                    assertThat(it.errors()).isZero();
                    assertThat(it.bound()).isCloseTo(0.0994, within(1e-4));
                    assertThat(it.coverage().value()).hasValue(1);
                });
        assertThat(Guarantee.of(students(21, 0), TENTH, SEED)).isEmpty();
        assertThat(Guarantee.of(students(22, 1), TENTH, SEED)).isEmpty();
        assertThat(Guarantee.of(students(38, 1), TENTH, SEED)).isPresent();
    }

    @Test
    void certifiesNothingOfNoLabels() {
        assertThat(Guarantee.of(List.of(), TENTH, SEED)).isEmpty();
    }

    @Test
    void leavesOutWhatTheGraderIsUnsureOf() {
        List<ScoredLabel> labels = new ArrayList<>(students(60, 0));
        IntStream.range(0, 40)
                .forEach(i -> labels.add(new ScoredLabel("unsure" + i, "A", 0.5, i % 2 == 0)));

        Guarantee guarantee = Guarantee.of(labels, TENTH, SEED).orElseThrow();

        assertThat(guarantee.threshold()).isBetween(0.5, 0.9);
        assertThat(guarantee.coverage().value().orElseThrow()).isBetween(0.6, 0.8);
        assertThat(guarantee.bound()).isLessThanOrEqualTo(0.1);
    }

    /**
     * The promise itself: of random samples of students, at most a tenth may lead to a threshold
     * above which more than a tenth of the labels to come are wrong.
     */
    @ParameterizedTest
    @EnumSource
    void keepsItsPromiseInNineOfTenSplits(Grader grader) {
        for (int students : List.of(25, 60, 200)) {
            Random random = new Random(SEED);
            int certified = 0;
            int broken = 0;
            double coverage = 0;
            for (int split = 0; split < SPLITS; split++) {
                Optional<Guarantee> guarantee =
                        Guarantee.of(labels(grader, students, random), TENTH, split);
                if (guarantee.isPresent()) {
                    certified++;
                    List<ScoredLabel> toCome = labels(grader, TO_COME, random);
                    coverage +=
                            Guarantee.coverage(toCome, guarantee.get().threshold())
                                    .value()
                                    .orElseThrow();
                    broken += error(toCome, guarantee.get().threshold()) > 0.1 ? 1 : 0;
                }
            }
            LOG.info(
                    "{}, {} students: {} of {} splits certify, {} break the promise, coverage {}",
                    grader,
                    students,
                    certified,
                    SPLITS,
                    broken,
                    certified == 0 ? "-" : "%.2f".formatted(coverage / certified));
            assertThat(broken).as("%s, %d students", grader, students).isLessThanOrEqualTo(100);
        }
    }

    private static double error(List<ScoredLabel> labels, double threshold) {
        return labels.stream()
                .filter(label -> Guarantee.reaches(label, threshold))
                .mapToInt(label -> label.isRight() ? 0 : 1)
                .average()
                .orElse(0);
    }

    /** A student who is good or bad at one key concept is so at the others. */
    private static List<ScoredLabel> labels(Grader grader, int students, Random random) {
        List<ScoredLabel> labels = new ArrayList<>();
        for (int student = 0; student < students; student++) {
            double luck = random.nextDouble();
            for (int concept = 0; concept < CONCEPTS; concept++) {
                double confidence = grader.confidence(random);
                boolean isTypical = random.nextBoolean();
                double draw = isTypical ? luck : random.nextDouble();
                labels.add(
                        new ScoredLabel(
                                "student_" + student,
                                "concept_" + concept,
                                confidence,
                                draw < grader.right(confidence)));
            }
        }
        return labels;
    }

    private static List<ScoredLabel> students(int n, int errors) {
        return IntStream.range(0, n)
                .mapToObj(i -> new ScoredLabel("student_" + i, "A", 0.9, i >= errors))
                .toList();
    }
}
