package org.code.aiproxy.grading.javascript;

/** An open bracket of a program, while its syntax is being repaired. */
final class Bracket {

    /** What a bracket opens; and what it costs the parser, see {@link NestingCost}. */
    enum Role {
        PROGRAM("", 0),
        BLOCK("}", 2),
        FUNCTION_BODY("}", 10),
        OBJECT("}", 10),
        GROUP(")", 8),
        HEADER(")", 8),
        FOR_HEADER(")", 8),
        PARAMETERS(")", 8),
        INDEX("]", 8);

        private final String closer;
        private final int cost;

        Role(String closer, int cost) {
            this.closer = closer;
            this.cost = cost;
        }

        /** The role of an opening bracket, by what has been read before it. */
        static Role of(Token bracket, Token previous, FunctionHeader header, Bracket around) {
            return switch (bracket.text()) {
                case "[" -> INDEX;
                case "(" -> ofParenthesis(previous, header);
                default -> ofBrace(previous, header, around);
            };
        }

        private static Role ofParenthesis(Token previous, FunctionHeader header) {
            if (header != FunctionHeader.NONE) {
                return PARAMETERS;
            }
            return switch (previous.text()) {
                case "for" -> FOR_HEADER;
                case "if", "while", "switch", "with", "catch" -> HEADER;
                default -> GROUP;
            };
        }

        private static Role ofBrace(Token previous, FunctionHeader header, Bracket around) {
            if (header == FunctionHeader.PARAMETERS || previous.is("=>")) {
                return FUNCTION_BODY;
            }
            boolean startsStatement =
                    switch (previous.text()) {
                        case ";", "{", "}", ")", "else", "do", "try", "finally" -> true;
                        default -> Tokenizer.endsOperand(previous);
                    };
            return startsStatement && around.isBrace() ? BLOCK : OBJECT;
        }

        int cost() {
            return cost;
        }

        /** Whether it holds statements, or may hold them. */
        boolean isBrace() {
            return this == PROGRAM || closer.equals("}");
        }
    }

    private static final int SEMICOLONS_OF_A_FOR_HEADER = 2;

    private final Role role;
    private final int indentation;
    private final boolean flattened;
    private int chain;
    private int semicolons;

    /**
     * @param indentation that of the line on which it stands
     * @param flattened whether it is nested so deeply that the bracket itself is left out
     */
    Bracket(Role role, int indentation, boolean flattened) {
        this.role = role;
        this.indentation = indentation;
        this.flattened = flattened;
    }

    Role role() {
        return role;
    }

    int indentation() {
        return indentation;
    }

    boolean isBrace() {
        return role.isBrace();
    }

    boolean isFlattened() {
        return flattened;
    }

    String closer() {
        return flattened ? ";" : role.closer;
    }

    boolean isClosedBy(Token token) {
        return token.is(role.closer);
    }

    /** What the bracket and the statement that is open in it cost the parser. */
    int cost() {
        return (flattened ? 0 : role.cost()) + chain;
    }

    void lengthenChain(int more) {
        chain += more;
    }

    void endChain() {
        chain = 0;
    }

    /** Whether a semicolon belongs here: between the three parts of a {@code for} header. */
    boolean takesSemicolon() {
        return isBrace() || (role == Role.FOR_HEADER && ++semicolons <= SEMICOLONS_OF_A_FOR_HEADER);
    }
}
