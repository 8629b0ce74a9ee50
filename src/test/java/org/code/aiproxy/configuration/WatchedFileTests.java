package org.code.aiproxy.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class WatchedFileTests {

    private final AtomicReference<Instant> now =
            new AtomicReference<>(Instant.parse("2026-11-26T12:00:00Z"));
    private final InstantSource source = now::get;
    private final Clock clock = source.withZone(ZoneOffset.UTC);

    @TempDir private Path folder;
    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = folder.resolve("numbers");
        change("1", 1);
    }

    @Test
    void readsTheFileAgainWhenItChanged() throws IOException {
        WatchedFile<Integer> number = watch();
        assertThat(number.get()).isEqualTo(1);
        change("2", 2);

        assertThat(number.get()).as("looks only now and then").isEqualTo(1);
        later();
        assertThat(number.get()).isEqualTo(2);
    }

    /** As a tool does that writes a file beside it and moves it. */
    @Test
    void seesAnotherFileOfTheSameSizeAndTime() throws IOException {
        WatchedFile<Integer> number = watch();
        Path beside = Files.writeString(folder.resolve("beside"), "2");
        Files.setLastModifiedTime(beside, Files.getLastModifiedTime(file));
        Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
        later();
        assertThat(number.get()).isEqualTo(2);
    }

    @Test
    void keepsWhatItSaidWhenTheNewFileIsBroken(CapturedOutput output) throws IOException {
        WatchedFile<Integer> number = watch();
        change("two", 2);
        later();
        assertThat(number.get()).isEqualTo(1);
        later();
        assertThat(number.get()).isEqualTo(1);
        assertThat(output.getOut().split("Keeping the numbers from before: NUMBERS", -1))
                .as("warns once")
                .hasSize(2);

        change("3", 3);
        later();
        assertThat(number.get()).isEqualTo(3);
    }

    @Test
    void keepsWhatItSaidWhenTheFileIsGone() throws IOException {
        WatchedFile<Integer> number = watch();
        Files.delete(file);
        later();
        assertThat(number.get()).isEqualTo(1);
    }

    @Test
    void refusesABrokenFileAtFirst() throws IOException {
        change("two", 2);
        assertThatThrownBy(this::watch).isInstanceOf(InvalidSettingException.class);
    }

    private WatchedFile<Integer> watch() {
        return new WatchedFile<>("numbers", file, WatchedFileTests::number, clock);
    }

    private static Integer number(Path file) {
        try {
            return Integer.valueOf(Files.readString(file));
        } catch (IOException | NumberFormatException e) {
            throw new InvalidSettingException("NUMBERS", "can't be used.");
        }
    }

    private void later() {
        now.updateAndGet(it -> it.plus(Duration.ofSeconds(6)));
    }

    private void change(String text, int second) throws IOException {
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.from(Instant.ofEpochSecond(second)));
    }
}
