package org.code.aiproxy.grading.injection;

/**
 * One way to read a program.
 *
 * @param text its words
 * @param joins whether it joins what stands apart, so that only what it joins is news
 * @param points how much it says that somebody took the trouble to hide the words
 */
record Reading(LinedText text, boolean joins, int points) {

    private static final int HIDDEN = 2;

    static Reading asItStands(LinedText text) {
        return new Reading(text, false, 0);
    }

    static Reading joined(LinedText text) {
        return new Reading(text, true, HIDDEN);
    }

    static Reading disguised(LinedText text) {
        return new Reading(text, false, HIDDEN);
    }
}
