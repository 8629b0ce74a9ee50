package org.code.aiproxy.grading.javascript;

/**
 * A token of a student's program.
 *
 * @param text what the parser is to read, which differs from the program where that is malformed
 * @param start where it starts in the program
 * @param end where it ends in the program, exclusive
 * @param gap what lies before it
 */
record Token(Kind kind, String text, int start, int end, Gap gap) {

    enum Kind {
        WORD,
        NUMBER,
        STRING,
        REGEX,
        PUNCTUATOR,
        END
    }

    enum Gap {
        NONE(""),
        SPACE(" "),
        LINE_BREAK("\n");

        private final String text;

        Gap(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }
    }

    /** A semicolon where this token stands. */
    Token asSemicolon() {
        return new Token(Kind.PUNCTUATOR, ";", start, end, gap);
    }

    boolean is(String punctuatorOrWord) {
        return (kind == Kind.PUNCTUATOR || kind == Kind.WORD) && text.equals(punctuatorOrWord);
    }

    boolean isWord() {
        return kind == Kind.WORD;
    }

    boolean startsALine() {
        return gap == Gap.LINE_BREAK;
    }
}
