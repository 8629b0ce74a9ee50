package org.code.aiproxy.grading.evidence.search;

import java.util.ArrayList;
import java.util.List;

/**
 * Code to look for.
 *
 * @param tokens its tokens
 * @param cutOff whether the code goes on, so that the last token may be the beginning of a longer
 *     one
 */
record Snippet(List<CodeToken> tokens, boolean cutOff) {

    Snippet {
        tokens = List.copyOf(tokens);
    }

    static Snippet of(String code, boolean cutOff) {
        List<CodeToken> tokens = new ArrayList<>();
        CodeToken.scan(code, tokens::add);
        return new Snippet(tokens, cutOff);
    }

    boolean isEmpty() {
        return tokens.isEmpty();
    }

    /** Its length in characters, those left out that no token has. */
    int length() {
        return tokens.stream().mapToInt(token -> token.text().length()).sum();
    }

    /** The ids that its tokens have in a program; -1 for those it doesn't have. */
    int[] idsIn(CodeTokens program) {
        return tokens.stream().mapToInt(token -> program.idOf(token.text())).toArray();
    }
}
