package org.code.aiproxy.grading.response.json;

/**
 * How many characters a reader may still look at, so that no text takes it more than linear time.
 */
public final class Steps {

    private static final int EACH_CHARACTER = 12;
    private static final int SHORT_TEXT = 10_000;

    private long left;

    private Steps(long left) {
        this.left = left;
    }

    /** Enough for a text that people would call an answer, many times over. */
    public static Steps of(String text) {
        return new Steps((long) EACH_CHARACTER * text.length() + SHORT_TEXT);
    }

    /** Whether one more may be looked at. */
    boolean take() {
        return left-- > 0;
    }

    public boolean areOver() {
        return left <= 0;
    }
}
