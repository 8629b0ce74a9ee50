package org.code.aiproxy.rubrictester.experiment;

/** Is told how a run goes, from many threads at a time. */
public interface RunListener {

    /** A lesson begins with so many programs. */
    void begins(LessonExperiment experiment, int programs);

    /** Something that a person should know, a sentence. */
    void notes(String sentence);

    /**
     * Something about one student that a person should know, a sentence; others may have it too.
     */
    void notesOf(String student, String sentence);

    /** A program is done with, one way or the other. */
    void finishes(StudentResult result, Spending spending);

    /** The lesson is done with. */
    void ends();
}
