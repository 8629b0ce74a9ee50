package org.code.aiproxy.grading.javascript;

import java.util.Map;
import java.util.Set;

/**
 * What nested code costs the parser's stack, in units of about 350 bytes of interpreted code.
 * Measured with Rhino 1.9.2: 1 MB is used up by 425 nested parentheses, 175 nested callbacks, 1,035
 * nested conditionals, or 6,163 operators before an operand.
 */
final class NestingCost {

    /** A quarter of a megabyte, so that half-used stacks and larger frames do no harm. */
    static final int LIMIT = 800;

    /** Statements end sooner, so that there is room for the brackets within the last one. */
    static final int LIMIT_OF_STATEMENTS = 600;

    private static final Map<String, Integer> WORDS_AND_OPERATORS =
            Map.ofEntries(
                    Map.entry("function", 10),
                    Map.entry("if", 3),
                    Map.entry("for", 3),
                    Map.entry("while", 3),
                    Map.entry("do", 3),
                    Map.entry("with", 3),
                    Map.entry("=>", 3),
                    Map.entry("?", 2),
                    Map.entry("else", 4),
                    Map.entry("new", 1),
                    Map.entry("typeof", 1),
                    Map.entry("void", 1),
                    Map.entry("delete", 1),
                    Map.entry("yield", 1),
                    Map.entry("default", 1),
                    Map.entry("!", 1),
                    Map.entry("~", 1),
                    Map.entry("**", 1),
                    Map.entry("&&", 1),
                    Map.entry("||", 1),
                    Map.entry("??", 1));
    private static final Set<String> COMPARISONS = Set.of("==", "===", "!=", "!==", "<=", ">=");
    private static final Map<String, Integer> PREFIX_OPERATORS =
            Map.of("+", 1, "-", 1, "++", 1, "--", 1, "...", 1);

    private NestingCost() {}

    /** What a token costs until its statement ends; nothing for most. */
    static int of(Token token, Token previous, boolean afterOperand) {
        if (token.is("if") && previous.is("else")) {
            return 0; // The "else" has paid: a chain is to break before it, not between the two.
        }
        if (token.kind() != Token.Kind.WORD && token.kind() != Token.Kind.PUNCTUATOR) {
            return 0;
        }
        int cost = isAssignment(token) ? 1 : WORDS_AND_OPERATORS.getOrDefault(token.text(), 0);
        return afterOperand ? cost : cost + PREFIX_OPERATORS.getOrDefault(token.text(), 0);
    }

    private static boolean isAssignment(Token token) {
        return token.kind() == Token.Kind.PUNCTUATOR
                && token.text().endsWith("=")
                && !COMPARISONS.contains(token.text());
    }
}
