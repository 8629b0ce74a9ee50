package org.code.aiproxy.rubrictester.report.html;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.code.aiproxy.rubrictester.evaluation.Evaluation;
import org.code.aiproxy.rubrictester.evaluation.Verdict;
import org.code.aiproxy.rubrictester.report.file.Output;
import org.code.aiproxy.rubrictester.statistics.Scale;
import org.code.aiproxy.textfile.Visible;

/** The report that people look at. */
public final class HtmlReport {

    private HtmlReport() {}

    /**
     * Writes a report; whatever happens, the file is the old one or the new one.
     *
     * @param scale how finely the report tells labels apart
     */
    public static void write(Evaluation evaluation, Scale scale, Verdict verdict, Path file) {
        Output.write(
                file, writer -> writer.write(Visible.text(render(evaluation, scale, verdict))));
    }

    /** The report as HTML; the same evaluation gives the same text. */
    static String render(Evaluation evaluation, Scale scale, Verdict verdict) {
        List<StudentEntry> students = StudentEntries.of(evaluation.result(), scale);
        return HtmlTemplate.render(
                "report.html",
                Map.of(
                        "json",
                        PageScript.json(
                                students,
                                evaluation.result().experiment().rubric().keyConcepts(),
                                scale),
                        "report",
                        new ReportViews(evaluation, scale, verdict, students).view()));
    }
}
