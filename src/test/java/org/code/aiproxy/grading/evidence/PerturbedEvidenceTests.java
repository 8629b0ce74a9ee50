package org.code.aiproxy.grading.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.code.aiproxy.grading.evidence.TeachersPage.Item;
import org.code.aiproxy.grading.program.SampledProgram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** Evidence that is known to be right, misquoted as models do and worse, over real programs. */
class PerturbedEvidenceTests {

    private static final long SEED = 20_260_101;
    private static final double LEAST_SHARE_ON_TRUE_LINES = 0.999;

    /** What came of evidence about one program. */
    private record Trial(
            SampledProgram sample, KnownEvidence known, String evidence, GroundedEvidence after) {

        List<Item> items() {
            return TeachersPage.items(after.text());
        }

        boolean staysInTheProgram() {
            return items().stream()
                    .allMatch(item -> item.first() >= 1 && item.last() <= known.lines());
        }

        boolean quotesTheProgram() {
            TeachersPage page = new TeachersPage(sample.program());
            return items().stream().flatMap(item -> item.snippets().stream()).allMatch(page::finds);
        }

        boolean isUnverified() {
            return after.unverified() == 1
                    && after.items() == 1
                    && after.text().endsWith("Shows it (unverified)");
        }

        @Override
        public String toString() {
            return "%s: %s -> %s%n".formatted(sample.name(), evidence, after.text());
        }
    }

    @Test
    void realCodeEndsOnItsTrueLines(TestReporter reporter) {
        Random random = new Random(SEED);
        List<Trial> all = new ArrayList<>();
        List<Trial> wrong = new ArrayList<>();
        for (SampledProgram sample : SampledProgram.ofTheOracle()) {
            KnownEvidence known = new KnownEvidence(sample.program());
            Grounding grounding = Grounding.in(sample.program());
            for (KnownEvidence.Item truth : known.items()) {
                Misquotation misquotation = Misquotation.of(truth, random);
                Trial trial = trial(sample, known, grounding, misquotation.evidence());
                all.add(trial);
                boolean corrected =
                        trial.after().unverified() == 0
                                && trial.items().size() == 1
                                && misquotation.isCorrectedBy(trial.items().getFirst(), known);
                if (!corrected) {
                    wrong.add(trial);
                }
            }
        }

        double share = 1 - (double) wrong.size() / all.size();
        reporter.publishEntry("real code", "%d, on true lines: %.4f".formatted(all.size(), share));
        assertThat(share).as("others: %s", wrong).isGreaterThan(LEAST_SHARE_ON_TRUE_LINES);
        assertThat(all).allMatch(Trial::staysInTheProgram).allMatch(Trial::quotesTheProgram);
    }

    @Test
    void inventedCodeIsMarked(TestReporter reporter) {
        Random random = new Random(SEED);
        List<Trial> all = new ArrayList<>();
        for (SampledProgram sample : SampledProgram.ofTheOracle()) {
            KnownEvidence known = new KnownEvidence(sample.program());
            Grounding grounding = Grounding.in(sample.program());
            for (String snippet : known.invented(random)) {
                int line = random.nextInt(1, known.lines() + 20);
                String evidence = "Line %d: Shows it `%s`".formatted(line, snippet);
                all.add(trial(sample, known, grounding, evidence));
            }
        }

        reporter.publishEntry("invented code", "%d, all marked".formatted(all.size()));
        assertThat(all).filteredOn(trial -> !trial.isUnverified()).isEmpty();
        assertThat(all).allMatch(Trial::staysInTheProgram);
    }

    private static Trial trial(
            SampledProgram sample, KnownEvidence known, Grounding grounding, String evidence) {
        GroundedEvidence grounded = grounding.ground(evidence);
        assertThat(grounding.ground(grounded.text()).text())
                .as("%s", evidence)
                .isEqualTo(grounded.text());
        return new Trial(sample, known, evidence, grounded);
    }
}
