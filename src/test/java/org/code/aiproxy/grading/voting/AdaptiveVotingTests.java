package org.code.aiproxy.grading.voting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.code.aiproxy.grading.response.LabelledConcept;
import org.code.aiproxy.grading.rubric.Label;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class AdaptiveVotingTests {

    private static final Logger LOG = LoggerFactory.getLogger(AdaptiveVotingTests.class);

    private static final List<Label> LABELS = List.of(Label.values());
    private static final int SIMULATED = 5_000;

    /** Every sequence of labels there is: at 7 responses, 16,384. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7})
    void givesTheLabelThatAllResponsesWouldHaveGiven(int wanted) {
        int sequences = (int) Math.pow(LABELS.size(), wanted);
        for (int number = 0; number < sequences; number++) {
            List<Label> labels = sequence(number, wanted);
            List<List<Label>> concept = labels.stream().map(List::of).toList();
            int asked = asked(concept);
            assertThat(Vote.winner(labels.subList(0, asked)))
                    .as("%s after %d", labels, asked)
                    .isEqualTo(Vote.winner(labels));
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 2", "3, 2", "5, 3", "10, 6"})
    void beginsWithTheFewestThatCanDecide(int wanted, int first) {
        assertThat(AdaptiveVoting.first(wanted)).isEqualTo(first);
    }

    @Test
    void asksForNoneOnceAllKeyConceptsAreDecided() {
        assertThat(AdaptiveVoting.next(votes(List.of(Label.NO, Label.NO)), 1)).isZero();
        assertThat(AdaptiveVoting.next(votes(List.of(Label.NO, Label.LIMITED)), 1)).isEqualTo(1);
    }

    @Test
    void asksForAllThatAreLeftWhereNoneCouldBeUsed() {
        assertThat(AdaptiveVoting.next(List.of(), 2)).isEqualTo(2);
    }

    /**
     * Five key concepts, five responses, each of which has the right label with the given
     * probability. The labels are those of all five responses in every case; the calls that were
     * saved are logged.
     */
    @ParameterizedTest
    @CsvSource({"0.60, 0.01", "0.70, 0.03", "0.80, 0.08", "0.90, 0.18", "0.95, 0.25"})
    void savesCallsAtEveryRateOfAgreement(double rate, double leastSaved) {
        Random random = new Random(1);
        int wanted = 5;
        long calls = 0;
        for (int i = 0; i < SIMULATED; i++) {
            List<List<Label>> responses =
                    IntStream.range(0, wanted).mapToObj(_ -> response(5, rate, random)).toList();
            int asked = asked(responses);
            calls += asked;
            assertThat(winners(responses.subList(0, asked))).isEqualTo(winners(responses));
        }
        double saved = 1 - (double) calls / ((long) SIMULATED * wanted);
        LOG.info("Agreement {}: {} of the calls saved, all labels the same", rate, saved);
        assertThat(saved).isGreaterThan(leastSaved);
    }

    /** How many of the responses adaptive voting asks for. */
    private static int asked(List<List<Label>> responses) {
        int asked = AdaptiveVoting.first(responses.size());
        while (asked < responses.size()) {
            int more =
                    AdaptiveVoting.next(
                            byConcept(responses.subList(0, asked)), responses.size() - asked);
            if (more == 0) {
                return asked;
            }
            asked += more;
        }
        return asked;
    }

    private static List<Label> winners(List<List<Label>> responses) {
        return byConcept(responses).stream().map(Vote::winner).toList();
    }

    private static List<Vote> byConcept(List<List<Label>> responses) {
        return IntStream.range(0, responses.getFirst().size())
                .mapToObj(concept ->
                        vote(responses.stream().map(response -> response.get(concept)).toList()))
                .toList();
    }

    private static List<Label> response(int concepts, double rate, Random random) {
        List<Label> response = new ArrayList<>();
        for (int i = 0; i < concepts; i++) {
            response.add(
                    random.nextDouble() < rate
                            ? Label.CONVINCING
                            : LABELS.get(random.nextInt(LABELS.size())));
        }
        return response;
    }

    private static List<Label> sequence(int number, int length) {
        List<Label> labels = new ArrayList<>();
        for (int rest = number; labels.size() < length; rest /= LABELS.size()) {
            labels.add(LABELS.get(rest % LABELS.size()));
        }
        return labels;
    }

    private static List<Vote> votes(List<Label> labels) {
        return List.of(vote(labels));
    }

    private static Vote vote(List<Label> labels) {
        return new Vote(
                labels.stream().map(label -> new LabelledConcept("A", label, "", "", "")).toList());
    }
}
