package org.code.aiproxy.grading.feature;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.Set;
import org.code.aiproxy.grading.feature.Fact.Movement.Pattern;
import org.code.aiproxy.grading.javascript.SyntaxTree;
import org.mozilla.javascript.Token;
import org.mozilla.javascript.ast.Assignment;
import org.mozilla.javascript.ast.AstNode;
import org.mozilla.javascript.ast.FunctionCall;
import org.mozilla.javascript.ast.InfixExpression;
import org.mozilla.javascript.ast.Name;
import org.mozilla.javascript.ast.PropertyGet;
import org.mozilla.javascript.ast.UnaryExpression;

/** How an assignment to a sprite's property moves the sprite. */
final class MovementPatterns {

    private static final Set<String> MOVING =
            Set.of("x", "y", "velocityX", "velocityY", "rotation");

    private MovementPatterns() {}

    static boolean moves(PropertyReference changed) {
        return MOVING.contains(changed.property());
    }

    static Set<Pattern> of(PropertyReference changed, Assignment assignment, AstNode value) {
        Set<Pattern> patterns = EnumSet.noneOf(Pattern.class);
        int operator = assignment.getType();
        boolean stepwise =
                operator == Token.ASSIGN_ADD
                        || operator == Token.ASSIGN_SUB
                        || (operator == Token.ASSIGN && isItselfAndAStep(changed, value));
        if (stepwise) {
            patterns.add(Pattern.COUNTER);
        }
        if (hasRandomOperand(value)) {
            patterns.add(Pattern.RANDOM);
        }
        return patterns;
    }

    /** Whether the property is an operand of a sum or difference. */
    private static boolean isItselfAndAStep(PropertyReference changed, AstNode value) {
        Deque<AstNode> operands = new ArrayDeque<>();
        operands.push(value);
        boolean sum = false;
        while (!operands.isEmpty()) {
            AstNode operand = SyntaxTree.withoutParentheses(operands.pop());
            if (operand.getType() == Token.ADD || operand.getType() == Token.SUB) {
                sum |= pushOperands(operand, operands);
            } else if (sum && changed.equals(PropertyReference.of(operand))) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasRandomOperand(AstNode value) {
        Deque<AstNode> operands = new ArrayDeque<>();
        operands.push(value);
        while (!operands.isEmpty()) {
            AstNode operand = SyntaxTree.withoutParentheses(operands.pop());
            if (operand instanceof FunctionCall call
                    && call.getTarget() instanceof Name name
                    && name.getIdentifier().equals("randomNumber")) {
                return true;
            }
            pushOperands(operand, operands);
        }
        return false;
    }

    private static boolean pushOperands(AstNode expression, Deque<AstNode> operands) {
        switch (expression) {
            case PropertyGet _ -> {
                return false;
            }
            case InfixExpression infix -> {
                operands.push(infix.getRight());
                operands.push(infix.getLeft());
                return true;
            }
            case UnaryExpression unary -> operands.push(unary.getOperand());
            default -> {}
        }
        return false;
    }
}
