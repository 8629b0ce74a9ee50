package org.code.aiproxy.grading.injection;

/**
 * One way to read a program.
 *
 * @param text its words
 * @param joins whether it joins what stands apart, so that only what it joins is news
 * @param points how much it says that someone took the trouble to hide the words
 */
record ProgramReading(LinedText text, boolean joins, int points) {

    private static final int HIDDEN = 2;

    static ProgramReading asItStands(LinedText text) {
        return new ProgramReading(text, false, 0);
    }

    static ProgramReading joined(LinedText text) {
        return new ProgramReading(text, true, HIDDEN);
    }

    static ProgramReading disguised(LinedText text) {
        return new ProgramReading(text, false, HIDDEN);
    }
}
