package org.code.aiproxy.rubrictester.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.code.aiproxy.ScriptedService;
import org.code.aiproxy.grading.assessment.LabelService;
import org.code.aiproxy.grading.spec.AssessmentSpecs;
import org.code.aiproxy.grading.spec.SpecOverrides;
import org.code.aiproxy.model.catalogue.ModelPrice;
import org.code.aiproxy.model.catalogue.Usage;
import org.code.aiproxy.model.routing.ModelRouter;
import org.code.aiproxy.player.PlayedCache;
import org.code.aiproxy.player.PlayedCache.Rules;
import org.code.aiproxy.player.PlayedCache.Use;
import org.code.aiproxy.player.ProviderPlayer;
import org.code.aiproxy.player.model.Reply;
import org.code.aiproxy.player.model.TokenUse;
import org.code.aiproxy.rubrictester.dataset.LessonDataset;
import org.code.aiproxy.rubrictester.experiment.StudentResult.Graded;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.util.FileSystemUtils;

/**
 * A class of 30 on one lesson, against providers that cache prompts by their rules. Calls wait for
 * the first one for long enough on a slow machine too.
 */
@TestPropertySource(properties = {"aiproxy.model.budget=4m", "aiproxy.model.warm-up=1m"})
class PromptCacheTests extends ScriptedService {

    private static final Logger LOG = LoggerFactory.getLogger(PromptCacheTests.class);

    private static final Path LESSON = Path.of("samples/experiments/sample-json/csd3-2023-L14");
    private static final Path PROGRAMS = Path.of("samples/datasets/sample-2026/csd3-2023-L14");
    private static final int STUDENTS = 30;

    /** What is a program's own in a request. */
    private static final Pattern PROGRAM =
            Pattern.compile(
                    "<<<STUDENT_PROGRAM [0-9a-f]{32}>>>.*<<<END_STUDENT_PROGRAM [0-9a-f]{32}>>>");

    @TempDir private Path folder;

    @Autowired private AssessmentSpecs specs;
    @Autowired private LabelService labels;
    @Autowired private ModelRouter models;

    /** In the order in which requests were answered. */
    private final List<Use> uses = new CopyOnWriteArrayList<>();

    private String response = "";
    private Path lesson = LESSON;
    private Path programs = PROGRAMS;

    /** The service remembers which prompts are warm: each test has a prompt of its own. */
    @BeforeEach
    void writeLessonAndClass(TestInfo test) throws IOException {
        lesson = folder.resolve("lesson");
        programs = Files.createDirectory(folder.resolve("programs"));
        FileSystemUtils.copyRecursively(LESSON, lesson);
        Files.writeString(
                lesson.resolve("system_prompt.txt"),
                "\n" + test.getTestMethod() + test.getDisplayName(),
                StandardOpenOption.APPEND);
        response = Files.readString(LESSON.resolve("examples/turtle.json"));
        List<Path> samples;
        try (Stream<Path> files = Files.list(PROGRAMS)) {
            samples = files.filter(it -> it.toString().endsWith(".js")).sorted().toList();
        }
        for (int i = 0; i < STUDENTS; i++) {
            Files.writeString(
                    programs.resolve("student_%02d.js".formatted(i)),
                    Files.readString(samples.get(i % samples.size())) + "// " + i + "\n");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "gpt-4.1-mini, LONGEST, 1024, 3, 30",
        "gpt-5-mini, LONGEST, 1024, 3, 90",
        "gpt-5.6-luna, BREAKPOINTS, 1024, 1, 30",
        "bedrock.us.anthropic.claude-sonnet-4-5-20250929-v1:0, CACHE_POINTS, 1024, 3, 90",
        "bedrock.us.amazon.nova-lite-v1:0, CACHE_POINTS, 1000, 3, 90",
    })
    void readsTheLessonFromTheCacheAfterTheFirstCall(
            String model, Rules rules, int fewest, int votes, int calls) {
        PlayedCache cache = new PlayedCache(rules, fewest);
        plays(cache, new AtomicBoolean());

        LessonResult result = run(model, votes);

        assertThat(result.graded()).hasSize(STUDENTS);
        assertThat(uses).hasSize(calls).satisfiesOnlyOnce(it -> assertThat(it.read()).isZero());
        double share = shareRead(uses);
        LOG.info(
                "{}: {} calls, {} % of the lesson's {} tokens read from the cache; {} % of all"
                        + " input, {} % written",
                model,
                calls,
                Math.round(share * 1000) / 10.0,
                lessonTokens(uses),
                percent(uses.stream().mapToLong(Use::read).sum(), uses),
                percent(uses.stream().mapToLong(Use::written).sum(), uses));
        assertThat(share).isGreaterThanOrEqualTo(0.9);
        assertThat(uses.stream().mapToInt(Use::written).filter(it -> it > 0).count())
                .isEqualTo(rules == Rules.LONGEST ? 0 : 1);
        LOG.info("{}: SHA-256 of what all requests share: {}", model, sharedHash());
        BigDecimal cost = result.usd().orElseThrow();
        BigDecimal without = withoutCache(result);
        LOG.info("{}: {} USD for the class, {} USD without a cache", model, cost, without);
        assertThat(cost).isLessThan(without);
    }

