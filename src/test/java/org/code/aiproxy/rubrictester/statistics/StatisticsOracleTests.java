package org.code.aiproxy.rubrictester.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.assertj.core.data.Offset;
import org.code.aiproxy.grading.rubric.Label;
import org.code.aiproxy.rubrictester.statistics.comparison.Changes;
import org.code.aiproxy.rubrictester.statistics.comparison.Holm;
import org.code.aiproxy.rubrictester.statistics.comparison.PairedComparison;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Holds the figures to what scikit-learn, statsmodels and SciPy give for a worked example. */
class StatisticsOracleTests {

    private static final Offset<Double> EXACTLY = within(1e-9);
    private static final JsonNode GOLDEN =
            new JsonMapper()
                    .readTree(Path.of("src/test/resources/oracle/statistics/golden.json").toFile());
    private static final JsonNode A = GOLDEN.get("A");
    private static final JsonNode A_VS_B = GOLDEN.get("A_vs_B");

    private static final List<Rating> BY_A = ratings("modelA");
    private static final List<Rating> BY_B = ratings("modelB");
    private static final Agreement AGREEMENT = Figures.of(BY_A, Scale.EXACT, 1).overall();
    private static final ConfusionMatrix CONFUSION = AGREEMENT.confusion();

    @Test
    void agreesOnTheFiguresOfOneAi() {
        assertThat(CONFUSION.accuracy().share().orElseThrow()).isCloseTo(a("accuracy"), EXACTLY);
        assertThat(CONFUSION.withinOneLevel().share().orElseThrow())
                .isCloseTo(a("adjacent"), EXACTLY);
        assertThat(CONFUSION.kappa()).hasValueCloseTo(a("kappa"), EXACTLY);
        assertThat(CONFUSION.quadraticWeightedKappa()).hasValueCloseTo(a("qwk"), EXACTLY);
        assertThat(CONFUSION.macroF1()).hasValueCloseTo(a("macro_f1"), EXACTLY);
    }

    @Test
    void agreesOnDistances() {
        Distances distances = AGREEMENT.distances();
        assertThat(distances.bias()).hasValueCloseTo(a("bias"), EXACTLY);
        assertThat(distances.meanAbsoluteDistance()).hasValueCloseTo(a("mae"), EXACTLY);
        assertThat(distances.standardisedMeanDifference())
                .hasValueCloseTo(a("smd_ddof1_human"), EXACTLY);
    }

    @Test
    void agreesOnClusteredErrors() {
        ClusteredMean accuracy =
                ClusteredMean.of(
                        BY_A, Rating::student, rating -> rating.isRight(Scale.EXACT) ? 1 : 0);
        double error = a("se_clustered_by_student");
        double t = A_VS_B.get("t975_df7").doubleValue();
        assertThat(accuracy.standardError()).hasValueCloseTo(error, EXACTLY);
        assertThat(ClusteredMean.quantile(7)).isCloseTo(t, EXACTLY);
        assertIs(
                AGREEMENT.accuracy().interval().orElseThrow(),
                a("accuracy") - t * error,
                a("accuracy") + t * error);
    }

    @Test
    void agreesOnEqualMargins() {
        MarginTest test = AGREEMENT.marginTest().orElseThrow();
        JsonNode expected = A.get("stuart_maxwell");
        assertThat(test.statistic()).isCloseTo(expected.get(0).doubleValue(), EXACTLY);
        assertThat(test.degreesOfFreedom()).isEqualTo(expected.get(1).intValue());
        assertThat(test.p()).isCloseTo(expected.get(2).doubleValue(), EXACTLY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"17/20", "20/20", "9/10", "88/100"})
    void agreesOnWilsonsInterval(String fraction) {
        int slash = fraction.indexOf('/');
        assertIs(
                new Proportion(
                        Integer.parseInt(fraction.substring(0, slash)),
                        Integer.parseInt(fraction.substring(slash + 1))),
                GOLDEN.get("wilson").get(fraction));
    }

