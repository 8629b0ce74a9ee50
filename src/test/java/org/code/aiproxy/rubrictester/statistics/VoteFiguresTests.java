package org.code.aiproxy.rubrictester.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.code.aiproxy.rubrictester.statistics.Ratings.voted;

import java.util.List;
import org.junit.jupiter.api.Test;

class VoteFiguresTests {

    @Test
    void drawsTheShareRightByAgreement() {
        Reliability reliability =
                Reliability.of(
                        List.of(
                                voted(3, 3, "333"),
                                voted(2, 2, "222"),
                                voted(0, 3, "333"),
                                voted(1, 1, "112"),
                                voted(3, 2, "212"),
                                voted(0, 1, "123"),
                                voted(2, 2, "2")),
                        Scale.EXACT);
        assertThat(reliability.curve())
                .containsExactly(
                        new Reliability.Point(1 / 3.0, new Proportion(0, 1)),
                        new Reliability.Point(2 / 3.0, new Proportion(1, 2)),
                        new Reliability.Point(1, new Proportion(2, 3)));
        assertThat(reliability.unanimous()).isEqualTo(new Proportion(2, 3));
        assertThat(reliability.split()).isEqualTo(new Proportion(1, 3));
        assertThat(reliability.leftOut()).isEqualTo(1);
    }

    @Test
    void takesVotesThatPassAlikeForUnanimousOnThatScale() {
        VotedRating vote = voted(3, 2, "223");
        assertThat(vote.isUnanimous(Scale.EXACT)).isFalse();
        assertThat(vote.isUnanimous(Scale.PASS_FAIL)).isTrue();
        assertThat(vote.agreement(Scale.PASS_FAIL)).isEqualTo(1);
    }

    @Test
    void countsTheMostCommonNumberOfVotesAndSaysWhatWasLeftOut() {
        FleissKappa fleiss =
                FleissKappa.of(
                        List.of(
                                voted(0, 0, "000"),
                                voted(1, 1, "111"),
                                voted(2, 2, "22222"),
                                voted(3, 3, "3")),
                        Scale.EXACT);
        assertThat(fleiss.kappa()).hasValue(1);
        assertThat(fleiss.votes()).isEqualTo(3);
        assertThat(fleiss.cases()).isEqualTo(2);
        assertThat(fleiss.leftOut()).isEqualTo(2);
    }

    @Test
    void takesTheGreaterOfTwoEquallyCommonNumbersOfVotes() {
        List<VotedRating> votes = List.of(voted(0, 0, "01"), voted(1, 1, "11100"));
        assertThat(FleissKappa.of(votes, Scale.EXACT).votes()).isEqualTo(5);
    }

    @Test
    void leavesTheAgreementOfVotesUndefinedWhereAllAreTheSame() {
        assertThat(FleissKappa.of(List.of(voted(0, 0, "00")), Scale.EXACT).kappa()).isEmpty();
    }

    @Test
    void isUndefinedOfNoVotes() {
        VoteFigures none = VoteFigures.of(List.of(), Scale.EXACT);
        assertThat(none.agreement().kappa()).isEmpty();
        assertThat(none.agreement().votes()).isZero();
        assertThat(none.reliability().curve()).isEmpty();
        assertThat(none.reliability().unanimous().share()).isEmpty();
        assertThat(none.secondLook()).isEmpty();
    }

    @Test
    void listsWhereAUnanimousAiDisagreesWithPeopleTheFurthestFirst() {
        VotedRating near = voted(2, 3, "33333");
        VotedRating far = voted(0, 3, "333");
        VotedRating farByMore = voted(3, 0, "00000");
        VotedRating right = voted(3, 3, "333");
        VotedRating split = voted(0, 3, "332");
        VotedRating single = voted(0, 3, "3");
        List<VotedRating> votes = List.of(near, far, farByMore, right, split, single);
        assertThat(VoteFigures.of(votes, Scale.EXACT).secondLook())
                .containsExactly(farByMore, far, near);
    }

    @Test
    void refusesALabelWithoutAVote() {
        assertThatIllegalArgumentException().isThrownBy(() -> voted(0, 0, ""));
    }
}
