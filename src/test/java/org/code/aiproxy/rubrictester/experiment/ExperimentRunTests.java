package org.code.aiproxy.rubrictester.experiment;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.code.aiproxy.OpenAiAnswers.completion;
import static org.code.aiproxy.OpenAiAnswers.error;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.assertj.core.data.Percentage;
import org.code.aiproxy.RunningService;
import org.code.aiproxy.grading.assessment.LabelService;
import org.code.aiproxy.grading.rubric.Label;
import org.code.aiproxy.grading.spec.AssessmentSpecs;
import org.code.aiproxy.grading.spec.SpecOverrides;
import org.code.aiproxy.model.catalogue.Prices;
import org.code.aiproxy.model.catalogue.Rates;
import org.code.aiproxy.model.routing.ModelRouter;
import org.code.aiproxy.rubrictester.dataset.InvalidDataException;
import org.code.aiproxy.rubrictester.dataset.LessonDataset;
import org.code.aiproxy.rubrictester.experiment.StudentResult.Failed;
import org.code.aiproxy.rubrictester.experiment.StudentResult.Graded;
import org.code.aiproxy.rubrictester.experiment.StudentResult.NotRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Runs with the service's own parts, against a provider over real sockets. */
class ExperimentRunTests extends RunningService {

    private static final int STUDENTS = 5;

    @TempDir private Path folder;

    @Autowired private AssessmentSpecs specs;
    @Autowired private LabelService labels;
    @Autowired private ModelRouter models;

    private final StopSignal stop = new StopSignal();
    private final RunListener listener = mock();

    @BeforeEach
    void writeLesson() throws IOException {
        Files.writeString(
                folder.resolve("params.json"),
                """
                {"model": "gpt-4.1-mini", "num-responses": "1", "temperature": 0.2}
                """);
        Files.writeString(folder.resolve("system_prompt.txt"), "Grade.");
        Files.writeString(folder.resolve("standard_rubric.csv"), RUBRIC);
        for (int i = 1; i <= STUDENTS; i++) {
            Files.writeString(folder.resolve("student_%d.js".formatted(i)), "var n = " + i + ";");
        }
        provider(completion(table("Sprites", "No", "Variables", "Limited")));
    }

    @Test
    void labelsEveryProgramAndKeepsEachResponse() {
        LessonResult result = run(settings(2, false));

        assertThat(result.graded())
                .extracting(Graded::student)
                .containsExactly("student_1", "student_2", "student_3", "student_4", "student_5");
        assertThat(result.graded().getFirst().program().concepts())
                .extracting(it -> it.keyConcept() + ": " + it.label())
                .containsExactly("Sprites: No Evidence", "Variables: Limited Evidence");
        assertThat(result.usage().totalTokens()).isEqualTo(STUDENTS * 120);
        assertThat(result.usd().orElseThrow()).isEqualByComparingTo("0.00036");
        assertThat(cached("student_3"))
                .content()
                .contains("\"fingerprint\"", "\"responses\"", "Lines 1, 2, 3");
        verify(listener, times(STUDENTS)).finishes(any(), any());
    }

    @Test
    void asksOnlyForWhatIsMissingOrFailed() throws IOException {
        run(settings(2, false));
        Files.delete(cached("student_2"));
        Files.writeString(cached("student_4"), "{\"error\": \"No response can be used.\"}");
        PROVIDER.resetRequests();

        LessonResult result = run(settings(2, true));

        assertThat(result.graded())
                .extracting(Graded::cached)
                .containsExactly(true, false, true, false, true);
        PROVIDER.verify(2, postRequestedFor(anyUrl()));
    }

    @Test
    void asksAnewWhereTheRequestIsAnotherOneNow() throws IOException {
        run(settings(2, false));
        Files.writeString(folder.resolve("student_1.js"), "changed();");
        PROVIDER.resetRequests();

        LessonResult result = run(settings(2, true));

        assertThat(result.graded().getFirst().cached()).isFalse();
        PROVIDER.verify(1, postRequestedFor(anyUrl()));
        verify(listener).notesOf(any(), any());
        verify(listener)
                .notesOf(
                        "student_1",
                        "the program, prompt, rubric or parameters changed since this response was"
                                + " saved; asking again.");
    }

    @Test
    void usesResponsesToOtherRequestsWhereThatIsAskedFor() {
        run(settings(2, false));
        SpecOverrides colder = temperature(0);
        PROVIDER.resetRequests();

        LessonResult result =
                run(new RunSettings(2, true, true, Optional.empty(), Optional.empty()), colder);

        assertThat(result.graded()).allMatch(Graded::cached);
        PROVIDER.verify(0, postRequestedFor(anyUrl()));
    }

