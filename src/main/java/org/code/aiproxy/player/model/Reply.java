package org.code.aiproxy.player.model;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a model writes.
 *
 * @param text the text, or the input of a tool as JSON
 * @param tool the tool that it is for, if it is for one
 * @param ending why it ends
 */
public record Reply(String text, Optional<String> tool, Ending ending) {

    private static final Pattern BETWEEN_WORDS = Pattern.compile("(?<=\\s)(?=\\S)");

    /** Why a reply ends. */
    public enum Ending {
        /** It is complete. */
        STOP,
        /** As many tokens as were allowed. */
        LENGTH,
        /** The provider's filter. */
        FILTERED,
        /** The model would rather not; what it says of it is the reply's text. */
        REFUSED
    }

    /** A whole text. */
    public static Reply text(String text) {
        return new Reply(text, Optional.empty(), Ending.STOP);
    }

    /** A tool's call. */
    public static Reply tool(String name, String json) {
        return new Reply(json, Optional.of(name), Ending.STOP);
    }

    /** Another text, with another ending. */
    public Reply ending(Ending other, String otherText) {
        return new Reply(otherText, tool, other);
    }

    /** The text word by word, as it is streamed. */
    public List<String> pieces() {
        return text.isEmpty() ? List.of() : BETWEEN_WORDS.splitAsStream(text).toList();
    }
}
