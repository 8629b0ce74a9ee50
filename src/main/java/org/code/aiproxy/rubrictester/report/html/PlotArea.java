package org.code.aiproxy.rubrictester.report.html;

import java.util.Locale;

/** Places shares in a drawing of 360 by 232, whose axes the template draws. */
final class PlotArea {

    private static final double LEFT = 44;
    private static final double TOP = 12;
    private static final double WIDTH = 300;
    private static final double HEIGHT = 180;

    private PlotArea() {}

    /** Across, for 0 to 1. */
    static String across(double share) {
        return place(LEFT + WIDTH * share);
    }

    /** Down, for 0 (at the bottom) to 1. */
    static String down(double share) {
        return place(TOP + HEIGHT * (1 - share));
    }

    private static String place(double at) {
        return String.format(Locale.ROOT, "%.1f", at);
    }
}
