package org.code.aiproxy.container;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was measured beside what it may be, as a table for people. */
final class Figures {

    private static final String ROW = "%-22s %10s %10s";

    private final List<String> rows =
            new ArrayList<>(List.of(ROW.formatted("", "measured", "limit")));

    void add(String what, String measured, String limit) {
        rows.add(ROW.formatted(what, measured, limit).stripTrailing());
    }

    static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.1f s", seconds);
    }

    static String megabytes(long bytes) {
        return bytes / 1_000_000 + " MB";
    }

    void write(Path file) throws IOException {
        Files.write(Files.createDirectories(file.getParent()).resolve(file.getFileName()), rows);
    }
}
