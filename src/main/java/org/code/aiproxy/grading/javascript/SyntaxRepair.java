package org.code.aiproxy.grading.javascript;

import java.util.Set;
import org.code.aiproxy.grading.javascript.Bracket.Role;
import org.code.aiproxy.grading.javascript.Token.Kind;

/**
 * Makes code that a recursive-descent parser reads well, and without running out of stack, of any
 * program: brackets are balanced, and what is nested too deeply is flattened or left out. One pass
 * over the tokens, and a second one if the braces do not balance.
 */
final class SyntaxRepair {

    private static final Set<String> BRACKETS = Set.of("(", "[", "{");
    private static final Set<String> WORDS_UNKNOWN_TO_THE_PARSER = Set.of("async", "await");
    private static final Token START = new Token(Kind.PUNCTUATOR, ";", 0, 0, Token.Gap.LINE_BREAK);

    private final BraceBalance balance;
    private final Tokenizer tokens;
    private final RepairedCode repaired;
    private final OpenBrackets open = new OpenBrackets();
    private Token previous = START;
    private boolean afterOperand;
    private FunctionHeader header = FunctionHeader.NONE;
    private int indentation;
    private int surplusBraces;

    /** How many braces stay open, and how many close nothing. */
    private record BraceBalance(int unclosed, int surplus) {

        static final BraceBalance EVEN = new BraceBalance(0, 0);
    }

    private SyntaxRepair(String code, BraceBalance balance) {
        this.balance = balance;
        this.tokens = new Tokenizer(code);
        this.repaired = new RepairedCode(code.length() + 16);
    }

    static RepairedCode repair(String code) {
        SyntaxRepair first = new SyntaxRepair(code, BraceBalance.EVEN);
        BraceBalance found = first.run();
        if (found.equals(BraceBalance.EVEN)) {
            return first.repaired;
        }
        SyntaxRepair byIndentation = new SyntaxRepair(code, found);
        byIndentation.run();
        return byIndentation.repaired;
    }

    private BraceBalance run() {
        for (Token token = tokens.next(); token.kind() != Kind.END; token = tokens.next()) {
            if (!WORDS_UNKNOWN_TO_THE_PARSER.contains(token.text())) {
                accept(token);
            }
        }
        int unclosed = open.braces();
        closeAll();
        return new BraceBalance(unclosed, surplusBraces);
    }

