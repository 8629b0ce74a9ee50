package org.code.aiproxy.provider.answer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AnswerRoomTests {

    private static final int OWN = 64 << 10;

    private final AnswerMemory memory = new AnswerMemory(8L << 20);
    private final AnswerLimits limits =
            new AnswerLimits(4 << 20, Duration.ofSeconds(1), memory, () -> {});

    @Test
    void holdsAnAnswerUpToTheLimit() throws Exception {
        AnswerRoom room = new AnswerRoom(100, memory);
        assertThat(room.counted(bytes("a".repeat(100))).readAllBytes()).hasSize(100);
        assertThatExceptionOfType(AnswerLimitException.class)
                .isThrownBy(() -> room.take(1))
                .withMessage("sent an answer that is too long.");
    }

    @Test
    void countsWhatATreeTakes() throws Exception {
        AnswerRoom room = new AnswerRoom(1_000, memory);
        assertThat(room.weighed(bytes("{\"a\":\"" + "x".repeat(900) + "\"}")).readAllBytes())
                .hasSize(908);
        room.clear();
        assertThatExceptionOfType(AnswerLimitException.class)
                .isThrownBy(() -> room.weighed(bytes("{},".repeat(100))).readAllBytes());
    }

    @Test
    void sharesTheMemoryForLongAnswersWithOthers() throws Exception {
        try (AnswerRoom first = limits.room();
                AnswerRoom second = limits.room()) {
            first.take((1 << 20) + OWN);
            second.take(OWN);
            assertThatExceptionOfType(AnswerLimitException.class)
                    .isThrownBy(() -> second.take(1))
                    .withMessageContaining("others took all the memory");
            first.clear();
            second.take(1);
        }
        assertThat(memory.left()).isEqualTo(1 << 20);
    }

    @Test
    void followsFromTheTokensThatWereAskedFor() throws Exception {
        try (AnswerRoom room = limits.roomFor(1_000)) {
            room.take((256 << 10) + 32_000);
            assertThatExceptionOfType(AnswerLimitException.class).isThrownBy(() -> room.take(1));
        }
        try (AnswerRoom room = limits.roomFor(Integer.MAX_VALUE)) {
            assertThatExceptionOfType(AnswerLimitException.class)
                    .isThrownBy(() -> room.take((4 << 20) + 1));
        }
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }
}
