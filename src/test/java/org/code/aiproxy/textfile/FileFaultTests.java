package org.code.aiproxy.textfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileFaultTests {

    @TempDir private Path folder;

    @Test
    void saysInWordsWhatTheSystemSays() {
        assertThat(FileFault.reason(Path.of("e"), new AccessDeniedException("e/params.json")))
                .isEqualTo("permission denied: e/params.json");
        assertThat(
                        FileFault.reason(
                                Path.of("e"),
                                new FileSystemException("e", null, "No space left on device")))
                .isEqualTo("no space left on device");
    }

    @Test
    void saysWhatRealFoldersDo() throws IOException {
        Path file = Files.writeString(folder.resolve("f"), "");
        Path missing = folder.resolve("missing");

        assertThat(fault(() -> TextFile.read(missing)))
                .isEqualTo("no such file or folder: " + missing);
        assertThat(fault(() -> TextFile.read(folder))).isEqualTo("is a directory");
        assertThat(fault(() -> Files.createDirectories(file)))
                .isEqualTo(file + " is a file, not a folder");
        assertThat(fault(() -> Files.writeString(file.resolve("g"), "")))
                .isEqualTo("not a directory: " + file.resolve("g"));
    }

    private static String fault(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return FileFault.reason(Path.of("x"), catchThrowableOfType(IOException.class, call));
    }
}
