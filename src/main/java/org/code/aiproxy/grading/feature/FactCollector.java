package org.code.aiproxy.grading.feature;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.code.aiproxy.grading.feature.Fact.Movement.Pattern;
import org.code.aiproxy.grading.javascript.Place;
import org.code.aiproxy.grading.javascript.SyntaxTree;
import org.jspecify.annotations.Nullable;
import org.mozilla.javascript.ast.Assignment;
import org.mozilla.javascript.ast.AstNode;
import org.mozilla.javascript.ast.AstRoot;
import org.mozilla.javascript.ast.DoLoop;
import org.mozilla.javascript.ast.ExpressionStatement;
import org.mozilla.javascript.ast.ForInLoop;
import org.mozilla.javascript.ast.FunctionCall;
import org.mozilla.javascript.ast.FunctionNode;
import org.mozilla.javascript.ast.IfStatement;
import org.mozilla.javascript.ast.Loop;
import org.mozilla.javascript.ast.Name;
import org.mozilla.javascript.ast.NewExpression;
import org.mozilla.javascript.ast.PropertyGet;
import org.mozilla.javascript.ast.UpdateExpression;
import org.mozilla.javascript.ast.VariableDeclaration;
import org.mozilla.javascript.ast.VariableInitializer;
import org.mozilla.javascript.ast.WhileLoop;

/**
 * Walks a syntax tree and notes the facts. The walk has its own stack, because long sums and chains
 * of calls make trees that are too deep to recurse into.
 */
final class FactCollector {

    private final SyntaxTree tree;
    private final Deque<Visit> pending = new ArrayDeque<>();
    private final List<Fact> facts = new ArrayList<>();
    private final Set<String> assigned = new HashSet<>();
    private int statementStart;

    /**
     * A node to be read.
     *
     * @param start where it starts in the repaired code
     */
    private record Visit(AstNode node, int start, Surroundings surroundings) {}

    FactCollector(SyntaxTree tree) {
        this.tree = tree;
    }

    CodeFeatures collect() {
        for (SyntaxTree.Statement statement : tree.statements()) {
            statementStart = statement.start();
            pending.push(new Visit(statement.root(), statement.start(), Surroundings.PROGRAM));
            while (!pending.isEmpty()) {
                Visit visit = pending.pop();
                note(visit);
                pushChildren(visit, within(visit));
            }
        }
        return new CodeFeatures(withWhatIsKnownOnlyNow());
    }

    /** Sprites may be created, and variables assigned, after the code that depends on it. */
    private List<Fact> withWhatIsKnownOnlyNow() {
        Set<String> sprites =
                facts.stream()
                        .filter(Fact.Sprite.class::isInstance)
                        .map(fact -> ((Fact.Sprite) fact).name())
                        .collect(Collectors.toSet());
        return facts.stream()
                .flatMap(fact ->
                        switch (fact) {
                            case Fact.Movement m when !sprites.contains(m.object()) ->
                                    Stream.empty();
                            case Fact.Variable(var name, _, var place) ->
                                    Stream.of(
                                            new Fact.Variable(
                                                    name, assigned.contains(name), place));
                            default -> Stream.of(fact);
                        })
                .toList();
    }

    private void pushChildren(Visit visit, Surroundings surroundings) {
        AstNode node = visit.node();
        List<AstNode> children = SyntaxTree.children(node);
        for (AstNode child : children.reversed()) {
            int start =
                    node.equals(child.getParent())
                            ? visit.start() + child.getPosition()
                            : statementStart + child.getAbsolutePosition();
            pending.push(new Visit(child, start, surroundings));
        }
    }

    private Surroundings within(Visit visit) {
        return isDrawLoop(visit.node())
                ? Surroundings.DRAW_LOOP
                : visit.surroundings().within(visit.node(), () -> place(visit));
    }

    private void note(Visit visit) {
        boolean inDrawLoop = visit.surroundings().inDrawLoop();
        switch (visit.node()) {
            case VariableDeclaration declaration -> noteVariables(declaration, visit);
            case ExpressionStatement statement -> noteStatement(statement, visit);
            case IfStatement conditional ->
                    facts.add(
                            new Fact.Conditional(
                                    ConditionalTrigger.of(conditional.getCondition()),
                                    inDrawLoop,
                                    place(visit)));
            case FunctionNode function when isDefinition(function) ->
                    facts.add(
                            new Fact.FunctionDefinition(
                                    function.getName(), inDrawLoop, place(visit)));
            case Loop loop -> noteLoop(loop, visit);
            case FunctionCall call when isUserInput(call) ->
                    facts.add(new Fact.UserInput(nameOf(call.getTarget()), place(visit)));
            case Assignment assignment -> {
                assigned.add(nameOf(assignment.getLeft()));
                noteSprite(assignment.getLeft(), assignment, visit);
            }
            case UpdateExpression update -> assigned.add(nameOf(update.getOperand()));
            default -> {}
        }
    }

