package org.code.aiproxy.feature;

import java.util.ArrayList;
import java.util.List;
import org.mozilla.javascript.CompilerEnvirons;
import org.mozilla.javascript.Context;
import org.mozilla.javascript.Parser;
import org.mozilla.javascript.ast.AstNode;
import org.mozilla.javascript.ast.AstRoot;
import org.mozilla.javascript.ast.ParenthesizedExpression;

/** A program's syntax tree, as far as it could be parsed, with places in the program itself. */
final class SyntaxTree {

    private final AstRoot root;
    private final RepairedCode repaired;
    private final LineIndex lines;

    private SyntaxTree(AstRoot root, RepairedCode repaired, LineIndex lines) {
        this.root = root;
        this.repaired = repaired;
        this.lines = lines;
    }

    static SyntaxTree of(String code) {
        RepairedCode repaired = SyntaxRepair.repair(code);
        AstRoot root = parser().parse(repaired.text(), "program", 1);
        return new SyntaxTree(root, repaired, new LineIndex(code));
    }

    AstRoot root() {
        return root;
    }

    /** The children of a node, in the order of the code. Rhino has no other way to list them. */
    static List<AstNode> children(AstNode node) {
        List<AstNode> children = new ArrayList<>(4);
        node.visit(visited -> {
            if (!visited.equals(node)) {
                children.add(visited);
            }
            return visited.equals(node);
        });
        return children;
    }

    static AstNode withoutParentheses(AstNode node) {
        AstNode inner = node;
        while (inner instanceof ParenthesizedExpression parenthesized) {
            inner = parenthesized.getExpression();
        }
        return inner;
    }

    /** Where a node lies that starts at an absolute position in the repaired code. */
    Place place(AstNode node, int start) {
        int end = Math.max(start, start + node.getLength());
        return lines.place(repaired.start(start), repaired.end(end));
    }

    private static Parser parser() {
        CompilerEnvirons environment = new CompilerEnvirons();
        environment.setLanguageVersion(Context.VERSION_ES6);
        environment.setIdeMode(true);
        environment.setRecoverFromErrors(true);
        environment.setRecordingComments(false);
        environment.setXmlAvailable(false);
        environment.setStrictMode(false);
        return new Parser(environment, new IgnoredProblems());
    }
}
