package org.code.aiproxy.injection;

import java.util.HashMap;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks for a pattern at the beginnings of words, and only of such words as a match can begin with.
 * These are few, which makes it ten times as fast as {@link Matcher#find()}.
 */
final class WordSearch {

    /** No rule begins with a longer word. */
    private static final int LONGEST_FIRST_WORD = 40;

    private final Pattern pattern;
    private final LinedText text;
    private final Map<String, Boolean> beginnings = new HashMap<>();

    WordSearch(Pattern pattern, LinedText text) {
        this.pattern = pattern;
        this.text = text;
    }

    /** Passes on each line that a match touches. */
    void forEachLine(IntConsumer lines) {
        String words = text.toString();
        Matcher matcher =
                pattern.matcher(words).useTransparentBounds(true).useAnchoringBounds(false);
        int start = 0;
        while (start < words.length()) {
            int space = words.indexOf(' ', start);
            int end = space < 0 ? words.length() : space;
            if (canBegin(words.substring(start, end))
                    && matcher.region(start, words.length()).lookingAt()) {
                text.forEachLine(start, matcher.end(), lines);
            }
            start = end + 1;
        }
    }

    private boolean canBegin(String word) {
        return !word.isEmpty()
                && word.length() <= LONGEST_FIRST_WORD
                && beginnings.computeIfAbsent(word, this::mayGoOn);
    }

    /** Whether the pattern matches the word as far as it goes, and wants more or nothing more. */
    @SuppressWarnings("JdkObsolete") // Whether a match could go on is what hitEnd() tells.
    private boolean mayGoOn(String word) {
        Matcher matcher = pattern.matcher(word + " ");
        return matcher.lookingAt() || matcher.hitEnd();
    }
}
