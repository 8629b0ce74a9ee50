package org.code.aiproxy.grading.voting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.code.aiproxy.grading.rubric.Label.CONVINCING;
import static org.code.aiproxy.grading.rubric.Label.EXTENSIVE;
import static org.code.aiproxy.grading.rubric.Label.LIMITED;
import static org.code.aiproxy.grading.rubric.Label.NO;

import java.util.List;
import java.util.stream.IntStream;
import org.code.aiproxy.grading.response.LabelledConcept;
import org.code.aiproxy.grading.rubric.Label;
import org.junit.jupiter.api.Test;

class ConsensusTests {

    @Test
    void givesTheMajoritysLabelAndTheVotes() {
        LabelledConcept result = of(LIMITED, NO, NO);
        assertThat(result.label()).isEqualTo(NO);
        assertThat(result.reason())
                .isEqualTo(
                        "<b>Votes: [Limited Evidence, No Evidence, No Evidence]</b><br>reason 2");
    }

    @Test
    void keepsTheFirstLabelOnATie() {
        assertThat(of(CONVINCING, EXTENSIVE).label()).isEqualTo(CONVINCING);
        assertThat(of(NO, LIMITED, LIMITED, NO).label()).isEqualTo(NO);
    }

    @Test
    void takesAllTextsFromTheFirstRowWithTheWinningLabel() {
        LabelledConcept result = of(LIMITED, NO, NO);
        assertThat(result.observations()).isEqualTo("observations 2");
        assertThat(result.evidence()).isEqualTo("evidence 2");
    }

    @Test
    void leavesTheReasonAloneWhenAllAgree() {
        assertThat(of(NO, NO).reason()).isEqualTo("reason 1");
    }

    @Test
    void countsTheWinnersShare() {
        assertThat(vote(LIMITED, NO, NO, NO).agreement()).isEqualTo(0.75);
        assertThat(vote(LIMITED).agreement()).isEqualTo(1);
    }

    @Test
    void answersInTheRubricsOrder() {
        assertThat(
                        Consensus.votes(
                                List.of("A", "B"),
                                List.of(List.of(row("B", NO, 1), row("A", EXTENSIVE, 1)))))
                .extracting(Vote::keyConcept)
                .containsExactly("A", "B");
    }

    @Test
    void goesByTheFirstOfTwoRowsThatContradictEachOther() {
        assertThat(
                        Consensus.votes(
                                List.of("A"),
                                List.of(List.of(row("A", EXTENSIVE, 1), row("A", NO, 2)))))
                .extracting(Vote::result)
                .containsExactly(row("A", EXTENSIVE, 1));
    }

    @Test
    void combinesResponsesThatAreEachAboutSomeKeyConcepts() {
        assertThat(
                        Consensus.votes(
                                List.of("A", "B", "C"),
                                List.of(
                                        List.of(row("A", NO, 1)),
                                        List.of(row("B", EXTENSIVE, 2), row("A", NO, 2)))))
                .extracting(vote -> vote.keyConcept() + vote.labels().size())
                .containsExactly("A2", "B1");
    }

    private static LabelledConcept of(Label... votes) {
        return vote(votes).result();
    }

    private static Vote vote(Label... votes) {
        List<List<LabelledConcept>> responses =
                IntStream.rangeClosed(1, votes.length)
                        .mapToObj(i -> List.of(row("A", votes[i - 1], i)))
                        .toList();
        return Consensus.votes(List.of("A"), responses).getFirst();
    }

    private static LabelledConcept row(String name, Label label, int i) {
        return new LabelledConcept(
                name, label, "observations " + i, "evidence " + i, "reason " + i);
    }
}
