package org.code.aiproxy.rubrictester.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.code.aiproxy.ApplicationProcess;
import org.code.aiproxy.ScriptedProvider;
import org.code.aiproxy.player.wire.Call;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is left of a run that ends before its time: the real process, real signals. */
class InterruptedRunTests {

    private static final int STUDENTS = 30;
    private static final int WORKERS = 3;
    private static final String LESSON = "csd3-2023-L11";
    private static final String COMPLETION =
            """
            {"id": "1", "object": "chat.completion", "created": 1, "model": "m", "choices": [\
            {"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": \
            "Key Concept,Observations,Evidence,Label,Reason\\nSprites,o,Line 1: `a`,No Evidence,r"}}]}\
            """;

    private static final JsonMapper MAPPER = new JsonMapper();

    /** Answers that may still be given; more calls wait. */
    private final Semaphore answers = new Semaphore(0);

    private final ScriptedProvider provider = new ScriptedProvider();

    @TempDir private Path folder;

    @BeforeEach
    void prepare() throws IOException {
        provider.plays(call -> {
            if (isPaidFor(call)) {
                answers.acquire();
                call.answer(200, "application/json", COMPLETION);
            }
        });
        Path dataset = Files.createDirectories(folder.resolve("datasets/d").resolve(LESSON));
        StringBuilder labels = new StringBuilder("student,Sprites\n");
        for (int i = 1; i <= STUDENTS; i++) {
            Files.writeString(dataset.resolve("student_%d.js".formatted(i)), "var n = " + i + ";");
            labels.append("student_%d,No Evidence\n".formatted(i));
        }
        Files.writeString(dataset.resolve("actual_labels.csv"), labels);
        Path experiment = Files.createDirectories(folder.resolve("experiments/e").resolve(LESSON));
        Files.writeString(
                experiment.resolve("params.json"),
                "{\"model\": \"gpt-4.1-mini\", \"num-responses\": 1, \"temperature\": 0}");
        Files.writeString(experiment.resolve("system_prompt.txt"), "Grade.");
        Files.writeString(
                experiment.resolve("standard_rubric.csv"), "Key Concept,No Evidence\nSprites,x\n");
    }

    @AfterEach
    void stopProvider() throws IOException {
        answers.release(2 * STUDENTS);
        provider.close();
    }

    @Test
    void losesAtMostWhatWasInFlightWhenItIsKilled() throws Exception {
        try (ApplicationProcess killed = start()) {
            awaitAnswers(killed, 9);
            killed.signal("KILL");
            killed.awaitEnd();
        }
        assertThat(cached()).hasSize(9);

        answers.release(2 * STUDENTS);
        try (ApplicationProcess resumed = start("-c")) {
            assertThat(resumed.awaitEnd()).as(resumed::output).isZero();
            assertThat(resumed.output()).contains("30 of 30 programs labelled");
        }
        assertThat(cached()).hasSize(STUDENTS);
        assertThat(calls()).isBetween(STUDENTS, STUDENTS + WORKERS);
    }

    @Test
    void finishesWhatIsInFlightAndReportsWhenItIsInterrupted() throws Exception {
        try (ApplicationProcess interrupted = start()) {
            awaitAnswers(interrupted, 9);
            interrupted.signal("INT");
            var _ = interrupted.awaitLine("what is in flight is finished");
            answers.release(2 * STUDENTS);

            assertThat(interrupted.awaitEnd()).as(interrupted::output).isEqualTo(130);

            assertThat(interrupted.output())
                    .containsPattern("Interrupted. Done: \\d+ of 30 programs. Reports are in ")
                    .containsPattern("Not done: \\d+ of csd3-2023-L11.")
                    .contains("The same command with -c goes on from here.");
        }
        assertThat(calls()).isEqualTo(cached().size()).isLessThan(STUDENTS);
        JsonNode metrics =
                MAPPER.readTree(Files.readString(experiment().resolve("output/metrics.json")));
        assertThat(metrics.path("graded").intValue()).isEqualTo(cached().size());
        assertThat(metrics.path("not_run").intValue()).isEqualTo(STUDENTS - cached().size());
    }