    private void noteLoop(Loop loop, Visit visit) {
        Fact.Loop.Kind kind =
                switch (loop) {
                    case WhileLoop _ -> Fact.Loop.Kind.WHILE;
                    case DoLoop _ -> Fact.Loop.Kind.DO;
                    default -> Fact.Loop.Kind.FOR;
                };
        facts.add(new Fact.Loop(kind, visit.surroundings().inDrawLoop(), place(visit)));
        if (loop instanceof ForInLoop forIn) {
            assigned.add(nameOf(forIn.getIterator()));
        }
    }

    private void noteVariables(VariableDeclaration declaration, Visit visit) {
        for (VariableInitializer variable : declaration.getVariables()) {
            String name = nameOf(variable.getTarget());
            if (!name.isEmpty()) {
                facts.add(new Fact.Variable(name, false, place(visit)));
            }
            noteSprite(variable.getTarget(), variable.getInitializer(), visit);
        }
    }

    private void noteSprite(AstNode target, @Nullable AstNode value, Visit visit) {
        if (value != null && !nameOf(target).isEmpty() && createsSprite(value)) {
            facts.add(new Fact.Sprite(nameOf(target), place(visit)));
        }
    }

    private void noteStatement(ExpressionStatement statement, Visit visit) {
        AstNode expression = SyntaxTree.withoutParentheses(statement.getExpression());
        switch (expression) {
            case NewExpression _ -> {}
            case FunctionCall call -> noteCall(call, visit);
            case Assignment assignment -> noteAssignments(assignment, visit);
            case UpdateExpression update -> {
                PropertyReference changed = PropertyReference.of(update.getOperand());
                if (changed != null) {
                    noteChange(changed, EnumSet.of(Pattern.COUNTER), visit);
                }
            }
            default -> {}
        }
    }

    private void noteCall(FunctionCall call, Visit visit) {
        Place place = place(visit);
        if (call.getTarget() instanceof PropertyGet method) {
            if (nameOf(method.getRight()).equals(GameLab.SET_ANIMATION)) {
                facts.add(
                        new Fact.PropertyChange(
                                nameOf(method.getTarget()),
                                Fact.PropertyChange.ANIMATION,
                                visit.surroundings().inDrawLoop(),
                                place));
            }
            return;
        }
        String function = nameOf(call.getTarget());
        if (function.isEmpty()) {
            return;
        }
        facts.add(new Fact.FunctionCall(function, place));
        if (GameLab.SHAPES.contains(function)) {
            facts.add(new Fact.Shape(function, place));
        } else if (function.equals(GameLab.TEXT)) {
            facts.add(new Fact.Text(place));
        } else if (function.equals(GameLab.BACKGROUND)) {
            facts.add(new Fact.Background(place));
        }
    }

    /** All targets of {@code a = b = value}. */
    private void noteAssignments(Assignment first, Visit visit) {
        AstNode value = finalValue(first);
        AstNode next = first;
        while (next instanceof Assignment assignment) {
            PropertyReference changed = PropertyReference.of(assignment.getLeft());
            if (changed != null) {
                noteChange(changed, MovementPatterns.of(changed, assignment, value), visit);
            }
            next = SyntaxTree.withoutParentheses(assignment.getRight());
        }
    }

    private void noteChange(PropertyReference changed, Set<Pattern> patterns, Visit visit) {
        Place place = place(visit);
        Surroundings around = visit.surroundings();
        facts.add(
                new Fact.PropertyChange(
                        changed.object(), changed.property(), around.inDrawLoop(), place));
        if (around.everyFrame() && MovementPatterns.moves(changed) && !patterns.isEmpty()) {
            Place shown = around.conditional() == null ? place : around.conditional();
            facts.add(new Fact.Movement(changed.object(), changed.property(), patterns, shown));
        }
    }

    private Place place(Visit visit) {
        return tree.place(visit.node(), visit.start());
    }

    private static boolean isDefinition(FunctionNode function) {
        int type = function.getFunctionType();
        boolean declared =
                type == FunctionNode.FUNCTION_STATEMENT
                        || type == FunctionNode.FUNCTION_EXPRESSION_STATEMENT;
        return declared
                && !function.getName().isEmpty()
                && !function.getName().equals(GameLab.DRAW);
    }

    private static boolean isDrawLoop(AstNode node) {
        return node instanceof FunctionNode function
                && function.getParent() instanceof AstRoot
                && function.getName().equals(GameLab.DRAW);
    }

    private static boolean isUserInput(FunctionCall call) {
        return GameLab.USER_INPUT.contains(nameOf(call.getTarget()));
    }

    private static boolean createsSprite(AstNode value) {
        return finalValue(value) instanceof FunctionCall call
                && !(call instanceof NewExpression)
                && nameOf(call.getTarget()).equals(GameLab.CREATE_SPRITE);
    }

    private static AstNode finalValue(AstNode value) {
        AstNode last = SyntaxTree.withoutParentheses(value);
        while (last instanceof Assignment assignment) {
            last = SyntaxTree.withoutParentheses(assignment.getRight());
        }
        return last;
    }

    /** The name that a node is, or an empty one if it is something else. */
    private static String nameOf(AstNode node) {
        return SyntaxTree.withoutParentheses(node) instanceof Name name ? name.getIdentifier() : "";
    }
}
