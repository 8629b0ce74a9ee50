package org.code.aiproxy.completion;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a completion that is a table: TSV, CSV or Markdown, told apart by the header's separator.
 * What stands before the header is ignored; what follows the last row is not, because in a table
 * without an end it can't be told from a row.
 */
final class TableRows implements RowReader {

    /** With spaces, since a bare pipe is code as often as it is a column's edge. */
    private static final String PIPE = " | ";

    private static final String FENCE = "```";

    @Override
    public List<Map<String, String>> read(String completion) throws UnreadableException {
        List<String> lines = table(completion.lines().toList());
        String separator = separator(lines.getFirst());
        List<CsvRecord> records = records(lines, separator);
        List<String> header = cells(records.getFirst());
        List<Map<String, String>> rows = new ArrayList<>();
        for (CsvRecord record : records.subList(1, records.size())) {
            rows.add(row(header, cells(record)));
        }
        return rows;
    }

    /** The lines from the header on; inside a Markdown fence, to the fence's end. */
    private static List<String> table(List<String> lines) throws UnreadableException {
        boolean fenced = false;
        for (int i = 0; i < lines.size(); i++) {
            if (isHeader(lines.get(i))) {
                List<String> rest = lines.subList(i, lines.size());
                return fenced ? toFence(rest) : rest;
            }
            if (lines.get(i).startsWith(FENCE)) {
                fenced = !fenced;
            }
        }
        throw new UnreadableException(
                Defect.FORMAT, "there is no line that begins with `Key Concept`");
    }

    private static List<String> toFence(List<String> lines) {
        return lines.stream().takeWhile(line -> !line.startsWith(FENCE)).toList();
    }

    private static boolean isHeader(String line) {
        return withoutEdges(line).startsWith(Column.KEY_CONCEPT);
    }

    private static String separator(String header) throws UnreadableException {
        String line = unescaped(header);
        if (line.contains("\t")) {
            return "\t";
        }
        if (line.contains(PIPE)) {
            return PIPE;
        }
        if (line.contains(",")) {
            return ",";
        }
        throw new UnreadableException(
                Defect.FORMAT, "its columns are separated by no tab, comma or ` | `");
    }

    private static List<CsvRecord> records(List<String> lines, String separator)
            throws UnreadableException {
        StringBuilder table = new StringBuilder();
        for (String line : lines) {
            String row =
                    switch (separator) {
                        case "\t" -> unescaped(line);
                        case PIPE -> withoutEdges(line);
                        default -> line;
                    };
            table.append(row).append('\n');
        }
        try (CsvReader<CsvRecord> reader =
                CsvReader.builder()
                        .fieldSeparator(separator)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .ofCsvRecord(table.toString())) {
            return reader.stream().toList();
        } catch (CsvParseException | IOException e) {
            throw new UnreadableException(Defect.FORMAT, "its table can't be read to its end");
        }
    }

    /** Models write tabs as {@code \t}, and double them; a doubled empty cell stays one. */
    private static String unescaped(String line) {
        return line.replace("\\t", "\t").replace("\t\t", "\t");
    }

    /** A Markdown row without the pipes before its first and after its last cell. */
    private static String withoutEdges(String line) {
        String row = line.strip();
        if (row.startsWith("| ")) {
            row = row.substring(2);
        }
        if (row.endsWith(" |")) {
            row = row.substring(0, row.length() - 2);
        }
        return row.strip();
    }

    private static List<String> cells(CsvRecord record) {
        return record.getFields().stream().map(String::strip).toList();
    }

    private static Map<String, String> row(List<String> header, List<String> cells) {
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(header.size(), cells.size()); i++) {
            row.put(header.get(i), cells.get(i));
        }
        return row;
    }
}
