package org.code.aiproxy.feature;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import org.code.aiproxy.feature.Bracket.Role;
import org.code.aiproxy.feature.Token.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Makes code that a recursive-descent parser reads well, and without running out of stack, of any
 * program: brackets are balanced, and what is nested too deeply is flattened or left out. One pass
 * over the tokens, and a second one if the braces do not balance.
 */
final class SyntaxRepair {

    /**
     * Units of stack, about 350 bytes each in interpreted code, that nested code may cost. Rhino
     * 1.9.2 overflows 1 MB at 425 nested parentheses or 1035 nested conditionals.
     */
    private static final int BUDGET = 800;

    private static final int DEEPEST_TRACKED = 20_000;
    private static final int FARTHEST_MISMATCH = 8;

    private static final Set<String> STATEMENT_WORDS =
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
    private static final Set<String> HEADER_WORDS =
            Set.of("if", "while", "switch", "with", "catch");
    private static final Set<String> INFIX_WORDS = Set.of("in", "of", "instanceof");
    private static final Set<String> WORDS_AFTER_A_BLOCK = Set.of("else", "catch", "finally");
    private static final Set<String> RECURSIVE =
            Set.of(
                    "if", "else", "for", "while", "do", "with", "new", "typeof", "void", "delete",
                    "yield", "!", "~", "?", "=", "+=", "-=", "*=", "/=", "%=", "**", "=>", "&&",
                    "||", "??");
    private static final Set<String> RECURSIVE_AS_PREFIX = Set.of("+", "-", "++", "--", "...");
    private static final Set<String> WORDS_UNKNOWN_TO_THE_PARSER = Set.of("async", "await");

    private final String code;
    private final BraceBalance balance;
    private final Tokenizer tokens;
    private final RepairedCode repaired;
    private final Deque<Bracket> open = new ArrayDeque<>();
    private Token previous = new Token(Kind.PUNCTUATOR, ";", 0, 0, Token.Gap.NONE);
    private boolean afterOperand;
    private FunctionHeader header = FunctionHeader.NONE;
    private @Nullable Bracket leftOut;
    private int indentation;
    private int weight;
    private int openBraces;
    private int surplusBraces;

    private enum FunctionHeader {
        NONE,
        KEYWORD,
        NAME,
        PARAMETERS
    }

    /** What the first pass found: how many braces stay open, and how many close nothing. */
    private record BraceBalance(int unclosed, int surplus) {}

    private SyntaxRepair(String code, BraceBalance balance) {
        this.code = code;
        this.balance = balance;
        this.tokens = new Tokenizer(code);
        this.repaired = new RepairedCode(code.length() + 16);
        open.push(new Bracket(Role.PROGRAM, 0, false));
    }

    static RepairedCode repair(String code) {
        SyntaxRepair first = new SyntaxRepair(code, new BraceBalance(0, 0));
        BraceBalance found = first.run();
        if (found.unclosed() == 0 && found.surplus() == 0) {
            return first.repaired;
        }
        SyntaxRepair second = new SyntaxRepair(code, found);
        second.run();
        return second.repaired;
    }

    private BraceBalance run() {
        for (Token token = tokens.next(); token.kind() != Kind.END; token = tokens.next()) {
            if (!WORDS_UNKNOWN_TO_THE_PARSER.contains(token.text())) {
                accept(token);
            }
        }
        int unclosed = openBraces;
        while (open.size() > 1) {
            closeTop();
        }
        return new BraceBalance(unclosed, surplusBraces);
    }

    private void accept(Token token) {
        if (token.startsALine() || token.start() == 0) {
            indentation = indentationOf(token);
        }
        completeFunctionHeader(token);
        if (endsUnclosedGroups(token)) {
            closeGroups();
        }
        if (startsAFunctionInTheFirstColumn(token)) {
            closeAllBraces();
        }
        switch (token.kind() == Kind.PUNCTUATOR ? token.text() : "") {
            case "(", "[", "{" -> openBracket(token);
            case ")", "]" -> closeGroup(token);
            case "}" -> closeBrace(token);
            case ";" -> endStatement(token);
            default -> plain(token);
        }
        previous = token;
    }