    private void accept(Token token) {
        if (token.startsALine() || token.start() == 0) {
            indentation = tokens.indentationOf(token);
        }
        completeFunctionHeader(token);
        if (endsUnclosedGroups(token)) {
            closeGroups();
        }
        if (startsAFunctionInTheFirstColumn(token)) {
            closeAll();
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
        boolean bodyStarts = header == FunctionHeader.PARAMETERS && !token.is("{");
        if (bodyStarts && open.hasRoomFor(Role.FUNCTION_BODY)) {
            insert("{");
            open.push(new Bracket(Role.FUNCTION_BODY, indentation, false));
            header = FunctionHeader.NONE;
            afterOperand = false;
        } else if (header == FunctionHeader.NAME && token.is("{")) {
            insert("()");
            header = FunctionHeader.PARAMETERS;
        }
    }

    /** Within parentheses, no statement can start, and no brace can follow a complete operand. */
    private boolean endsUnclosedGroups(Token token) {
        if (open.top().isBrace()) {
            return false;
        }
        if (token.is("{")) {
            return afterOperand && header == FunctionHeader.NONE;
        }
        if (!token.isWord() || previous.is(".")) {
            return false;
        }
        boolean declaresInForHeader = open.top().role() == Role.FOR_HEADER && previous.is("(");
        boolean startsLikeAStatement =
                token.startsALine()
                        && (afterOperand || open.isLeftOut())
                        && !Keywords.INFIX.contains(token.text());
        return startsLikeAStatement
                || (Keywords.STARTING_A_STATEMENT.contains(token.text()) && !declaresInForHeader);
    }

    private boolean startsAFunctionInTheFirstColumn(Token token) {
        return balance.unclosed() > 0
                && indentation == 0
                && token.is("function")
                && token.startsALine()
                && open.top().isBrace();
    }

    private void openBracket(Token token) {
        startStatement(token);
        Role role = Role.of(token, previous, header, open.top());
        boolean tooDeep = !open.hasRoomFor(role);
        boolean flattened = tooDeep && role.isBrace() && open.top().isBrace();
        emit(flattened ? token.asSemicolon() : token);
        open.push(new Bracket(role, indentation, flattened));
        if (tooDeep && !flattened) {
            open.leaveOutTheRest();
        }
        afterOperand = false;
        header = FunctionHeader.NONE;
    }

    private void closeGroup(Token token) {
        int closed = open.closedBy(token);
        for (int i = 1; i < closed; i++) {
            closeTop();
        }
        if (closed > 0) {
            closeTopWith(token);
        }
    }

    /** In a program whose braces do not balance, indentation decides which ones belong together. */
    private void closeBrace(Token token) {
        closeGroups();
        boolean first = token.startsALine();
        while (first
                && balance.unclosed() > 0
                && open.braces() > 1
                && open.top().indentation() > indentation) {
            closeTop();
            closeGroups();
        }
        boolean misplaced =
                first && balance.surplus() > 0 && open.top().indentation() < indentation;
        if (open.braces() == 0 || misplaced) {
            surplusBraces++;
            afterOperand = false;
        } else {
            closeTopWith(token);
        }
    }

    private void endStatement(Token token) {
        if (!open.top().takesSemicolon()) {
            closeGroups();
        }
        emit(token);
        open.endChain();
        afterOperand = false;
        header = FunctionHeader.NONE;
    }

    private void plain(Token token) {
        startStatement(token);
        int cost = open.isLeftOut() ? 0 : NestingCost.of(token, previous, afterOperand);
        if (open.hasRoomInStatement(cost)) {
            open.lengthenChain(cost);
            emit(token);
        } else {
            breakChain(token);
        }
        boolean postfix = afterOperand && (token.is("++") || token.is("--"));
        header = header.after(token, previous);
        afterOperand = postfix || Tokenizer.endsOperand(token);
    }

    /** Ends a statement that nests too deeply, or leaves out the rest of a group that does. */
    private void breakChain(Token token) {
        open.endChain();
        if (!open.top().isBrace()) {
            open.leaveOutTheRest();
        }
        if (!afterOperand) {
            // The parser would take the semicolon for the missing operand, and recurse on.
            insert("0");
        }
        emit(token.asSemicolon());
    }

    /** Notes where a statement begins. */
    private void startStatement(Token token) {
        if (!open.top().isBrace()) {
            endArgument(token);
            return;
        }
        boolean afterLine = afterOperand && token.startsALine() && token.isWord();
        boolean afterBlock =
                previous.is("}")
                        && (token.isWord()
                                || (token.startsALine() && BRACKETS.contains(token.text())));
        boolean starts =
                (afterLine || afterBlock || previous.is(";"))
                        && !Keywords.AFTER_A_BLOCK.contains(token.text())
                        && !Keywords.INFIX.contains(token.text());
        if (starts) {
            open.endChain();
            if (open.isEmpty()) {
                repaired.startPiece();
            }
        }
    }

    private void endArgument(Token token) {
        if (token.is(",")) {
            open.endChain();
        }
    }

    private void closeGroups() {
        while (!open.top().isBrace()) {
            closeTop();
        }
    }

    private void closeAll() {
        while (!open.isEmpty()) {
            closeTop();
        }
    }

    private void closeTop() {
        insert(open.pop().closer());
        afterOperand = true;
    }

    private void closeTopWith(Token token) {
        Bracket closed = open.pop();
        emit(closed.isFlattened() ? token.asSemicolon() : token);
        header = closed.role() == Role.PARAMETERS ? FunctionHeader.PARAMETERS : FunctionHeader.NONE;
        afterOperand = closed.role() != Role.HEADER && closed.role() != Role.FOR_HEADER;
    }

    private void emit(Token token) {
        if (open.isLeftOut()) {
            repaired.gap(token.gap());
        } else {
            repaired.append(token);
        }
    }

    private void insert(String missing) {
        if (!open.isLeftOut()) {
            repaired.insert(missing);
        }
    }
}
