package org.code.aiproxy.grading.javascript;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.mozilla.javascript.CompilerEnvirons;
import org.mozilla.javascript.Context;
import org.mozilla.javascript.Parser;
import org.mozilla.javascript.ast.AstNode;
import org.mozilla.javascript.ast.AstRoot;
import org.mozilla.javascript.ast.ParenthesizedExpression;

/**
 * A program's syntax, as far as it could be parsed, with places in the program itself. Each of its
 * statements is parsed by itself, so that an error in one cannot spoil another.
 */
public final class SyntaxTree {

    private static final CompilerEnvirons ENVIRONMENT = environment();

    private final List<Statement> statements;
    private final RepairedCode repaired;
    private final LineIndex lines;

    /**
     * A statement that lies in no other, or several if they could not be told apart.
     *
     * @param start the offset in the repaired code that the root's positions count from
     */
    public record Statement(AstRoot root, int start) {}

    private SyntaxTree(List<Statement> statements, RepairedCode repaired, LineIndex lines) {
        this.statements = statements;
        this.repaired = repaired;
        this.lines = lines;
    }

    public static SyntaxTree of(String code) {
        RepairedCode repaired = SyntaxRepair.repair(code);
        List<Statement> statements = repaired.pieces().stream().flatMap(SyntaxTree::parse).toList();
        return new SyntaxTree(statements, repaired, new LineIndex(code));
    }

    public List<Statement> statements() {
        return statements;
    }

    private static Stream<Statement> parse(RepairedCode.Piece piece) {
        try {
            AstRoot root =
                    new Parser(ENVIRONMENT, new IgnoredProblems())
                            .parse(piece.text(), "program", 1);
            return Stream.of(new Statement(root, piece.start()));
        } catch (RuntimeException e) {
            // Rhino's recovery has bugs that show as NullPointerException and the like. The
            // statement cannot be read then.
            return Stream.empty();
        }
    }

    /** The children of a node, in the order of the code. Rhino has no other way to list them. */
    public static List<AstNode> children(AstNode node) {
        List<AstNode> children = new ArrayList<>(4);
        node.visit(visited -> {
            if (!visited.equals(node)) {
                children.add(visited);
            }
            return visited.equals(node);
        });
        return children;
    }

    public static AstNode withoutParentheses(AstNode node) {
        AstNode inner = node;
        while (inner instanceof ParenthesizedExpression parenthesized) {
            inner = parenthesized.getExpression();
        }
        return inner;
    }

    /** Where a node lies that starts at an absolute position in the repaired code. */
    public Place place(AstNode node, int start) {
        int end = Math.max(start, start + node.getLength());
        return lines.place(repaired.start(start), repaired.end(end));
    }

    private static CompilerEnvirons environment() {
        CompilerEnvirons environment = new CompilerEnvirons();
        environment.setLanguageVersion(Context.VERSION_ES6);
        environment.setIdeMode(true);
        environment.setRecoverFromErrors(true);
        environment.setRecordingComments(false);
        environment.setXmlAvailable(false);
        environment.setStrictMode(false);
        return environment;
    }
}