    @Test
    void readsEntriesOfTheEarlierTool() throws IOException {
        Files.createDirectories(folder.resolve(ResponseCache.FOLDER));
        Files.writeString(
                cached("student_1"),
                """
                {"metadata": {"time": 7.5, "usage": {"prompt_tokens": 5, "completion_tokens": 6}},
                 "data": [{"Key Concept": "Sprites", "Grade": "Extensive Evidence"},
                          {"Key Concept": "Variables", "Label": "No Evidence", "Reason": "none"}]}
                """);

        Graded student = run(settings(1, true)).graded().getFirst();

        assertThat(student.cached()).isTrue();
        assertThat(student.program().usage().totalTokens()).isEqualTo(11);
        assertThat(student.program().concept("Sprites").orElseThrow().label())
                .isEqualTo(Label.EXTENSIVE);
    }

    @Test
    void goesOnAfterARateLimit() {
        PROVIDER.stubFor(
                post(anyUrl())
                        .inScenario("limit")
                        .whenScenarioStateIs("Started")
                        .willReturn(error(429, "slow down").withHeader("Retry-After", "1"))
                        .willSetStateTo("over"));

        LessonResult result = run(settings(1, false));

        assertThat(result.graded()).hasSize(STUDENTS);
        PROVIDER.verify(STUDENTS + 1, postRequestedFor(anyUrl()));
    }

    @Test
    void tellsWhichStudentFailedAndKeepsWhatWasPaidFor() {
        PROVIDER.stubFor(
                post(anyUrl())
                        .withRequestBody(containing("var n = 3;"))
                        .willReturn(completion("I would rather not.")));
        PROVIDER.stubFor(
                post(anyUrl())
                        .withRequestBody(containing("var n = 4;"))
                        .willReturn(aResponse().withStatus(500)));

        LessonResult result = run(settings(3, false));

        assertThat(result.graded()).hasSize(3);
        assertThat(result.failed())
                .extracting(Failed::student)
                .containsExactly("student_3", "student_4");
        assertThat(result.failed().getFirst().problem()).startsWith("No response is usable: ");
        assertThat(result.failed().getFirst().usage().totalTokens()).isEqualTo(240);
        assertThat(result.failed().getLast().problem()).contains("OpenAI");
        assertThat(cached("student_3")).content().contains("I would rather not.", "\"error\"");
        assertThat(cached("student_4")).doesNotExist();
    }

    @Test
    void beginsNothingOnceItIsStopped() {
        stop.stop("The run was interrupted.");

        LessonResult result = run(settings(2, false));

        assertThat(result.notRun())
                .hasSize(STUDENTS)
                .extracting(NotRun::reason)
                .containsOnly("The run was interrupted.");
        PROVIDER.verify(0, postRequestedFor(anyUrl()));
    }

    @Test
    void beginsNothingOnceTheMoneyIsSpent() {
        LessonResult result =
                run(
                        new RunSettings(
                                1,
                                false,
                                false,
                                Optional.of(new BigDecimal("0.0001")),
                                Optional.empty()));

        assertThat(result.graded()).hasSize(2);
        assertThat(result.notRun())
                .extracting(NotRun::reason)
                .containsOnly("The cost reached the limit of 0.00 USD.");
    }

    @Test
    void estimatesOnlyTheCallsThatAreStillToBeMade() throws IOException {
        run(settings(2, false));
        Files.delete(folder.resolve(ResponseCache.FOLDER).resolve("student_2.json"));
        LessonExperiment experiment = experiment(SpecOverrides.NONE);
        LessonDataset dataset = LessonDataset.read(folder);

        RunEstimate rest = run(settings(2, true), listener).estimate(experiment, dataset, cache());
        RunEstimate all = run(settings(2, false), listener).estimate(experiment, dataset, cache());

        assertThat(rest.calls()).isEqualTo(1);
        assertThat(all.calls()).isEqualTo(STUDENTS);
        run(settings(2, true));
        RunEstimate none = run(settings(2, true), listener).estimate(experiment, dataset, cache());
        assertThat(none.calls()).isZero();
        assertThat(none.usd().orElseThrow()).isZero();
    }

    /** Price × tokens, worked out from the providers' price lists of 2026-11-26. */
    @ParameterizedTest
    @CsvSource({
        "gpt-5.5, 5, 30",
        "gpt-5.6-luna, 0.2, 1.2",
        "gpt-6-luna, 0.1, 0.5",
        "bedrock.us.anthropic.claude-sonnet-5-5, 2.2, 11",
        "bedrock.global.anthropic.claude-sonnet-5-5, 2, 10"
    })
    void estimatesPriceTimesTokens(String model, double input, double output) {
        RunEstimate estimate =
                run(settings(1, false), listener)
                        .estimate(
                                experiment(SpecOverrides.NONE.withModel(Optional.of(model))),
                                LessonDataset.read(folder),
                                cache());

        double expected =
                (estimate.usage().promptTokens() * input
                                + estimate.usage().completionTokens() * output)
                        / 1e6;
        assertThat(estimate.usd().orElseThrow().doubleValue())
                .isCloseTo(expected, Percentage.withPercentage(1));
    }

