package org.code.aiproxy.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.code.aiproxy.console.Screen;
import org.code.aiproxy.grading.assessment.AssessedConcept;
import org.code.aiproxy.grading.assessment.Assessment;
import org.code.aiproxy.grading.assessment.Assessment.Metadata;
import org.code.aiproxy.grading.evidence.EvidenceItem;
import org.code.aiproxy.grading.rubric.Label;
import org.code.aiproxy.grading.voting.ReasonMarkup;
import org.code.aiproxy.textfile.Visible;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Ansi.IStyle;
import picocli.CommandLine.Help.Ansi.Style;
import picocli.CommandLine.Help.ColorScheme;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.Column.Overflow;
import picocli.CommandLine.Help.TextTable;

/** An assessment as a person reads it in a terminal. */
final class AssessmentTable {

    private static final int WIDEST = 100;
    private static final int WIDEST_NAME = 28;

    private final Assessment assessment;
    private final int width;
    private final ColorScheme colours;

    /**
     * @param screen what shows it; 100 columns are used at most
     */
    AssessmentTable(Assessment assessment, Screen screen) {
        this.assessment = assessment;
        this.width = Math.min(WIDEST, screen.width());
        this.colours = Help.defaultColorScheme(screen.isColoured() ? Ansi.ON : Ansi.OFF);
    }

    @Override
    public String toString() {
        int names = Math.min(WIDEST_NAME, width * 3 / 10);
        TextTable table =
                TextTable.forColumns(
                        colours,
                        new Column(names, 0, Overflow.WRAP),
                        new Column(width - names, 0, Overflow.WRAP));
        for (AssessedConcept concept : assessment.data()) {
            table.addRowValues(
                    shown(concept.keyConcept(), Style.bold),
                    shown(concept.label().toUpperCase(Locale.ROOT), colour(concept.label())));
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

    private void addText(TextTable table, String name, String text) {
        if (!text.isBlank()) {
            table.addRowValues(shown(name), shown(text));
        }
    }

    /** As it stands: picocli would read styles in a text, and a program can hold their marks. */
    private Ansi.Text shown(String text, IStyle... styles) {
        return colours.apply(Visible.text(text), List.of(styles));
    }

    /** Of those that pass, and those that don't. */
    private static IStyle colour(String label) {
        return Label.of(label).filter(Label::passes).isPresent() ? Style.fg_green : Style.fg_yellow;
    }

    private String footer() {
        Metadata metadata = assessment.metadata();
        return String.format(
                Locale.ROOT,
                "%s (%s), %d tokens, %.1f s%n",
                Visible.line(metadata.request().model()),
                metadata.agent(),
                metadata.usage().totalTokens(),
                metadata.time());
    }
}
