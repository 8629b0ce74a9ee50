package org.code.aiproxy.grading.feature;

import java.util.function.Supplier;
import org.code.aiproxy.grading.javascript.Place;
import org.jspecify.annotations.Nullable;
import org.mozilla.javascript.ast.AstNode;
import org.mozilla.javascript.ast.Block;
import org.mozilla.javascript.ast.ExpressionStatement;
import org.mozilla.javascript.ast.IfStatement;
import org.mozilla.javascript.ast.LabeledStatement;
import org.mozilla.javascript.ast.Loop;
import org.mozilla.javascript.ast.Scope;

/**
 * What a node of the syntax tree lies in.
 *
 * @param everyFrame whether it is in the draw loop directly, or in conditionals alone
 * @param conditional the outermost conditional around it, if it is so
 */
record Surroundings(boolean inDrawLoop, boolean everyFrame, @Nullable Place conditional) {

    static final Surroundings PROGRAM = new Surroundings(false, false, null);
    static final Surroundings DRAW_LOOP = new Surroundings(true, true, null);

    /** What the children of a node lie in, if it is not the draw loop. */
    Surroundings within(AstNode node, Supplier<Place> place) {
        return switch (node) {
            case IfStatement _ -> everyFrame ? withConditional(place) : this;
            case Loop _ -> notEveryFrame();
            case LabeledStatement _, ExpressionStatement _, Block _ -> this;
            case Scope scope when scope.getClass() == Scope.class -> this;
            default -> notEveryFrame();
        };
    }

    private Surroundings withConditional(Supplier<Place> place) {
        return conditional == null ? new Surroundings(inDrawLoop, true, place.get()) : this;
    }

    private Surroundings notEveryFrame() {
        return everyFrame ? new Surroundings(inDrawLoop, false, null) : this;
    }
}
