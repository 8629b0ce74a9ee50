package org.code.aiproxy.grading.evidence.search;

/**
 * A place where a snippet stands.
 *
 * @param from the index of its first token in the program
 * @param to the index of its last token
 */
record Match(int from, int to) {

    LineRange lines(CodeTokens program) {
        return new LineRange(program.line(from), program.line(to));
    }
}
