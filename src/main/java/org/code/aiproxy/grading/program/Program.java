package org.code.aiproxy.grading.program;

import java.util.List;
import org.code.aiproxy.grading.javascript.CommentRemover;

/**
 * A student's program, in JavaScript as Game Lab runs it.
 *
 * @param code its text, possibly blank, possibly not valid JavaScript
 */
public record Program(String code) {

    /** Whether there is nothing in it to grade. */
    public boolean isBlank() {
        return code.isBlank();
    }

    /** Its lines, the first being line 1. */
    public List<String> lines() {
        return code.lines().toList();
    }

    /** The same program without comments, every line still on its line. */
    public Program withoutComments() {
        return new Program(CommentRemover.remove(code));
    }
}
