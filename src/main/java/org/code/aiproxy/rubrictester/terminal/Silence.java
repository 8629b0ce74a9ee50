package org.code.aiproxy.rubrictester.terminal;

import org.code.aiproxy.rubrictester.experiment.LessonExperiment;
import org.code.aiproxy.rubrictester.experiment.RunListener;
import org.code.aiproxy.rubrictester.experiment.Spending;
import org.code.aiproxy.rubrictester.experiment.StudentResult;

/** Tells no one how a run goes. */
public final class Silence implements RunListener {

    @Override
    public void begins(LessonExperiment experiment, int programs) {}

    @Override
    public void notes(String sentence) {}

    @Override
    public void notesOf(String student, String sentence) {}

    @Override
    public void finishes(StudentResult result, Spending spending) {}

    @Override
    public void ends() {}
}
