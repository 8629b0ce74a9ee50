package org.code.aiproxy.rubrictester.terminal;

import java.io.PrintWriter;
import java.util.Optional;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.code.aiproxy.rubrictester.experiment.LessonExperiment;
import org.code.aiproxy.rubrictester.experiment.Spending;
import org.code.aiproxy.rubrictester.experiment.StudentResult;
import org.code.aiproxy.textfile.Visible;

/** Tells how a run goes by a bar for each lesson, for a terminal; students' lines go above it. */
final class BarProgress implements Progress {

    /** Back to the line's beginning, and clear it: ECMA-48's EL. */
    private static final String OVER_THE_BAR = "\r\u001b[2K";

    private static final int WIDTH = 100;

    private final PrintWriter out;
    private Optional<ProgressBar> bar = Optional.empty();
    private int failed;

    BarProgress(PrintWriter out) {
        this.out = out;
    }

    @Override
    public synchronized void begins(LessonExperiment experiment, int programs) {
        failed = 0;
        bar = Optional.of(bar(experiment.id(), programs));
    }

    @Override
    public synchronized void notes(String sentence) {
        out.println(OVER_THE_BAR + Visible.line(sentence));
        out.flush();
    }

    @Override
    public synchronized void finishes(StudentResult result, Spending spending) {
        notes(ResultLine.of(result));
        if (result instanceof StudentResult.Failed) {
            failed++;
        }
        bar.ifPresent(shown -> {
            shown.setExtraMessage(
                    "%d failed, %,d tokens, %s"
                            .formatted(
                                    failed,
                                    spending.tokens(),
                                    spending.usd()
                                            .map("%.2f USD"::formatted)
                                            .orElse("unknown cost")));
            shown.step();
        });
    }

    @Override
    public synchronized void ends() {
        bar.ifPresent(shown -> {
            shown.close();
            out.println();
            out.flush();
        });
        bar = Optional.empty();
    }

    @Override
    public synchronized void fetched(String folder, int done, int all) {
        ProgressBar shown = bar.orElseGet(() -> bar("Fetching " + folder, all));
        bar = Optional.of(shown);
        shown.stepTo(done);
        if (done == all) {
            ends();
        }
    }

    /** On the line where it was, which the next student's line may have taken. */
    private void draw(String text) {
        out.print("\r" + text);
        out.flush();
    }

    private ProgressBar bar(String name, int steps) {
        return new ProgressBarBuilder()
                .setConsumer(new DelegatingProgressBarConsumer(this::draw, WIDTH))
                .setTaskName(name)
                .setInitialMax(steps)
                .setStyle(ProgressBarStyle.UNICODE_BLOCK)
                .build();
    }
}
