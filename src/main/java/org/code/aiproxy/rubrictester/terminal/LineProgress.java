package org.code.aiproxy.rubrictester.terminal;

import java.io.PrintWriter;
import org.code.aiproxy.console.Screen;
import org.code.aiproxy.rubrictester.experiment.LessonExperiment;
import org.code.aiproxy.rubrictester.experiment.Spending;
import org.code.aiproxy.rubrictester.experiment.StudentResult;

/** Tells how a run goes in plain lines, for a pipe. */
final class LineProgress implements Progress {

    private final PrintWriter out;
    private final Screen screen;
    private final StudentNotes students;

    LineProgress(PrintWriter out, Screen screen, StudentNotes students) {
        this.out = out;
        this.screen = screen;
        this.students = students;
    }

    @Override
    public void begins(LessonExperiment experiment, int programs) {
        if (students.isVerbose()) {
            notes("%s: %d programs".formatted(experiment.id(), programs));
        }
    }

    @Override
    public synchronized void notes(Note note) {
        out.println(screen.shown(note.tone(), note.sentence()));
        out.flush();
    }

    @Override
    public synchronized void finishes(StudentResult result, Spending spending) {
        students.of(result).ifPresent(this::notes);
    }

    @Override
    public synchronized void notesOf(String student, String sentence) {
        students.of(student, sentence).ifPresent(this::notes);
    }

    @Override
    public synchronized void ends() {
        students.rest().forEach(this::notes);
        out.flush();
    }

    @Override
    public void fetched(String folder, int done, int all) {
        if (done == all) {
            notes("Fetched %s: %d files".formatted(folder, all));
        }
    }
}
