package org.code.aiproxy.grading.javascript;

import org.mozilla.javascript.EvaluatorException;
import org.mozilla.javascript.ast.IdeErrorReporter;

/**
 * Lets the parser go on after a syntax error. It is an {@link IdeErrorReporter} because for any
 * other the parser copies the whole line of each error, which is quadratic in long lines.
 */
final class IgnoredProblems implements IdeErrorReporter {

    @Override
    public void warning(String message, String source, int offset, int length) {}

    @Override
    public void error(String message, String source, int offset, int length) {}

    @Override
    public void warning(String message, String source, int line, String text, int column) {}

    @Override
    public void error(String message, String source, int line, String text, int column) {}

    @Override
    public EvaluatorException runtimeError(
            String message, String source, int line, String text, int column) {
        return new EvaluatorException(message, source, line, text, column);
    }
}
