package org.code.aiproxy.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.code.aiproxy.grading.assessment.AssessedConcept;
import org.code.aiproxy.grading.assessment.Assessment;
import org.code.aiproxy.grading.assessment.Assessment.Metadata;
import org.code.aiproxy.grading.evidence.EvidenceItem;
import org.code.aiproxy.grading.voting.ReasonMarkup;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.Column.Overflow;
import picocli.CommandLine.Help.TextTable;

/** An assessment as a person reads it in a terminal, 100 columns wide. */
final class AssessmentTable {

    private static final int NAME_WIDTH = 28;
    private static final int TEXT_WIDTH = 72;

    private final Assessment assessment;

    AssessmentTable(Assessment assessment) {
        this.assessment = assessment;
    }

    @Override
    public String toString() {
        TextTable table =
                TextTable.forColumns(
                        Help.defaultColorScheme(Ansi.OFF),
                        new Column(NAME_WIDTH, 0, Overflow.WRAP),
                        new Column(TEXT_WIDTH, 0, Overflow.WRAP));
        for (AssessedConcept concept : assessment.data()) {
            table.addRowValues(concept.keyConcept(), concept.label().toUpperCase(Locale.ROOT));
            addText(table, "  observations", concept.observations());
            for (String item : EvidenceItem.texts(concept.evidence())) {
                addText(table, "  evidence", item.strip());
            }
            addText(table, "  votes", votes(concept.keyConcept()));
            addText(table, "  reason", ReasonMarkup.textOf(concept.reason()));
            table.addRowValues("", "");
        }
        return table + footer();
    }

    /** Where they differ; the markup of a reason is for pages. */
    private String votes(String keyConcept) {
        List<String> votes =
                Optional.ofNullable(assessment.metadata().votes().get(keyConcept))
                        .map(Assessment.Votes::votes)
                        .orElse(List.of());
        return votes.stream().distinct().count() > 1 ? String.join(", ", votes) : "";
    }

    private static void addText(TextTable table, String name, String text) {
        if (!text.isBlank()) {
            // `@|` begins a style in picocli's text; a program can hold it.
            table.addRowValues(
                    Ansi.OFF.new Text(name, Help.defaultColorScheme(Ansi.OFF)), plain(text));
        }
    }

    private static Ansi.Text plain(String text) {
        return Ansi.OFF.new Text(text.replace("@|", "@ |"), Help.defaultColorScheme(Ansi.OFF));
    }

    private String footer() {
        Metadata metadata = assessment.metadata();
        return String.format(
                Locale.ROOT,
                "%s (%s), %d tokens, %.1f s%n",
                metadata.request().model(),
                metadata.agent(),
                metadata.usage().totalTokens(),
                metadata.time());
    }
}
