package org.code.aiproxy.grading.injection;

/**
 * What a word does in a sentence, in whatever language. None of them is suspicious by itself: games
 * have players, scores and robots, and students write about their rubrics. {@link Clue} says which
 * of them are suspicious together. The words are in {@code vocabulary.txt}.
 */
enum Concept {
    /** The reader is spoken to. */
    YOU,
    /** "You are" and "act as": what follows is who the reader should be. */
    BEING,
    /** The writer speaks of themselves. */
    SELF,
    I_AM,
    /** Who grades: a word that hardly means anything else in a program. */
    GRADER,
    /** Who may be grading, or a robot in a story. */
    AGENT,
    /** The reader is doing their work: "is grading", "when you label". */
    GRADES,
    GREETING,
    /** To act as if something were not there. */
    OVERRIDE,
    /** What is said of rules that don't hold; verbs too, in languages where they come last. */
    UNDONE,
    NOT,
    FOLLOW,
    /** What programs are graded by. */
    CRITERIA,
    /** What a grader, a player or a student may be told. */
    INSTRUCTIONS,
    PRIOR,
    TOLD,
    /** To pass a judgement. */
    GIVE,
    /** The same, by words that are nouns too. */
    JUDGE,
    /** To pass a judgement, in languages where verbs come last. */
    GIVE_LAST,
    RECEIVE,
    /** To take something for something else. */
    REGARD,
    /** A word of the labels that students wish for. */
    LABEL,
    /** Such a label in full. */
    ANSWER,
    /** A label that students don't wish for. */
    LOW,
    TOP,
    MARK,
    WHOLE_MARK,
    MET,
    PASS,
    ALL,
    CONCEPT,
    STUDENT,
    POLITE,
    MUST,
    /** Who could decide about grading. */
    TEACHER,
    APPROVED,
    PRETEND,
    SECRET,
    MESSAGE,
    /** A part of the grader's answer. */
    FIELD,
    SAY,
    /** The work is to be left undone. */
    REDO,
    /** A word of games and quizzes. */
    GAME,
    /** Who speaks, as conversations are written down. */
    ROLE,
    /** What follows is a condition, not an order. */
    IF,
    /** What someone else says, or what is still to be done. */
    REPORT;

    /** Its number, from 0 up; nothing keeps it longer than the process. */
    @SuppressWarnings("EnumOrdinal")
    int number() {
        return ordinal();
    }

    /** A set of concepts that holds this one alone. */
    long bit() {
        return 1L << number();
    }
}
