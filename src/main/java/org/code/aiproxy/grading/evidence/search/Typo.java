package org.code.aiproxy.grading.evidence.search;

/**
 * How far a word is from another that it may be a misspelling of.
 *
 * <p>Numbers in words must agree, and so must a single capital at the end: {@code sprite1} isn't a
 * misspelling of {@code sprite2}, nor {@code velocityX} of {@code velocityY}.
 */
final class Typo {

    /** No number of letters to change makes the one word of the other. */
    static final int NONE = Integer.MAX_VALUE / 4;

    private static final int SHORTEST = 4;
    private static final int LONGEST = 60;
    private static final int LETTERS_FOR_A_TYPO = 4;

    private Typo() {}

    /**
     * The letters to insert, leave out, replace, or swap with their neighbour, or {@link #NONE} if
     * that is more than one in four. Words that differ only in case are one apart.
     */
    static int distance(String word, String other) {
        int longer = Math.max(word.length(), other.length());
        int shorter = Math.min(word.length(), other.length());
        int most = Math.max(1, longer / LETTERS_FOR_A_TYPO);
        if (longer < SHORTEST || longer > LONGEST || longer - shorter > most) {
            return NONE;
        }
        if (word.equalsIgnoreCase(other)) {
            return 1;
        }
        if (!digits(word).equals(digits(other)) || !lastCapital(word).equals(lastCapital(other))) {
            return NONE;
        }
        int distance = edits(word, other);
        return distance <= most ? distance : NONE;
    }

    private static String digits(String word) {
        return word.replaceAll("[^0-9]++", " ").strip();
    }

    private static String lastCapital(String word) {
        char last = word.charAt(word.length() - 1);
        return Character.isUpperCase(last) ? String.valueOf(last) : "";
    }

    /** The optimal string alignment distance. */
    private static int edits(String one, String other) {
        int[][] edits = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                edits[i][j] = i == 0 || j == 0 ? i + j : edits(edits, one, i, other, j);
            }
        }
        return edits[one.length()][other.length()];
    }

    private static int edits(int[][] edits, String one, int i, String other, int j) {
        char a = one.charAt(i - 1);
        char b = other.charAt(j - 1);
        int least = Math.min(edits[i - 1][j], edits[i][j - 1]) + 1;
        least = Math.min(least, edits[i - 1][j - 1] + (a == b ? 0 : 1));
        boolean swapped = i > 1 && j > 1 && a == other.charAt(j - 2) && b == one.charAt(i - 2);
        return swapped ? Math.min(least, edits[i - 2][j - 2] + 1) : least;
    }
}
