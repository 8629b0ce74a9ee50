package org.code.aiproxy.grading.response;

import java.util.List;

/**
 * An array, an object or a table that a model wrote, perhaps as a draft or a quotation.
 *
 * @param from where it begins in the completion
 * @param to behind its end; for a table, behind its heading
 * @param rows what it holds
 * @param form how well it is written
 */
record WrittenAnswer(int from, int to, List<WrittenRow> rows, Form form) {

    /** How well an answer is written. */
    enum Form {
        /** As it was asked for. */
        EXACT,
        /** In a dialect. */
        DIALECT,
        /** With quotation marks inside its strings, so that their ends had to be made out. */
        MENDED,
        /** It has no end. */
        BROKEN
    }

    WrittenAnswer {
        rows = List.copyOf(rows);
    }

    /** Whether a place is inside it, and so is a part of what it says. */
    boolean surelyHolds(int index) {
        return (form == Form.EXACT || form == Form.DIALECT) && from <= index && index < to;
    }
}
