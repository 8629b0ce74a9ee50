package org.code.aiproxy.grading.response;

import java.util.ArrayList;
import java.util.List;
import org.code.aiproxy.grading.response.json.JsonScanner;

/** Cuts a line of a table into cells, as far as possible without a parser's idea of quotes. */
final class TableLine {

    private static final char PIPE = '|';

    private TableLine() {}

    /** The cells as they are written, without what stands around them. */
    static List<String> cells(String line, char separator) {
        String row = separator == PIPE ? withoutEdges(line) : line;
        return cut(row, separator).stream().map(TableLine::unquoted).toList();
    }

    private static List<String> cut(String row, char separator) {
        boolean isGuarded = separator != '\t';
        List<String> cells = new ArrayList<>();
        int start = 0;
        boolean inCode = false;
        boolean isPaired = isGuarded && row.chars().filter(c -> c == '`').count() % 2 == 0;
        for (int i = 0; i < row.length(); i++) {
            char c = row.charAt(i);
            inCode ^= isPaired && c == '`';
            boolean isEscaped = separator == PIPE && i > 0 && row.charAt(i - 1) == '\\';
            if (c == separator && !inCode && !isEscaped) {
                cells.add(row.substring(start, i));
                start = i + 1;
            }
        }
        cells.add(row.substring(start));
        return cells;
    }

    /** A Markdown row without the pipes before its first and after its last cell. */
    private static String withoutEdges(String line) {
        String row = line.strip();
        if (row.startsWith("|")) {
            row = row.substring(1);
        }
        return row.endsWith("|") ? row.substring(0, row.length() - 1) : row;
    }

    /** Without spaces of any kind, and without quotation marks around all of it. */
    static String unquoted(String cell) {
        String text = stripped(cell);
        boolean isQuoted =
                text.length() > 1 && text.charAt(0) == '"' && text.charAt(text.length() - 1) == '"';
        return isQuoted
                ? stripped(text.substring(1, text.length() - 1).replace("\"\"", "\""))
                : text;
    }

    /** Without spaces of any kind around it. */
    static String stripped(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && JsonScanner.isSpace(text.charAt(from))) {
            from++;
        }
        while (to > from && JsonScanner.isSpace(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }
}