    /** What the class would cost by the catalogue's prices if all input were new. */
    private static BigDecimal withoutCache(LessonResult result) {
        ModelPrice price = result.price().orElseThrow();
        return result.graded().stream()
                .map(Graded::program)
                .map(it -> {
                    Usage usage =
                            new Usage(it.usage().promptTokens(), it.usage().completionTokens());
                    return price.usd(usage, it.responses().requested());
                })
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @ParameterizedTest
    @CsvSource({
        "gpt-4.1-mini, LONGEST",
        "gpt-5.6-luna, BREAKPOINTS",
        "bedrock.us.anthropic.claude-sonnet-4-5-20250929-v1:0, CACHE_POINTS",
    })
    void readsTheLessonFromTheCacheForASecondQuestion(String model, Rules rules) {
        PlayedCache cache = new PlayedCache(rules, 1024);
        plays(cache, new AtomicBoolean(true));

        assertThat(run(model, 1).graded()).hasSize(STUDENTS);

        assertThat(uses)
                .hasSize(STUDENTS + 1)
                .satisfiesOnlyOnce(it -> assertThat(it.read()).isZero());
        assertThat(shareRead(uses)).isGreaterThanOrEqualTo(0.9);
    }

    @Test
    void readsAPlainLayoutFromTheCacheToo() throws IOException {
        PlayedCache cache = new PlayedCache(Rules.CACHE_POINTS, 1024);
        plays(cache, new AtomicBoolean());

        Files.writeString(
                lesson.resolve("params.json"),
                """
                {"model": "bedrock.us.anthropic.claude-sonnet-4-5-20250929-v1:0",
                 "num-responses": 1, "temperature": 0.2, "legacy-prompt": true, "response-type": "json"}
                """);
        assertThat(run(SpecOverrides.NONE).graded()).hasSize(STUDENTS);

        assertThat(shareRead(uses)).isGreaterThanOrEqualTo(0.9);
    }

    /** Of the tokens that all requests share, how many all but the first one read. */
    private static double shareRead(List<Use> uses) {
        long lesson = lessonTokens(uses);
        return uses.stream().mapToLong(it -> Math.min(it.read(), lesson)).sum()
                / (double) ((uses.size() - 1) * lesson);
    }

    private static double percent(long tokens, List<Use> uses) {
        return Math.round(1000.0 * tokens / uses.stream().mapToLong(it -> it.tokens().size()).sum())
                / 10.0;
    }

    private static long lessonTokens(List<Use> uses) {
        List<Integer> first = uses.getFirst().tokens();
        return IntStream.range(0, first.size())
                .takeWhile(i ->
                        uses.stream()
                                .allMatch(it ->
                                        i < it.tokens().size()
                                                && it.tokens().get(i).equals(first.get(i))))
                .count();
    }

    /** Of the bytes that were sent, those that are not a program's own; the same in all. */
    private static String sharedHash() {
        List<String> shared =
                Stream.concat(OPENAI.calls().stream(), BEDROCK.calls().stream())
                        .map(call -> PROGRAM.matcher(call.text()).replaceFirst("…"))
                        .distinct()
                        .toList();
        assertThat(shared).hasSize(1).first().asString().contains("…");
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(shared.getFirst().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    /**
     * @param spoils whether the next answer can't be used
     */
    private void plays(PlayedCache cache, AtomicBoolean spoils) {
        ProviderPlayer player =
                new ProviderPlayer()
                        .writtenBy((_, _) ->
                                Reply.text(
                                        spoils.getAndSet(false) ? "I would rather not." : response))
                        .countedBy((question, _) -> count(cache.use(question.json())));
        OPENAI.plays(player);
        BEDROCK.plays(player);
    }

    private TokenUse count(Use use) {
        uses.add(use);
        return new TokenUse(use.tokens().size(), use.read(), use.written(), 500);
    }

    private LessonResult run(String model, int votes) {
        return run(
                SpecOverrides.NONE.withModel(Optional.of(model)).withResponses(Optional.of(votes)));
    }

    private LessonResult run(SpecOverrides overrides) {
        ExperimentRun run =
                new ExperimentRun(
                        new ExperimentRun.Service(specs, labels, models),
                        new RunSettings(STUDENTS, false, false, Optional.empty(), Optional.empty()),
                        new StopSignal(),
                        mock(RunListener.class));
        LessonExperiment experiment =
                LessonExperiment.read("e", "csd3-2023-L14", lesson, overrides);
        LessonDataset dataset = LessonDataset.read(programs);
        ResponseCache cache = new ResponseCache(folder.resolve(ResponseCache.FOLDER));
        return run.label(experiment, "d", dataset, cache, run.estimate(experiment, dataset, cache));
    }
}
