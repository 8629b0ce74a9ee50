package org.code.aiproxy.rubrictester.report.html;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.code.aiproxy.rubrictester.evaluation.CascadeStudy;
import org.code.aiproxy.rubrictester.evaluation.CascadeText;
import org.code.aiproxy.rubrictester.report.file.Output;
import org.code.aiproxy.rubrictester.statistics.cascade.CascadeChoice.Point;
import org.code.aiproxy.textfile.Visible;

/** Cost against accuracy as a picture: the frontier, each model alone, and what was chosen. */
public final class CascadePage {

    private final CascadeStudy study;
    private final CascadeText text;
    private final double dearest;

    private CascadePage(CascadeStudy study) {
        this.study = study;
        this.text = new CascadeText(study);
        this.dearest =
                Math.max(
                        study.choice().alone().stream().mapToDouble(Point::usd).max().orElse(0),
                        study.choice().frontier().getLast().usd());
    }

    /**
     * A route in the drawing.
     *
     * @param path in words
     * @param usd what 100 programs cost
     * @param accuracy the share right
     * @param x across
     * @param y down
     */
    record Mark(String path, String usd, String accuracy, String x, String y) {}

    /** All that the template shows. */
    record View(
            String lesson,
            List<String> sentences,
            List<Mark> frontier,
            String line,
            List<Mark> alone,
            Mark chosen,
            String dearest) {}

    /** Writes the page. */
    public static void write(CascadeStudy study, Path file) {
        Output.write(file, writer -> writer.write(Visible.text(render(study))));
    }

    static String render(CascadeStudy study) {
        return HtmlTemplate.render(
                "cascade.html", Map.of("cascade", new CascadePage(study).view()));
    }

    private View view() {
        List<Mark> frontier = study.choice().frontier().stream().map(this::mark).toList();
        return new View(
                study.lesson(),
                List.of(
                        "Chosen: %s.".formatted(text.path(study.choice().chosen().route())),
                        text.saving(),
                        text.heldOut()),
                frontier,
                frontier.stream().map(it -> it.x() + "," + it.y()).collect(Collectors.joining(" ")),
                study.choice().alone().stream().map(this::mark).toList(),
                mark(study.choice().chosen()),
                "%.2f USD".formatted(100 * dearest));
    }

    private Mark mark(Point point) {
        return new Mark(
                text.path(point.route()),
                CascadeText.usd(point),
                CascadeText.accuracy(point),
                PlotArea.across(dearest == 0 ? 0 : point.usd() / dearest),
                PlotArea.down(point.accuracy()));
    }
}