    @Test
    void letsOneRunUseAFolderAtATime() throws Exception {
        try (ApplicationProcess first = start()) {
            awaitAnswers(first, 2);
            first.signal("STOP");

            try (ApplicationProcess second = start()) {
                assertThat(second.awaitEnd()).as(second::output).isEqualTo(2);
                assertThat(second.output())
                        .contains("Another run uses ")
                        .contains(": process ")
                        .doesNotContain("Earlier responses");
            }
            answers.release(2 * STUDENTS);
            first.signal("CONT");
            assertThat(first.awaitEnd()).as(first::output).isZero();
        }
        assertThat(cached()).hasSize(STUDENTS);
    }

    @Test
    void takesAFolderOverFromARunThatWasKilled() throws Exception {
        try (ApplicationProcess killed = start()) {
            awaitAnswers(killed, 3);
            killed.signal("KILL");
            killed.awaitEnd();
        }
        answers.release(2 * STUDENTS);
        try (ApplicationProcess next = start("-c")) {
            assertThat(next.awaitEnd()).as(next::output).isZero();
        }
    }

    @Test
    void asksNoMoreOnceItIsInterruptedWhileItWaitsForARateLimit() throws Exception {
        CountDownLatch limited = new CountDownLatch(WORKERS);
        provider.plays(call -> {
            if (isPaidFor(call)) {
                call.answer(429, "application/json", "{}", "Retry-After: 30");
                limited.countDown();
            }
        });
        try (ApplicationProcess interrupted = start()) {
            assertThat(limited.await(1, TimeUnit.MINUTES)).isTrue();
            interrupted.signal("INT");

            assertThat(interrupted.awaitEnd()).as(interrupted::output).isEqualTo(130);

            assertThat(interrupted.output())
                    .contains("student_1 was not asked about: Interrupted.")
                    .contains("Interrupted. Done: 0 of 30 programs.")
                    .contains("Not done: 30 of csd3-2023-L11.")
                    .contains("The same command with -c goes on from here.")
                    .doesNotContain("Reports are in");
        }
        assertThat(calls()).isLessThanOrEqualTo(2 * WORKERS);
        assertThat(experiment().resolve("output/report-exact-match.html")).doesNotExist();
    }

    @Test
    void givesUpWhatHangsOnceItIsInterrupted() throws Exception {
        try (ApplicationProcess interrupted = start()) {
            var _ = interrupted.awaitLine("30 programs");
            interrupted.signal("TERM");

            assertThat(interrupted.awaitEnd()).as(interrupted::output).isEqualTo(143);

            assertThat(interrupted.output())
                    .contains("student_1 was not asked about: Interrupted.")
                    .contains("Interrupted. Done: 0 of 30 programs.")
                    .contains("Not done: 30 of csd3-2023-L11.")
                    .contains("The same command with -c goes on from here.")
                    .doesNotContain("Reports are in");
        }
        assertThat(experiment().resolve("output/report-exact-match.html")).doesNotExist();
    }

    private ApplicationProcess start(String... more) throws IOException {
        String[] arguments =
                Stream.concat(
                                Stream.of(
                                        "rubric-tester",
                                        "-e",
                                        "e",
                                        "--dataset-name",
                                        "d",
                                        "-v",
                                        "-w",
                                        "" + WORKERS),
                                Stream.of(more))
                        .toArray(String[]::new);
        return ApplicationProcess.start(
                folder,
                Map.of("OPENAI_API_KEY", "sk-x", "OPENAI_BASE_URL", provider.url() + "/v1"),
                arguments);
    }

    /** Lets so many calls be answered, and waits until their programs are labelled. */
    private void awaitAnswers(ApplicationProcess run, int count) throws InterruptedException {
        answers.release(count);
        for (int i = 0; i < count; i++) {
            var _ = run.awaitLine(" request succeeded");
        }
    }

    private int calls() {
        return Math.toIntExact(
                provider.calls().stream().filter(InterruptedRunTests::isPaidFor).count());
    }

    /** The list of models isn't. */
    private static boolean isPaidFor(Call call) {
        return call.head().startsWith("POST ");
    }

    private List<Path> cached() throws IOException {
        try (Stream<Path> files = Files.list(experiment().resolve("cached_responses"))) {
            return files.filter(it -> !it.getFileName().toString().startsWith(".")).toList();
        }
    }

    private Path experiment() {
        return folder.resolve("experiments/e").resolve(LESSON);
    }
}
