package org.code.aiproxy.rubrictester.terminal;

import java.io.PrintWriter;
import org.code.aiproxy.rubrictester.experiment.LessonExperiment;
import org.code.aiproxy.rubrictester.experiment.Spending;
import org.code.aiproxy.rubrictester.experiment.StudentResult;
import org.code.aiproxy.textfile.Visible;

/** Tells how a run goes in plain lines, for a pipe. */
final class LineProgress implements Progress {

    private final PrintWriter out;

    LineProgress(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void begins(LessonExperiment experiment, int programs) {
        print("%s: %d programs".formatted(experiment.id(), programs));
    }

    @Override
    public void notes(String sentence) {
        print(sentence);
    }

    @Override
    public void finishes(StudentResult result, Spending spending) {
        print(ResultLine.of(result));
    }

    @Override
    public void ends() {
        out.flush();
    }

    @Override
    public void fetched(String folder, int done, int all) {
        if (done == all) {
            print("Fetched %s: %d files".formatted(folder, all));
        }
    }

    private synchronized void print(String line) {
        out.println(Visible.line(line));
        out.flush();
    }
}
