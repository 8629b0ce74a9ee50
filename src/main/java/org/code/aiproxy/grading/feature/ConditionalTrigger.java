package org.code.aiproxy.grading.feature;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.Set;
import org.code.aiproxy.grading.feature.Fact.Conditional.Trigger;
import org.code.aiproxy.grading.javascript.SyntaxTree;
import org.mozilla.javascript.Token;
import org.mozilla.javascript.ast.Assignment;
import org.mozilla.javascript.ast.AstNode;
import org.mozilla.javascript.ast.ElementGet;
import org.mozilla.javascript.ast.FunctionCall;
import org.mozilla.javascript.ast.FunctionNode;
import org.mozilla.javascript.ast.InfixExpression;
import org.mozilla.javascript.ast.Name;
import org.mozilla.javascript.ast.PropertyGet;

/**
 * What a conditional's test reacts to. A comparison with a bare variable makes it a variable; else
 * an object is an object; else a user's input is the user; else a variable in any other position.
 */
final class ConditionalTrigger {

    private static final Set<String> CONSTANTS = Set.of("undefined", "NaN", "Infinity");

    private final Deque<AstNode> pending = new ArrayDeque<>();
    private final Set<Trigger> found = EnumSet.noneOf(Trigger.class);
    private boolean comparesVariable;

    private ConditionalTrigger() {}

    static Trigger of(AstNode test) {
        ConditionalTrigger trigger = new ConditionalTrigger();
        trigger.pending.push(test);
        while (!trigger.pending.isEmpty()) {
            trigger.read(SyntaxTree.withoutParentheses(trigger.pending.pop()));
        }
        return trigger.strongest();
    }

    private Trigger strongest() {
        if (comparesVariable) {
            return Trigger.VARIABLE;
        }
        if (found.contains(Trigger.OBJECT)) {
            return Trigger.OBJECT;
        }
        return found.contains(Trigger.USER)
                ? Trigger.USER
                : found.contains(Trigger.VARIABLE) ? Trigger.VARIABLE : Trigger.NOTHING;
    }

    private void read(AstNode expression) {
        switch (expression) {
            case Name name when isVariable(name) -> found.add(Trigger.VARIABLE);
            case PropertyGet _, ElementGet _ -> found.add(Trigger.OBJECT);
            case FunctionCall call -> readCall(call);
            case InfixExpression infix -> {
                comparesVariable |=
                        compares(infix)
                                && (isVariable(infix.getLeft()) || isVariable(infix.getRight()));
                pending.push(infix.getLeft());
                pending.push(infix.getRight());
            }
            case FunctionNode _ -> {}
            default -> SyntaxTree.children(expression).forEach(pending::push);
        }
    }

    private void readCall(FunctionCall call) {
        AstNode target = SyntaxTree.withoutParentheses(call.getTarget());
        if (target instanceof Name name && GameLab.USER_INPUT.contains(name.getIdentifier())) {
            found.add(Trigger.USER);
        } else if (target instanceof Name) {
            call.getArguments().forEach(pending::push);
        } else {
            pending.push(target);
        }
    }

    /** An assignment counts, since it stands where a comparison was meant. */
    private static boolean compares(InfixExpression infix) {
        return infix instanceof Assignment
                || switch (infix.getType()) {
                    case Token.EQ, Token.NE, Token.SHEQ, Token.SHNE -> true;
                    case Token.LT, Token.LE, Token.GT, Token.GE -> true;
                    default -> false;
                };
    }

    private static boolean isVariable(AstNode node) {
        return SyntaxTree.withoutParentheses(node) instanceof Name name
                && !CONSTANTS.contains(name.getIdentifier());
    }
}
