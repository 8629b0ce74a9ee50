package org.code.aiproxy.feature;

/** An open bracket of a program, while its syntax is being repaired. */
final class Bracket {

    /** What a bracket opens; the weight is the stack that it costs the parser, in units. */
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
        private final int weight;

        Role(String closer, int weight) {
            this.closer = closer;
            this.weight = weight;
        }

        int weight() {
            return weight;
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

    /** The stack that the bracket and what chains up in it cost the parser. */
    int weight() {
        return (flattened ? 0 : role.weight()) + chain;
    }

    /** Counts a token that makes the parser recurse until the statement ends. */
    void lengthenChain() {
        chain++;
    }

    void endChain() {
        chain = 0;
    }

    /** Whether a semicolon belongs here: between the three parts of a {@code for} header. */
    boolean takesSemicolon() {
        return isBrace() || (role == Role.FOR_HEADER && ++semicolons <= SEMICOLONS_OF_A_FOR_HEADER);
    }
}