    /** A function without parentheses or without its opening brace gets them. */
    private void completeFunctionHeader(Token token) {
        if (header == FunctionHeader.PARAMETERS && !token.is("{")) {
            insert("{");
            push(new Bracket(Role.FUNCTION_BODY, indentation, false));
            header = FunctionHeader.NONE;
        } else if (header == FunctionHeader.NAME && token.is("{")) {
            insert("()");
            header = FunctionHeader.PARAMETERS;
        }
    }

    /** Within parentheses, no statement can start, and no brace can follow a complete operand. */
    private boolean endsUnclosedGroups(Token token) {
        Bracket top = open.element();
        if (top.isBrace()) {
            return false;
        }
        if (token.is("{")) {
            return afterOperand && header == FunctionHeader.NONE;
        }
        if (!token.isWord() || previous.is(".")) {
            return false;
        }
        boolean declaresInForHeader = top.role() == Role.FOR_HEADER && previous.is("(");
        return (STATEMENT_WORDS.contains(token.text()) && !declaresInForHeader)
                || (afterOperand && token.startsALine() && !INFIX_WORDS.contains(token.text()));
    }

    private boolean startsAFunctionInTheFirstColumn(Token token) {
        return balance.unclosed() > 0
                && indentation == 0
                && token.is("function")
                && token.startsALine()
                && open.element().isBrace();
    }

    private void openBracket(Token token) {
        Role role = roleOf(token);
        boolean tooDeep = weight + role.weight() > BUDGET;
        boolean flattened = tooDeep && role == Role.BLOCK;
        Bracket bracket = new Bracket(role, indentation, flattened);
        emit(flattened ? semicolonInsteadOf(token) : token);
        if (open.size() < DEEPEST_TRACKED) {
            push(bracket);
        }
        if (tooDeep && !flattened && leftOut == null) {
            leftOut = bracket;
        }
        afterOperand = false;
        header = FunctionHeader.NONE;
    }

    private Role roleOf(Token token) {
        if (token.is("[")) {
            return Role.INDEX;
        }
        if (token.is("(")) {
            if (header != FunctionHeader.NONE) {
                return Role.PARAMETERS;
            }
            if (previous.is("for")) {
                return Role.FOR_HEADER;
            }
            return HEADER_WORDS.contains(previous.text()) ? Role.HEADER : Role.GROUP;
        }
        if (header == FunctionHeader.PARAMETERS || previous.is("=>")) {
            return Role.FUNCTION_BODY;
        }
        boolean startsStatement =
                afterOperand
                        || previous.is(";")
                        || previous.is("{")
                        || previous.is(")")
                        || previous.is("else")
                        || previous.is("do");
        return startsStatement && open.element().isBrace() ? Role.BLOCK : Role.OBJECT;
    }

    private void closeGroup(Token token) {
        int depth = 0;
        boolean found = false;
        for (Bracket bracket : open) {
            if (bracket.isBrace() || depth == FARTHEST_MISMATCH) {
                break;
            }
            depth++;
            if (bracket.isClosedBy(token)) {
                found = true;
                break;
            }
        }
        for (int i = 1; found && i < depth; i++) {
            closeTop();
        }
        if (found) {
            closeTopWith(token);
        }
    }

    private void closeBrace(Token token) {
        closeGroups();
        boolean first = token.startsALine();
        if (balance.unclosed() > 0 && first) {
            while (openBraces > 1 && open.element().indentation() > indentation) {
                closeTop();
                closeGroups();
            }
        }
        boolean misplaced =
                balance.surplus() > 0 && first && open.element().indentation() < indentation;
        if (openBraces == 0 || misplaced) {
            surplusBraces++;
            afterOperand = false;
        } else {
            closeTopWith(token);
        }
    }

