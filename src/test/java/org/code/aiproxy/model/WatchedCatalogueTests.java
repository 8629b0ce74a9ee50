package org.code.aiproxy.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class WatchedCatalogueTests {

    private static final String CARD =
            """
            [{"provider": "openai", "id": "gpt-7", "contextWindow": %d, "maxOutputTokens": 1}]
            """;

    private final AtomicReference<Instant> now =
            new AtomicReference<>(Instant.parse("2026-11-26T12:00:00Z"));
    private final InstantSource source = now::get;
    private final Clock clock = source.withZone(ZoneOffset.UTC);
    private final CardIndex shipped =
            new CardIndex(List.of(ModelCard.of("openai", "gpt-6", 1000, 1000)));

    @TempDir private Path folder;
    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = folder.resolve("cards.json");
        change(CARD.formatted(1), 1);
    }

    @Test
    void readsTheFileAgainWhenItChanged() throws IOException {
        WatchedCatalogue catalogue = new WatchedCatalogue(file, shipped, clock);
        assertThat(window(catalogue)).isEqualTo(1);
        change(CARD.formatted(2), 2);

        assertThat(window(catalogue)).as("looks only now and then").isEqualTo(1);
        later();
        assertThat(window(catalogue)).isEqualTo(2);
        assertThat(catalogue.get().find("openai", "gpt-6")).isPresent();
    }

    @Test
    void keepsTheCardsWhenTheNewFileIsBroken(CapturedOutput output) throws IOException {
        WatchedCatalogue catalogue = new WatchedCatalogue(file, shipped, clock);
        change("[{", 2);
        later();
        assertThat(window(catalogue)).isEqualTo(1);
        later();
        assertThat(window(catalogue)).isEqualTo(1);
        assertThat(output.getOut().split("Keeping the model cards from before", -1)).hasSize(2);

        change(CARD.formatted(3), 3);
        later();
        assertThat(window(catalogue)).isEqualTo(3);
    }

    @Test
    void keepsTheCardsWhenTheFileIsGone() throws IOException {
        WatchedCatalogue catalogue = new WatchedCatalogue(file, shipped, clock);
        Files.delete(file);
        later();
        assertThat(window(catalogue)).isEqualTo(1);
    }

    private void later() {
        now.updateAndGet(it -> it.plus(Duration.ofSeconds(6)));
    }

    private void change(String json, int second) throws IOException {
        Files.writeString(file, json);
        Files.setLastModifiedTime(file, FileTime.from(Instant.ofEpochSecond(second)));
    }

    private static long window(WatchedCatalogue catalogue) {
        return catalogue.get().find("openai", "gpt-7").orElseThrow().contextWindow();
    }
}
