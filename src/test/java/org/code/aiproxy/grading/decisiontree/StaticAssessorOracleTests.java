package org.code.aiproxy.grading.decisiontree;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.code.aiproxy.grading.feature.Oracle;
import org.code.aiproxy.grading.feature.Oracle.Lines;
import org.code.aiproxy.grading.feature.Oracle.Row;
import org.code.aiproxy.grading.feature.Oracle.RuleOverReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StaticAssessorOracleTests {

    private static final Oracle ORACLE = new Oracle();
    private static final List<Row> ROWS = ORACLE.rows();
    private static final Map<String, RuleOverReference> RULES_WIN = ORACLE.rulesOverReference();
    private static final double LEAST_SHARE_OF_AGREEING_EVIDENCE = 0.99;

    private final StaticAssessor assessor = new StaticAssessor();

    static List<Row> rows() {
        return ROWS;
    }

    @ParameterizedTest
    @MethodSource("rows")
    void agreesOnTheLabelUnlessTheRulesWin(Row row) {
        RuleOverReference rule = RULES_WIN.get(row.id());
        String expected = rule == null ? row.label() : rule.label();

        assertThat(assess(row).label().text())
                .as(rule == null ? "the reference's label" : rule.reason())
                .isEqualTo(expected);
    }

    @Test
    void everyRowWhereTheRulesWinDisagreesWithTheReference() {
        Map<String, String> labels = ROWS.stream().collect(Collectors.toMap(Row::id, Row::label));

        assertThat(RULES_WIN.values())
                .isNotEmpty()
                .allSatisfy(rule ->
                        assertThat(labels.get(rule.rowId()))
                                .isNotNull()
                                .isNotEqualTo(rule.label()));
    }

    @Test
    void agreesOnTheEvidenceLinesOfNearlyAllRows() {
        List<Row> disagreeing =
                ROWS.stream().filter(row -> !evidenceLines(row).equals(row.evidence())).toList();

        double share = 1 - (double) disagreeing.size() / ROWS.size();

        assertThat(share)
                .as("share of rows with the same evidence lines; others: %s", disagreeing)
                .isGreaterThan(LEAST_SHARE_OF_AGREEING_EVIDENCE);
    }

    private Set<Lines> evidenceLines(Row row) {
        return assess(row).evidence().stream()
                .map(item -> new Lines(item.place().firstLine(), item.place().lastLine()))
                .collect(Collectors.toSet());
    }

    private StaticAssessment assess(Row row) {
        return assessor.assess(row.lesson(), row.keyConcept(), ORACLE.program(row.file()));
    }
}
