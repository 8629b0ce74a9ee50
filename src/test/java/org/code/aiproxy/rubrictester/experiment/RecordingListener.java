package org.code.aiproxy.rubrictester.experiment;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what a run tells. */
final class RecordingListener implements RunListener {

    final List<String> notes = new CopyOnWriteArrayList<>();
    final List<StudentResult> finished = new CopyOnWriteArrayList<>();

    @Override
    public void begins(LessonExperiment experiment, int programs) {}

    @Override
    public void notes(String sentence) {
        notes.add(sentence);
    }

    @Override
    public void finishes(StudentResult result, Spending spending) {
        finished.add(result);
    }

    @Override
    public void ends() {}
}
