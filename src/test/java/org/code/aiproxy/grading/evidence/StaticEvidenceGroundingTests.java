package org.code.aiproxy.grading.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.code.aiproxy.grading.decisiontree.StaticAssessment;
import org.code.aiproxy.grading.decisiontree.StaticAssessor;
import org.code.aiproxy.grading.feature.CodeFeatures;
import org.code.aiproxy.grading.feature.FeatureExtractor;
import org.code.aiproxy.grading.feature.Finding;
import org.code.aiproxy.grading.program.SampledProgram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** What decision trees show is right already, over all programs there are. */
class StaticEvidenceGroundingTests {

    private static final List<Grounded> ALL =
            SampledProgram.all().stream().flatMap(StaticEvidenceGroundingTests::grounded).toList();

    /** Evidence of a decision tree before and after grounding. */
    private record Grounded(String program, String before, GroundedEvidence after) {

        boolean staysOnItsLines() {
            return lines(before).equals(lines(after.text()));
        }

        private static List<String> lines(String evidence) {
            return TeachersPage.items(evidence).stream()
                    .map(item -> item.first() + "-" + item.last())
                    .toList();
        }
    }

    @Test
    void staysOnItsLines(TestReporter reporter) {
        List<Grounded> moved = ALL.stream().filter(one -> !one.staysOnItsLines()).toList();
        long sameText = ALL.stream().filter(one -> one.before().equals(one.after().text())).count();

        reporter.publishEntry(
                "evidence of decision trees",
                "%d texts with %d items: %d on other lines, %d with the same text"
                        .formatted(
                                ALL.size(),
                                ALL.stream().mapToInt(one -> one.after().items()).sum(),
                                moved.size(),
                                sameText));
        assertThat(moved).isEmpty();
    }

    @Test
    void isNeverUnverified() {
        assertThat(ALL).filteredOn(one -> one.after().unverified() > 0).isEmpty();
    }

    private static String text(StaticAssessment assessment) {
        return assessment.evidence().stream().map(Finding::text).collect(Collectors.joining(" "));
    }

    private static Stream<Grounded> grounded(SampledProgram sample) {
        StaticAssessor assessor = new StaticAssessor();
        CodeFeatures features = new FeatureExtractor().extract(sample.program().code());
        Grounding grounding = Grounding.in(sample.program());
        return assessor.lessons().stream()
                .flatMap(lesson ->
                        assessor.keyConcepts(lesson).stream()
                                .map(concept -> assessor.assess(lesson, concept, features)))
                .map(StaticEvidenceGroundingTests::text)
                .filter(evidence -> !evidence.isEmpty())
                .map(evidence -> new Grounded(sample.name(), evidence, grounding.ground(evidence)));
    }
}
