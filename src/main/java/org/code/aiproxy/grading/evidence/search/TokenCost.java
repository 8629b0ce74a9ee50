package org.code.aiproxy.grading.evidence.search;

/** What it costs, in typos, to read one token of a snippet as another, or to leave it out. */
final class TokenCost {

    /** What models add and leave out without changing what a statement does. */
    private static final String BRACKETS_AND_THE_LIKE = "()[]{},=:";

    private final int id;
    private final int leftOut;

    /**
     * For a word that the program doesn't have, its distance from each token of the program's
     * vocabulary; otherwise empty, because a name in the program isn't a misspelling.
     */
    private final int[] distances;

    TokenCost(CodeToken token, CodeTokens program) {
        this.id = program.idOf(token.text());
        this.leftOut = leavingOut(token);
        boolean misspelt = id < 0 && token.isWord();
        this.distances =
                program.vocabulary().stream()
                        .limit(misspelt ? Long.MAX_VALUE : 0)
                        .mapToInt(word -> distance(token, word))
                        .toArray();
    }

    static int leavingOut(CodeToken token) {
        return BRACKETS_AND_THE_LIKE.contains(token.text()) ? 1 : Typo.NONE;
    }

    /** The cost of the token where the program has nothing. */
    int leftOut() {
        return leftOut;
    }

    /** The cost of the token where the program has the one with another id. */
    int readAs(int other) {
        if (id == other) {
            return 0;
        }
        return distances.length == 0 ? Typo.NONE : distances[other];
    }

    private static int distance(CodeToken token, CodeToken word) {
        return word.isWord() ? Typo.distance(token.text(), word.text()) : Typo.NONE;
    }
}
