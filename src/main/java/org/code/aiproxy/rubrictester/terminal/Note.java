package org.code.aiproxy.rubrictester.terminal;

import org.code.aiproxy.console.Tone;

/**
 * A line for a person.
 *
 * @param tone what it is to the person
 * @param sentence what it says
 */
public record Note(Tone tone, String sentence) {

    /** One that only informs. */
    public static Note plain(String sentence) {
        return new Note(Tone.PLAIN, sentence);
    }
}
