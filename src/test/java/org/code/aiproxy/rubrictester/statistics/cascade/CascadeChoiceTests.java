package org.code.aiproxy.rubrictester.statistics.cascade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.code.aiproxy.rubrictester.statistics.cascade.CascadeChoice.Point;
import org.code.aiproxy.rubrictester.statistics.cascade.Route.Step;
import org.junit.jupiter.api.Test;

class CascadeChoiceTests {

    private static final long SEED = 1;
    private static final StepCost CHEAP = new StepCost(0.001, 0);
    private static final StepCost DEAR = new StepCost(0.01, 0.002);

    @Test
    void aKeyConceptGoesOnUntilAModelIsSureEnough() {
        Work work =
                new Work(
                        "a",
                        List.of(
                                List.of(new StepAnswer(0.9, true), new StepAnswer(1, false)),
                                List.of(new StepAnswer(0.8, false), new StepAnswer(0.2, true)),
                                List.of(new StepAnswer(0.3, false), new StepAnswer(1, true))),
                        List.of(CHEAP, DEAR));

        Outcome kept = new Route(List.of(new Step(0, 0.8), new Step(1, 0))).of(work);
        assertThat(kept.right()).isEqualTo(2);
        assertThat(kept.usd()).isEqualTo(0.001 + 0.01 + 0.002, within(1e-12));

        Outcome strict = new Route(List.of(new Step(0, 0.9), new Step(1, 0))).of(work);
        assertThat(strict.right()).isEqualTo(3);
        assertThat(strict.usd()).isEqualTo(0.001 + 0.01 + 0.004, within(1e-12));

        assertThat(Route.alone(0).of(work)).isEqualTo(new Outcome(3, 1, 0.001));
        assertThat(new Route(List.of(new Step(0, 0.3), new Step(1, 0))).of(work).usd())
                .as("the second model isn't asked")
                .isEqualTo(0.001, within(1e-12));
    }

    @Test
    void triesEveryWayThroughTheModels() {
        assertThat(Route.all(1)).containsExactly(Route.alone(0));
        assertThat(Route.all(2)).hasSize(1 + 1 + 17);
        assertThat(Route.all(3)).hasSize(3 + 3 * 17 + 17 * 17).doesNotHaveDuplicates();
    }

    @Test
    void takesTheCheaperWayWhereTheCheapModelKnowsWhatItKnows() {
        CascadeChoice choice = CascadeChoice.of(works(200, true), 0.02, SEED);

        assertThat(choice.best().route()).isEqualTo(Route.alone(1));
        assertThat(choice.chosen().route().steps()).hasSize(2);
        assertThat(choice.chosen().usd()).isLessThan(0.8 * choice.best().usd());
        assertThat(choice.heldOut().value().orElseThrow()).isGreaterThanOrEqualTo(-0.02);
        assertThat(choice.alone())
                .extracting(Point::route)
                .containsExactly(Route.alone(0), Route.alone(1));
    }

    @Test
    void staysWithTheBestModelWhereTheCheapOneKnowsNothing() {
        CascadeChoice choice = CascadeChoice.of(works(200, false), 0.02, SEED);

        assertThat(choice.chosen().route()).isEqualTo(Route.alone(1));
        assertThat(choice.heldOut().value().orElseThrow()).isGreaterThanOrEqualTo(-0.02);
    }

    @Test
    void hasAFrontierThatRises() {
        CascadeChoice choice = CascadeChoice.of(works(100, true), 0.02, SEED);

        List<Point> frontier = choice.frontier();
        assertThat(frontier).hasSizeGreaterThan(2);
        for (int i = 1; i < frontier.size(); i++) {
            assertThat(frontier.get(i).usd()).isGreaterThan(frontier.get(i - 1).usd());
            assertThat(frontier.get(i).accuracy()).isGreaterThan(frontier.get(i - 1).accuracy());
        }
        assertThat(frontier.getLast().accuracy()).isGreaterThanOrEqualTo(choice.best().accuracy());
    }

    /** With a standard error to spare the allowance is exceeded one time in six, at most. */
    @Test
    void keepsItsWordOnProgramsToCome() {
        int broken = 0;
        for (int sample = 0; sample < 50; sample++) {
            CascadeChoice choice = CascadeChoice.of(works(150, true, sample), 0.02, sample);
            List<Work> toCome = works(2_000, true, 1_000 + sample);
            double difference =
                    accuracy(choice.chosen().route(), toCome)
                            - accuracy(choice.best().route(), toCome);
            broken += difference < -0.02 ? 1 : 0;
        }
        assertThat(broken).isLessThanOrEqualTo(8);
    }

    private static double accuracy(Route route, List<Work> works) {
        return works.stream().map(route::of).reduce(Outcome.NONE, Outcome::plus).accuracy();
    }

    private static List<Work> works(int programs, boolean knows) {
        return works(programs, knows, 7);
    }

    /**
     * The dear model is right nine times of ten, the cheap one as often as it says, or half the
     * time.
     */
    private static List<Work> works(int programs, boolean knows, long seed) {
        Random random = new Random(seed);
        List<Work> works = new ArrayList<>();
        for (int program = 0; program < programs; program++) {
            boolean isEasy = random.nextInt(10) < 7;
            List<List<StepAnswer>> concepts = new ArrayList<>();
            for (int concept = 0; concept < 4; concept++) {
                double confidence = isEasy ? 0.98 : 0.5 + random.nextDouble() * 0.3;
                boolean isRight = random.nextDouble() < (knows ? confidence : 0.5);
                concepts.add(
                        List.of(
                                new StepAnswer(confidence, isRight),
                                new StepAnswer(0.9, random.nextDouble() < 0.93)));
            }
            works.add(new Work("s" + program, concepts, List.of(CHEAP, DEAR)));
        }
        return works;
    }
}
