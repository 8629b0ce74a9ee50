package org.code.aiproxy.player;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.code.aiproxy.AssessmentForm;
import org.code.aiproxy.ScriptedService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.test.context.TestPropertySource;

/**
 * What an assessment answers to each fault that can be played. The result is the table in {@code
 * docs/backend-developers.md}. {@code FaultMatrixTests} has more routes, and the faults that take
 * all of the time.
 */
@Timeout(120)
@TestPropertySource(
        properties = {"aiproxy.model.budget=60s", "server.tomcat.connection-timeout=60s"})
class PlayedFaultsTests extends ScriptedService {

    private static final List<PlayedFault> WAITS = List.of(PlayedFault.HANG, PlayedFault.DRIP);

    /** As few as a busy machine answers within the time budget. */
    private static final int AT_A_TIME = 6;

    @Test
    void endAsTheyAreDocumented() throws Exception {
        OPENAI.plays(new ProviderPlayer().failing(new FaultPlan(List.of(), 1)));
        BEDROCK.plays(new ProviderPlayer().failing(new FaultPlan(List.of(), 1)));
        List<Future<String>> rows = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(AT_A_TIME)) {
            for (PlayedFault fault : PlayedFault.values()) {
                rows.add(threads.submit(() -> row(fault)));
            }
        }
        assertThat(rows.stream().map(PlayedFaultsTests::result))
                .containsExactlyElementsOf(documented());
    }

    private static List<String> documented() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("docs/backend-developers.md"))) {
            return lines.dropWhile(line -> !line.startsWith("| fault |"))
                    .skip(2)
                    .takeWhile(line -> !line.isEmpty())
                    .toList();
        }
    }

    private String row(PlayedFault fault) {
        return "| `%s` | %s | %d | %d |"
                .formatted(
                        fault.word(),
                        fault.description(),
                        status(fault, "gpt-play-"),
                        status(fault, "bedrock.play-"));
    }

    private int status(PlayedFault fault, String model) {
        if (WAITS.contains(fault)) {
            return 504;
        }
        Map<String, String> fields = AssessmentForm.fields(model + fault.word());
        return postForm(fields).statusCode();
    }

    private static String result(Future<String> row) {
        try {
            return row.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }
}
