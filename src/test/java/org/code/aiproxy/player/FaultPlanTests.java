package org.code.aiproxy.player;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.code.aiproxy.player.FaultPlan.Share;
import org.code.aiproxy.player.model.PlayedQuestion;
import org.code.aiproxy.player.model.PlayedQuestion.Form;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class FaultPlanTests {

    private static final int CALLS = 10_000;

    @ParameterizedTest
    @CsvSource({
        "gpt-play-429, LIMIT",
        "gpt-play-429-wait, LIMIT_WITH_WAIT",
        "play-hang, HANG",
        "us.play-hang, HANG",
        "gpt-display-hang,",
        "gpt-play,",
        "gpt-6-luna,"
    })
    void playsWhatAModelsNameAsksFor(String model, PlayedFault fault) {
        assertThat(new FaultPlan(List.of(), 1).of(asking(model)))
                .isEqualTo(Optional.ofNullable(fault));
    }

    @Test
    void listsTheFaultsWhereANameAsksForAnother() {
        FaultPlan plan = new FaultPlan(List.of(), 1);
        assertThatThrownBy(() -> plan.of(asking("gpt-play-nap")))
                .isInstanceOf(UnknownFaultException.class)
                .hasMessageContaining("`nap`")
                .hasMessageContaining("429, 429-wait, 500");
    }

    @Test
    void givesEachFaultItsShareOfTheCalls() {
        List<Optional<PlayedFault>> drawn =
                drawn(
                        new FaultPlan(
                                List.of(
                                        new Share(
                                                List.of(PlayedFault.LIMIT, PlayedFault.FAILURE),
                                                0.2),
                                        new Share(List.of(PlayedFault.HANG), 0.05)),
                                1));
        assertThat(share(drawn, PlayedFault.LIMIT)).isBetween(0.09, 0.11);
        assertThat(share(drawn, PlayedFault.FAILURE)).isBetween(0.09, 0.11);
        assertThat(share(drawn, PlayedFault.HANG)).isBetween(0.04, 0.06);
    }

    @Test
    void givesTheSameCallsTheSameFaultsByTheSameSeed() {
        List<Share> half = List.of(new Share(List.of(PlayedFault.LIMIT), 0.5));
        assertThat(drawn(new FaultPlan(half, 7)))
                .isEqualTo(drawn(new FaultPlan(half, 7)))
                .isNotEqualTo(drawn(new FaultPlan(half, 8)));
    }

    @Test
    void givesAllCallsAFaultWhereItsShareIsOne() {
        List<Share> all = List.of(new Share(List.of(PlayedFault.CUT), 1));
        assertThat(share(drawn(new FaultPlan(all, 1)), PlayedFault.CUT)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
    void refusesSharesOutOfRange(double share) {
        List<PlayedFault> faults = List.of(PlayedFault.CUT);
        assertThatThrownBy(() -> new Share(faults, share))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesMoreThanAllCalls() {
        List<Share> shares = Collections.nCopies(2, new Share(List.of(PlayedFault.CUT), 0.6));
        assertThatThrownBy(() -> new FaultPlan(shares, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static List<Optional<PlayedFault>> drawn(FaultPlan plan) {
        return Stream.generate(() -> plan.of(asking("gpt-6"))).limit(CALLS).toList();
    }

    private static double share(List<Optional<PlayedFault>> drawn, PlayedFault fault) {
        return drawn.stream().filter(it -> it.equals(Optional.of(fault))).count() / (double) CALLS;
    }

    private static PlayedQuestion asking(String model) {
        return new PlayedQuestion(
                model, false, 1, List.of(), new Form.Free(), new JsonMapper().createObjectNode());
    }
}
