package org.code.aiproxy.rubrictester.terminal;

import java.io.PrintWriter;
import org.code.aiproxy.console.Screen;
import org.code.aiproxy.rubrictester.dataset.DownloadProgress;
import org.code.aiproxy.rubrictester.experiment.RunListener;

/** Tells a person how things go. */
public interface Progress extends RunListener, DownloadProgress {

    /**
     * Bars for a terminal, plain lines for anything else.
     *
     * @param out standard output or standard error as they are
     * @param screen what shows it
     * @param verbose whether to print a line for each student, or only for those that failed
     */
    static Progress on(PrintWriter out, Screen screen, boolean verbose) {
        StudentNotes students = new StudentNotes(verbose);
        return screen.isTerminal()
                ? new BarProgress(out, screen, students)
                : new LineProgress(out, screen, students);
    }

    /** Prints a line for a person. */
    void notes(Note note);

    @Override
    default void notes(String sentence) {
        notes(Note.plain(sentence));
    }
}
