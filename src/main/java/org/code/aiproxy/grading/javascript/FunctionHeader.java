package org.code.aiproxy.grading.javascript;

/** How much of a function's header has just been read. */
enum FunctionHeader {
    NONE,
    KEYWORD,
    NAME,
    PARAMETERS;

    /** What has been read after one more token, other than a bracket. */
    FunctionHeader after(Token token, Token previous) {
        if (token.is("function") && !previous.is(".")) {
            return KEYWORD;
        }
        if (this != KEYWORD) {
            return NONE;
        }
        return token.isWord() ? NAME : token.is("*") ? KEYWORD : NONE;
    }
}
