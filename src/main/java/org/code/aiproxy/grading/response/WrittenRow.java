package org.code.aiproxy.grading.response;

import java.util.Map;

/**
 * A row as a model wrote it.
 *
 * @param cells from column to text; columns that are known have their usual names
 * @param source its characters, to find them elsewhere
 */
record WrittenRow(Map<String, String> cells, String source) {}
