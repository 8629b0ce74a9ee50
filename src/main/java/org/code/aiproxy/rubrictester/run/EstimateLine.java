package org.code.aiproxy.rubrictester.run;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import org.code.aiproxy.rubrictester.experiment.RunEstimate;

/** What a run is expected to take, as a line. */
final class EstimateLine {

    private EstimateLine() {}

    static String of(RunEstimate estimate) {
        return "Expected: " + figures(estimate);
    }

    /** The same without a beginning. */
    static String figures(RunEstimate estimate) {
        return "%,d calls, %,d tokens of input, %,d of output, %s, %s."
                .formatted(
                        estimate.calls(),
                        estimate.usage().promptTokens(),
                        estimate.usage().completionTokens(),
                        cost(estimate.usd()),
                        time(estimate.time()));
    }

    private static String cost(Optional<BigDecimal> usd) {
        return usd.map(EstimateLine::shown).orElse("unknown cost");
    }

    /** Small amounts in more digits. */
    private static String shown(BigDecimal usd) {
        return usd.signum() > 0 && usd.compareTo(BigDecimal.ONE) < 0
                ? "%.4f USD".formatted(usd)
                : "%.2f USD".formatted(usd);
    }

    private static String time(Duration time) {
        return time.toMinutes() > 0
                ? "about %d minutes".formatted(time.plusSeconds(30).toMinutes())
                : "about %d seconds".formatted(time.toSeconds());
    }
}
