package org.code.aiproxy.rubrictester.report.html;

import java.util.ArrayList;
import java.util.List;
import org.code.aiproxy.rubrictester.statistics.Interval;
import org.code.aiproxy.rubrictester.statistics.Reliability;

/** Whether votes that agree are right more often, as the template draws it. */
final class ReliabilityCurve {

    private ReliabilityCurve() {}

    /**
     * One agreement among votes, with its place in the drawing.
     *
     * @param agreement the share of the votes, as text
     * @param right the share right, with how many that are
     * @param x across
     * @param y down
     * @param low where the interval's lower end is, down
     * @param high where its upper end is
     */
    record Point(String agreement, String right, String x, String y, String low, String high) {}

    static List<Point> of(Reliability reliability) {
        List<Point> points = new ArrayList<>();
        for (Reliability.Point point : reliability.curve()) {
            double right = point.right().share().orElse(0);
            Interval interval = point.right().interval().orElse(new Interval(right, right));
            points.add(
                    new Point(
                            Numbers.percent(point.agreement()),
                            "%s (%d of %d; %s)"
                                    .formatted(
                                            Numbers.percent(right),
                                            point.right().successes(),
                                            point.right().n(),
                                            Numbers.percents(point.right().interval())),
                            PlotArea.across(point.agreement()),
                            PlotArea.down(right),
                            PlotArea.down(interval.low()),
                            PlotArea.down(interval.high())));
        }
        return points;
    }
}