    @Test
    void estimatesNoOutputOfModelsThatDecide() {
        RunEstimate estimate =
                run(settings(1, false), listener)
                        .estimate(
                                experiment(
                                        SpecOverrides.NONE
                                                .withModel(Optional.of("decisions.gpt-6-luna"))
                                                .withResponses(Optional.of(3))),
                                LessonDataset.read(folder),
                                cache());

        assertThat(estimate.calls()).isEqualTo(STUDENTS);
        assertThat(estimate.usage().completionTokens()).isZero();
        assertThat(estimate.usd().orElseThrow().doubleValue())
                .isCloseTo(
                        estimate.usage().promptTokens() * 0.1 / 1e6, Percentage.withPercentage(1));
    }

    @Test
    void assumesTheDearestOfSeveralModels() {
        LessonDataset dataset = LessonDataset.read(folder);
        BigDecimal dearest = estimate("gpt-5.5", dataset).orElseThrow();
        // The marks around a program are new each time, and some take a token more.
        assertThat(estimate("gpt-6-luna,gpt-5.5", dataset).orElseThrow())
                .isCloseTo(dearest, Percentage.withPercentage(2));
        assertThat(estimate("gpt-6-luna,gpt-99", dataset)).isEmpty();
    }

    private Optional<BigDecimal> estimate(String models, LessonDataset dataset) {
        return run(settings(1, false), listener)
                .estimate(
                        experiment(SpecOverrides.NONE.withModel(Optional.of(models))),
                        dataset,
                        cache())
                .usd();
    }

    @Test
    void knowsNoCostOfAModelWithoutAPrice() {
        SpecOverrides unheardOf = SpecOverrides.NONE.withModel(Optional.of("gpt-99"));
        LessonDataset dataset = LessonDataset.read(folder);
        Prices given =
                Prices.flat(
                        new Rates(
                                new BigDecimal("1"),
                                Optional.empty(),
                                Optional.empty(),
                                new BigDecimal("2")));

        assertThat(
                        run(settings(1, false), listener)
                                .estimate(experiment(unheardOf), dataset, cache())
                                .usd())
                .isEmpty();
        assertThat(
                        run(
                                        new RunSettings(
                                                1,
                                                false,
                                                false,
                                                Optional.empty(),
                                                Optional.of(given)),
                                        listener)
                                .estimate(experiment(unheardOf), dataset, cache())
                                .usd())
                .isPresent();
    }

    @Test
    void estimatesWithoutAskingAModel() throws IOException {
        Files.writeString(folder.resolve("student_1.js"), "  ");
        ExperimentRun run = run(settings(2, false), listener);

        RunEstimate estimate =
                run.estimate(
                        experiment(SpecOverrides.NONE.withResponses(Optional.of(3))),
                        LessonDataset.read(folder),
                        cache());

        assertThat(estimate.calls()).isEqualTo(STUDENTS - 1);
        assertThat(estimate.usage().promptTokens()).isBetween(4 * 150L, 4 * 400L);
        assertThat(estimate.usage().completionTokens()).isEqualTo(4L * 3 * 2 * 150);
        assertThat(estimate.usd()).isPresent();
        PROVIDER.verify(0, postRequestedFor(anyUrl()));
    }

    @Test
    void saysWhatIsWrongWithAParameterBeforeAnythingIsPaidFor() {
        SpecOverrides wrong = temperature(3);
        assertThatThrownBy(() -> run(settings(2, false), wrong))
                .isInstanceOf(InvalidDataException.class)
                .hasMessage(
                        "The experiment's lesson csd3-2023-L11 can't be run: `temperature` must be"
                                + " a number from 0 to 2.");
        SpecOverrides unknown = SpecOverrides.NONE.withModel(Optional.of("nonsense"));
        assertThatThrownBy(() -> run(settings(2, false), unknown))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("`model` is an unknown model");
    }

    private LessonResult run(RunSettings settings) {
        return run(settings, SpecOverrides.NONE);
    }

    private LessonResult run(RunSettings settings, SpecOverrides overrides) {
        ExperimentRun run = run(settings, listener);
        LessonDataset dataset = LessonDataset.read(folder);
        return run.label(
                experiment(overrides),
                "d",
                dataset,
                cache(),
                run.estimate(experiment(overrides), dataset, cache()));
    }

    private ResponseCache cache() {
        return new ResponseCache(folder.resolve(ResponseCache.FOLDER));
    }

    private ExperimentRun run(RunSettings settings, RunListener told) {
        return new ExperimentRun(
                new ExperimentRun.Service(specs, labels, models), settings, stop, told);
    }

    private static SpecOverrides temperature(double value) {
        return new SpecOverrides(
                List.of(),
                Optional.empty(),
                Optional.of(value),
                Optional.empty(),
                Optional.empty());
    }

    private LessonExperiment experiment(SpecOverrides overrides) {
        return LessonExperiment.read("e", "csd3-2023-L11", folder, overrides);
    }

    private static RunSettings settings(int workers, boolean useCached) {
        return new RunSettings(workers, useCached, false, Optional.empty(), Optional.empty());
    }

    private Path cached(String student) {
        return folder.resolve(ResponseCache.FOLDER).resolve(student + ".json");
    }

    private static void provider(ResponseDefinitionBuilder response) {
        PROVIDER.stubFor(post(anyUrl()).willReturn(response));
    }
}
