package org.code.aiproxy.rubrictester.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.code.aiproxy.rubrictester.dataset.InvalidDataException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunLockTests {

    @TempDir private Path root;

    private Path folder = Path.of("");

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createDirectories(root.resolve("e/L1"));
    }

    @Test
    void saysWhichProcessHasTheFolder() {
        try (RunLock _ = RunLock.take(folder)) {
            assertThatThrownBy(() -> RunLock.take(folder))
                    .isInstanceOf(InvalidDataException.class)
                    .hasMessageContaining("Another run uses " + folder)
                    .hasMessageContaining("process %d on ".formatted(ProcessHandle.current().pid()))
                    .hasMessageContaining(", since 20");
        }
    }

    @Test
    void leavesAnEmptyFileThatTheNextRunTakes() {
        RunLock.take(folder).close();
        assertThat(root.resolve("e/.L1.lock")).isEmptyFile();
        RunLock.take(folder).close();
    }

    @Test
    void takesOverWhatARunThatWasKilledLeft() throws IOException {
        Files.writeString(root.resolve("e/.L1.lock"), "process 1 on elsewhere, since 2020\n");
        try (RunLock _ = RunLock.take(folder)) {
            assertThat(root.resolve("e/.L1.lock"))
                    .content()
                    .startsWith("process %d on ".formatted(ProcessHandle.current().pid()));
        }
    }

    @Test
    void locksOnlyTheOneFolder() throws IOException {
        Path other = Files.createDirectories(root.resolve("e/L2"));
        try (RunLock _ = RunLock.take(folder);
                RunLock _ = RunLock.take(other)) {
            assertThat(root.resolve("e/.L2.lock")).exists();
        }
    }
}
