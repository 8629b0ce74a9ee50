package org.code.aiproxy.grading.javascript;

import java.util.ArrayDeque;
import java.util.Deque;
import org.code.aiproxy.grading.javascript.Bracket.Role;
import org.jspecify.annotations.Nullable;

/**
 * The brackets that are open at some point of a program, innermost on top; at the bottom the
 * program itself. Keeps account of what their nesting costs the parser.
 */
final class OpenBrackets {

    private static final int FARTHEST_MISMATCH = 8;

    private final Deque<Bracket> stack = new ArrayDeque<>();
    private int cost;
    private int braces;
    private @Nullable Bracket leftOut;

    OpenBrackets() {
        stack.push(new Bracket(Role.PROGRAM, 0, false));
    }

    Bracket top() {
        return stack.element();
    }

    boolean isEmpty() {
        return stack.size() == 1;
    }

    int braces() {
        return braces;
    }

    /** Whether the code at this point lies so deep that the parser does not get it. */
    boolean isLeftOut() {
        return leftOut != null;
    }

    boolean hasRoomFor(Bracket.Role bracket) {
        return cost + bracket.cost() <= NestingCost.LIMIT;
    }

    /** Whether the innermost statement may go on with something that costs so much. */
    boolean hasRoomInStatement(int more) {
        return more == 0 || cost + more <= NestingCost.LIMIT_OF_STATEMENTS;
    }

    void push(Bracket bracket) {
        stack.push(bracket);
        cost += bracket.cost();
        braces += bracket.isBrace() ? 1 : 0;
    }

    Bracket pop() {
        Bracket popped = stack.pop();
        cost -= popped.cost();
        braces -= popped.isBrace() ? 1 : 0;
        if (popped.equals(leftOut)) {
            leftOut = null;
        }
        return popped;
    }

    /** Leaves out what follows in the innermost bracket. */
    void leaveOutTheRest() {
        if (leftOut == null) {
            leftOut = top();
        }
    }

    void lengthenChain(int more) {
        top().lengthenChain(more);
        cost += more;
    }

    void endChain() {
        cost -= top().cost();
        top().endChain();
        cost += top().cost();
    }

    /** How many brackets this closer closes, if it is not for a brace; none if it is surplus. */
    int closedBy(Token closer) {
        int depth = 0;
        for (Bracket bracket : stack) {
            depth++;
            if (bracket.isBrace() || depth > FARTHEST_MISMATCH) {
                return 0;
            }
            if (bracket.isClosedBy(closer)) {
                return depth;
            }
        }
        return 0;
    }
}
