package org.code.aiproxy.grading.javascript;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** JavaScript's words that say what can follow them. */
final class Keywords {

    /** An expression, so that a slash after them begins a regular expression. */
    static final Set<String> BEFORE_AN_EXPRESSION =
            Set.of(
                    "return",
                    "typeof",
                    "case",
                    "in",
                    "of",
                    "delete",
                    "void",
                    "throw",
                    "new",
                    "else",
                    "do",
                    "instanceof",
                    "yield",
                    "await");

    /** A condition in parentheses, after which a statement begins. */
    static final Set<String> BEFORE_A_CONDITION = Set.of("if", "while", "for", "with");

    /** A statement starts with them, and nothing else can. */
    static final Set<String> STARTING_A_STATEMENT =
            Set.of(
                    "var",
                    "let",
                    "const",
                    "if",
                    "else",
                    "for",
                    "while",
                    "do",
                    "return",
                    "switch",
                    "break",
                    "continue",
                    "throw",
                    "try");

    /** They stand between two operands. */
    static final Set<String> INFIX = Set.of("in", "of", "instanceof");

    /** They go on with a statement whose block has ended. */
    static final Set<String> AFTER_A_BLOCK = Set.of("else", "catch", "finally", "while");

    private static final Set<String> DECLARING_OR_GROUPING =
            Set.of(
                    "var",
                    "let",
                    "const",
                    "function",
                    "switch",
                    "try",
                    "catch",
                    "finally",
                    "class",
                    "extends");

    /** No expression can end with them. */
    static final Set<String> NEEDING_MORE =
            Stream.of(BEFORE_AN_EXPRESSION, BEFORE_A_CONDITION, DECLARING_OR_GROUPING)
                    .flatMap(Set::stream)
                    .filter(word -> !word.equals("await"))
                    .collect(Collectors.toUnmodifiableSet());

    private Keywords() {}
}