    @Test
    void agreesOnWilsonsIntervalOfTheAccuracy() {
        assertIs(CONFUSION.accuracy(), A.get("wilson95_13_24"));
    }

    @Test
    void agreesOnFleissKappa() {
        JsonNode fleiss = GOLDEN.get("fleiss");
        List<VotedRating> votes =
                StreamSupport.stream(fleiss.get("counts").spliterator(), false)
                        .map(StatisticsOracleTests::votes)
                        .toList();
        assertThat(FleissKappa.of(votes, Scale.EXACT).kappa())
                .hasValueCloseTo(fleiss.get("kappa").doubleValue(), EXACTLY);
    }

    @Test
    void agreesOnTheComparisonOfTwoAis() {
        PairedComparison comparison = PairedComparison.of(BY_B, BY_A, Scale.EXACT);
        JsonNode table = A_VS_B.get("mcnemar_table");
        assertThat(comparison.ratings())
                .isEqualTo(
                        new Changes(
                                table.get(0).get(1).intValue(),
                                table.get(1).get(0).intValue(),
                                table.get(0).get(0).intValue() + table.get(1).get(1).intValue()));
        assertThat(comparison.ratings().mcNemarP())
                .isCloseTo(A_VS_B.get("exact_p").doubleValue(), EXACTLY);
        assertThat(comparison.difference().mean())
                .hasValueCloseTo(A_VS_B.get("mean_diff").doubleValue(), EXACTLY);
        assertThat(comparison.difference().standardError())
                .hasValueCloseTo(A_VS_B.get("se_clustered").doubleValue(), EXACTLY);
    }

    @Test
    void agreesOnHolmsCorrection() {
        JsonNode expected = GOLDEN.get("holm_[.01,.04,.03,.2]");
        List<Double> adjusted = Holm.adjusted(List.of(.01, .04, .03, .2));
        assertThat(adjusted).hasSize(expected.size());
        for (int index = 0; index < adjusted.size(); index++) {
            assertThat(adjusted.get(index)).isCloseTo(expected.get(index).doubleValue(), EXACTLY);
        }
    }

    @Test
    void agreesOnTheEdgesOfWeightedKappa() {
        JsonNode edges = GOLDEN.get("qwk_edge");
        assertThat(edges.get("all_equal_single_label").stringValue()).isEqualTo("NaN");
        assertThat(kappa("2222", "2222")).isEmpty();
        assertThat(kappa("2222", "0123"))
                .hasValue(edges.get("human_constant_model_varies").doubleValue());
        assertThat(kappa("0303", "3030")).hasValue(edges.get("swap").doubleValue());
    }

    private static OptionalDouble kappa(String people, String ai) {
        return ConfusionMatrix.of(Ratings.of(people, ai), Scale.EXACT).quadraticWeightedKappa();
    }

    private static void assertIs(Proportion proportion, JsonNode expected) {
        assertIs(
                proportion.interval().orElseThrow(),
                expected.get(0).doubleValue(),
                expected.get(1).doubleValue());
    }

    private static void assertIs(Interval interval, double low, double high) {
        assertThat(interval.low()).isCloseTo(low, EXACTLY);
        assertThat(interval.high()).isCloseTo(high, EXACTLY);
    }

    private static double a(String figure) {
        return A.get(figure).doubleValue();
    }

    private static List<Rating> ratings(String model) {
        return Ratings.of(digits("human"), digits(model), 3);
    }

    private static String digits(String labels) {
        return StreamSupport.stream(GOLDEN.get(labels).spliterator(), false)
                .map(JsonNode::asString)
                .collect(Collectors.joining());
    }

    private static VotedRating votes(JsonNode counts) {
        List<Label> votes =
                IntStream.range(0, counts.size())
                        .boxed()
                        .flatMap(level ->
                                IntStream.range(0, counts.get(level).intValue())
                                        .mapToObj(_ -> Ratings.label(level)))
                        .toList();
        return new VotedRating(new Rating("student", "Concept", Label.NO, votes.getFirst()), votes);
    }
}
