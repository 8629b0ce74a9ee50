package org.code.aiproxy.rubrictester.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Keeps what is about to be replaced: it may have cost money or work. */
public final class Aside {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS");

    private Aside() {}

    /**
     * Renames a file or folder to a hidden name beside it, with the time in it.
     *
     * @return its new path; empty where there was nothing
     * @throws IOException when it can't be renamed
     */
    public static Optional<Path> move(Path path) throws IOException {
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        String time = TIME.format(ZonedDateTime.now(ZoneId.systemDefault()));
        Path aside = path.resolveSibling(".%s.%s".formatted(path.getFileName(), time));
        return Optional.of(Files.move(path, aside, StandardCopyOption.ATOMIC_MOVE));
    }
}
