package org.code.aiproxy.textfile;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.Writer;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Writes a table as CSV that spreadsheets open as text and numbers. A cell that they would take for
 * a formula gets an apostrophe in front (OWASP, "CSV Injection"), as does one that has apostrophes
 * before such a beginning, so that {@link #cell} gives each cell back as it was.
 */
public final class SheetWriter {

    /** Also in the wide forms that spreadsheets in East Asia take; a number isn't a formula. */
    private static final Pattern FORMULA =
            Pattern.compile(
                    "(?!-?\\d+(?:\\.\\d+)?\\z)(?:[\\t\\r\\n]|[\\s\\p{Z}\\p{Cf}]*[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20]).*",
                    Pattern.DOTALL);

    private static final Pattern GUARDED = Pattern.compile("'+" + FORMULA, Pattern.DOTALL);

    private final CsvWriter csv;

    /**
     * @param out where to; it is left open
     */
    public SheetWriter(Writer out) {
        this.csv = CsvWriter.builder().bufferSize(0).build(out);
    }

    /** Writes a row. */
    public void row(List<String> cells) {
        csv.writeRecord(cells.stream().map(SheetWriter::guarded).toList());
    }

    private static String guarded(String cell) {
        return FORMULA.matcher(cell).matches() || GUARDED.matcher(cell).matches()
                ? "'" + cell
                : cell;
    }

    /** The text of a cell that was read, without the apostrophe that may have been put in front. */
    public static String cell(String read) {
        return GUARDED.matcher(read).matches() ? read.substring(1) : read;
    }
}
