package org.code.aiproxy.grading.feature;

import org.code.aiproxy.grading.javascript.SyntaxTree;
import org.jspecify.annotations.Nullable;
import org.mozilla.javascript.ast.AstNode;
import org.mozilla.javascript.ast.ElementGet;
import org.mozilla.javascript.ast.Name;
import org.mozilla.javascript.ast.PropertyGet;
import org.mozilla.javascript.ast.StringLiteral;

/** {@code object.property} or {@code object["property"]}, where the object is a plain name. */
record PropertyReference(String object, String property) {

    private static final String COMPUTED = "[]";

    static @Nullable PropertyReference of(AstNode node) {
        return switch (SyntaxTree.withoutParentheses(node)) {
            case PropertyGet get
                    when get.getTarget() instanceof Name object
                            && get.getRight() instanceof Name property ->
                    new PropertyReference(object.getIdentifier(), property.getIdentifier());
            case ElementGet get when get.getTarget() instanceof Name object ->
                    new PropertyReference(object.getIdentifier(), key(get.getElement()));
            default -> null;
        };
    }

    private static String key(AstNode element) {
        return element instanceof StringLiteral literal ? literal.getValue() : COMPUTED;
    }
}
