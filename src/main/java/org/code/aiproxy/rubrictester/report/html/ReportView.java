package org.code.aiproxy.rubrictester.report.html;

import java.util.List;
import org.code.aiproxy.grading.prompt.Example;
import org.code.aiproxy.rubrictester.report.html.StudentEntry.Fact;

/**
 * All that the template shows, as text.
 *
 * @param heading the lesson, and what the report compares
 * @param verdict what the run comes to
 * @param tiles the figures that matter most
 * @param parameters how programs were labelled
 * @param warnings about the parameters
 * @param bars the accuracy of each key concept
 * @param heatMaps the confusion matrices
 * @param figures all figures
 * @param votes what the votes tell
 * @param certainty how sure the AI is, and who goes to the teacher
 * @param effort tokens, cost, time, and what went wrong
 * @param errors the student × key concept matrix
 * @param concepts the key concepts' names
 * @param levels the scale's, the worst first
 * @param missing students without labels of the AI
 * @param configuration prompt, rubric and examples
 */
record ReportView(
        Heading heading,
        VerdictView verdict,
        List<Tile> tiles,
        List<Fact> parameters,
        List<String> warnings,
        List<AccuracyBars.Bar> bars,
        List<HeatMap> heatMaps,
        FigureTable figures,
        VotesView votes,
        Certainty.View certainty,
        List<Fact> effort,
        List<ErrorMatrix.Row> errors,
        List<String> concepts,
        List<String> levels,
        List<Missing> missing,
        Configuration configuration) {

    /** The lesson's id, what is compared, and in what words. */
    record Heading(String lesson, String scale, String meaning, String context) {}

    /**
     * What the run comes to.
     *
     * @param state {@code met}, {@code missed} or {@code none}
     * @param facts how many were graded, and the cost against the estimate
     */
    record VerdictView(
            String state,
            String sentence,
            String facts,
            List<ThresholdRow> thresholds,
            List<String> notes) {}

    /** What was asked for, and what was reached. */
    record ThresholdRow(String name, String least, String accuracy, boolean met) {}

    /** A figure that matters. */
    record Tile(String name, String value, String detail, boolean flagged) {}

    /**
     * What the votes tell.
     *
     * @param any whether several responses voted on anything
     * @param facts agreement, and how often votes are right
     * @param curve the reliability curve
     * @param secondLook labels of people's that a unanimous AI disagrees with
     */
    record VotesView(
            boolean any,
            List<Fact> facts,
            List<ReliabilityCurve.Point> curve,
            List<SecondLook> secondLook) {}

    /** A label of people's worth a second look. */
    record SecondLook(
            String student, String concept, String people, String ai, String votes, String link) {}

    /** A student without labels of the AI, and why. */
    record Missing(String student, String status, String reason, String link) {}

    /** How the programs were labelled: what a model sees. */
    record Configuration(
            String prompt,
            List<String> labels,
            List<RubricRow> rubric,
            String rubricText,
            List<Example> examples) {}

    /** A key concept's description for each label. */
    record RubricRow(String name, List<String> descriptions) {}
}
