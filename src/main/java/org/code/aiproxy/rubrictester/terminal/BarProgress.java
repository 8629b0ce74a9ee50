package org.code.aiproxy.rubrictester.terminal;

import java.io.PrintWriter;
import java.util.Optional;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.code.aiproxy.console.Screen;
import org.code.aiproxy.rubrictester.experiment.LessonExperiment;
import org.code.aiproxy.rubrictester.experiment.Spending;
import org.code.aiproxy.rubrictester.experiment.StudentResult;

/**
 * Tells how a run goes by a bar for each lesson, for a terminal. Lines go above it, and it goes
 * when the lesson ends.
 */
final class BarProgress implements Progress {

    /** Back to the line's beginning, and clear it: ECMA-48's EL. */
    private static final String OVER_THE_BAR = "\r\u001b[2K";

    /** From this width on there is room for times and tokens. */
    private static final int ROOMY = 90;

    private static final int WIDEST = 120;

    private final PrintWriter out;
    private final Screen screen;
    private final StudentNotes students;
    private Optional<ProgressBar> bar = Optional.empty();
    private int failed;

    BarProgress(PrintWriter out, Screen screen, StudentNotes students) {
        this.out = out;
        this.screen = screen;
        this.students = students;
    }

    @Override
    public synchronized void begins(LessonExperiment experiment, int programs) {
        failed = 0;
        bar = Optional.of(bar(experiment.id(), programs));
    }

    @Override
    public synchronized void notes(Note note) {
        out.println(
                (bar.isPresent() ? OVER_THE_BAR : "") + screen.shown(note.tone(), note.sentence()));
        out.flush();
    }

    /** What was not begun moves no bar. */
    @Override
    public synchronized void finishes(StudentResult result, Spending spending) {
        students.of(result).ifPresent(this::notes);
        if (result instanceof StudentResult.NotRun) {
            return;
        }
        if (result instanceof StudentResult.Failed) {
            failed++;
        }
        bar.ifPresent(shown -> {
            shown.setExtraMessage(" " + detail(spending));
            shown.step();
        });
    }

    private String detail(Spending spending) {
        String cost = spending.usd().map("%.2f USD"::formatted).orElse("unknown cost");
        return screen.width() < ROOMY
                ? "%d failed, %s".formatted(failed, cost)
                : "%d failed, %,d tokens, %s".formatted(failed, spending.tokens(), cost);
    }

    @Override
    public synchronized void notesOf(String student, String sentence) {
        students.of(student, sentence).ifPresent(this::notes);
    }

    @Override
    public synchronized void ends() {
        bar.ifPresent(shown -> {
            shown.close();
            out.print(OVER_THE_BAR);
            out.flush();
        });
        bar = Optional.empty();
        students.rest().forEach(this::notes);
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

    /** On the line where it was, which the next line may have taken. */
    private void draw(String text) {
        out.print("\r" + text);
        out.flush();
    }

    private ProgressBar bar(String name, int steps) {
        // The last column stays empty: some terminals begin a new line with it.
        int width = Math.min(WIDEST, screen.width() - 1);
        ProgressBarBuilder builder =
                new ProgressBarBuilder()
                        .setConsumer(new DelegatingProgressBarConsumer(this::draw, width))
                        .setTaskName(shortened(name, width / 3))
                        .setInitialMax(steps)
                        .setStyle(ProgressBarStyle.UNICODE_BLOCK);
        return (screen.width() < ROOMY ? builder.hideEta() : builder).build();
    }

    private static String shortened(String name, int longest) {
        return name.length() <= longest ? name : "…" + name.substring(name.length() - longest + 1);
    }
}
