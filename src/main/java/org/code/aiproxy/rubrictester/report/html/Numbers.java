package org.code.aiproxy.rubrictester.report.html;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.code.aiproxy.rubrictester.statistics.Interval;

/** Figures as people read them. An undefined one is n/a, never 0. */
final class Numbers {

    static final String UNDEFINED = "n/a";

    private static final Set<String> ZERO = Set.of("+0.00", "−0.00");
    private static final double LEAST_P = 0.001;
    private static final double A_CENT = 0.01;

    private Numbers() {}

    static String percent(OptionalDouble share) {
        return share.isPresent() ? percent(share.getAsDouble()) : UNDEFINED;
    }

    /** To a tenth, where there is one: 17 of 20 are 85 %, 5 of 6 are 83.3 %. */
    static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", share * 100).replace(".0 ", " ");
    }

    static String wholePercent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", share * 100);
    }

    static String percents(Optional<Interval> interval) {
        return interval.map(it ->
                        String.format(
                                Locale.ROOT, "%.0f to %.0f %%", it.low() * 100, it.high() * 100))
                .orElse("interval n/a");
    }

    static String decimal(OptionalDouble figure) {
        return figure.isPresent() ? decimal(figure.getAsDouble()) : UNDEFINED;
    }

    static String decimal(double figure) {
        String text = wide(String.format(Locale.ROOT, "%.2f", figure));
        return ZERO.contains(text) ? "0.00" : text;
    }

    static String decimals(Optional<Interval> interval) {
        return interval.map(
                        it -> wide(String.format(Locale.ROOT, "%.2f to %.2f", it.low(), it.high())))
                .orElse("interval n/a");
    }

    /** With its sign, as differences have it. */
    static String signed(OptionalDouble figure) {
        if (figure.isEmpty()) {
            return UNDEFINED;
        }
        String text = wide(String.format(Locale.ROOT, "%+.2f", figure.getAsDouble()));
        return ZERO.contains(text) ? "0.00" : text;
    }

    static String signed(int levels) {
        return levels == 0 ? "0" : wide(String.format(Locale.ROOT, "%+d", levels));
    }

    static String probability(double p) {
        return p < LEAST_P ? "p < 0.001" : String.format(Locale.ROOT, "p = %.3f", p);
    }

    static String count(long n) {
        return String.format(Locale.ROOT, "%,d", n);
    }

    /** An amount of USD, small ones in more digits; a price that is unknown makes it n/a. */
    static String usd(Optional<BigDecimal> amount) {
        if (amount.isEmpty()) {
            return UNDEFINED;
        }
        double usd = amount.get().doubleValue();
        return String.format(Locale.ROOT, usd > 0 && usd < A_CENT ? "%.4f USD" : "%.2f USD", usd);
    }

    static String seconds(Duration duration) {
        double seconds = duration.toMillis() / 1000.0;
        return seconds < 120
                ? String.format(Locale.ROOT, "%.1f s", seconds)
                : String.format(
                        Locale.ROOT, "%d min %d s", duration.toMinutes(), duration.toSecondsPart());
    }

    /** How many of how many: what a figure rests on. */
    static String students(int compared, int all) {
        return "%d of %s".formatted(compared, counted(all, "student", "students"));
    }

    static String counted(int n, String one, String several) {
        return count(n) + " " + (n == 1 ? one : several);
    }

    /** With a minus that is as wide as a plus. */
    private static String wide(String figure) {
        return figure.replace('-', '−');
    }
}