    private void endStatement(Token token) {
        if (!open.element().takesSemicolon()) {
            closeGroups();
        }
        emit(token);
        endChain();
        afterOperand = false;
    }

    private void plain(Token token) {
        if (startsStatement(token)) {
            endChain();
        }
        emit(lengthensChain(token) ? lengthenChain(token) : token);
        boolean postfix = afterOperand && (token.is("++") || token.is("--"));
        header = headerAfter(token);
        afterOperand = postfix || Tokenizer.endsOperand(token);
    }

    private FunctionHeader headerAfter(Token token) {
        if (token.is("function") && !previous.is(".")) {
            return FunctionHeader.KEYWORD;
        }
        boolean goesOn = header == FunctionHeader.KEYWORD && (token.isWord() || token.is("*"));
        return goesOn
                ? (token.isWord() ? FunctionHeader.NAME : FunctionHeader.KEYWORD)
                : FunctionHeader.NONE;
    }

    /** Whether a statement, or an argument of a call, begins with this token. */
    private boolean startsStatement(Token token) {
        if (!open.element().isBrace()) {
            return token.is(",");
        }
        boolean afterStatement = previous.is("}") || (afterOperand && token.startsALine());
        return afterStatement && token.isWord() && !WORDS_AFTER_A_BLOCK.contains(token.text());
    }

    private boolean lengthensChain(Token token) {
        return leftOut == null
                && token.kind() != Kind.STRING
                && (RECURSIVE.contains(token.text())
                        || (!afterOperand && RECURSIVE_AS_PREFIX.contains(token.text())));
    }

    private Token lengthenChain(Token token) {
        Bracket top = open.element();
        if (weight < BUDGET) {
            top.lengthenChain();
            weight++;
            return token;
        }
        endChain();
        if (!top.isBrace()) {
            leftOut = top;
        }
        return semicolonInsteadOf(token);
    }

    private void endChain() {
        Bracket top = open.element();
        weight -= top.weight();
        top.endChain();
        weight += top.weight();
    }

    private void push(Bracket bracket) {
        open.push(bracket);
        weight += bracket.weight();
        openBraces += bracket.isBrace() ? 1 : 0;
    }

    private void closeGroups() {
        while (!open.element().isBrace()) {
            closeTop();
        }
    }

    private void closeAllBraces() {
        while (open.size() > 1) {
            closeTop();
        }
    }

    private void closeTop() {
        Bracket closed = pop();
        insert(closed.closer());
    }

    private void closeTopWith(Token token) {
        Bracket closed = pop();
        emit(closed.isFlattened() ? semicolonInsteadOf(token) : token);
        header = closed.role() == Role.PARAMETERS ? FunctionHeader.PARAMETERS : FunctionHeader.NONE;
        afterOperand = closed.role() != Role.HEADER && closed.role() != Role.FOR_HEADER;
    }

    private Bracket pop() {
        Bracket top = open.pop();
        weight -= top.weight();
        openBraces -= top.isBrace() ? 1 : 0;
        if (top == leftOut) {
            leftOut = null;
        }
        return top;
    }

    private void emit(Token token) {
        if (leftOut == null) {
            repaired.append(token);
        } else {
            repaired.gap(token.gap());
        }
    }

    private void insert(String missing) {
        if (leftOut == null) {
            repaired.insert(missing);
        }
    }

    private static Token semicolonInsteadOf(Token token) {
        return new Token(Kind.PUNCTUATOR, ";", token.start(), token.end(), token.gap());
    }

    private int indentationOf(Token token) {
        int lineStart = token.start();
        while (lineStart > 0 && "\r\n".indexOf(code.charAt(lineStart - 1)) < 0) {
            lineStart--;
        }
        return token.start() - lineStart;
    }
}
