package org.code.aiproxy.rubrictester.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.code.aiproxy.textfile.FileFault;

/** Where results will be written. */
public final class WritableFolder {

    private WritableFolder() {}

    /**
     * Makes a folder, and tries to write there: better before a run than after it was paid for.
     *
     * @throws InvalidDataException when that fails; the message says why
     */
    public static void require(Path folder) {
        try {
            Files.createDirectories(folder);
            Files.delete(Files.createTempFile(folder, ".trial-", ""));
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    /** What to say of a file or folder that can't be written. */
    public static InvalidDataException unwritable(Path path, IOException fault) {
        return new InvalidDataException(
                "%s can't be written: %s. Correct that, or choose another folder; nothing was asked or paid for."
                        .formatted(path, FileFault.reason(path, fault)),
                fault);
    }
}
