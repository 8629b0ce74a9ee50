package org.code.aiproxy.completion;

import java.util.List;
import java.util.Map;

/** Finds the rows in a completion of one format. */
interface RowReader {

    /** The rows, each from column to cell, as the completion has them. */
    List<Map<String, String>> read(String completion) throws UnreadableException;

    /** The complete rows of a completion that can't be read as a whole; perhaps none. */
    default List<Map<String, String>> salvage(String completion) {
        try {
            return read(completion);
        } catch (UnreadableException e) {
            return List.of();
        }
    }
}
