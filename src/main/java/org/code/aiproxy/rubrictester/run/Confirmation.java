package org.code.aiproxy.rubrictester.run;

import java.io.Console;
import java.math.BigDecimal;
import java.util.Locale;
import org.code.aiproxy.console.Terminal;
import org.code.aiproxy.rubrictester.experiment.RunEstimate;

/** Asks a person before money is spent, where there is a person to ask. */
final class Confirmation {

    private static final BigDecimal ASK_FROM_USD = BigDecimal.ONE;

    private Confirmation() {}

    /** Whether the run may begin. */
    static boolean given(RunOptions options, RunEstimate estimate) {
        boolean paysNothing = estimate.calls() == 0;
        boolean cheap = estimate.usd().filter(usd -> usd.compareTo(ASK_FROM_USD) < 0).isPresent();
        return options.yes
                || paysNothing
                || cheap
                || Terminal.find().map(Confirmation::saysYes).orElse(true);
    }

    private static boolean saysYes(Console terminal) {
        String answer = terminal.readLine("Go on? [y/N] ");
        return answer != null && answer.strip().toLowerCase(Locale.ROOT).startsWith("y");
    }
}
