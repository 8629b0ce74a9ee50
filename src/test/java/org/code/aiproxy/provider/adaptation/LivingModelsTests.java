package org.code.aiproxy.provider.adaptation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.code.aiproxy.player.Rule.allows;
import static org.code.aiproxy.player.Rule.limits;
import static org.code.aiproxy.player.Rule.refuses;
import static org.code.aiproxy.player.Rule.refusesAt;

import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.code.aiproxy.AssessmentForm;
import org.code.aiproxy.ScriptedService;
import org.code.aiproxy.player.ProviderPlayer;
import org.code.aiproxy.player.Rule;
import org.code.aiproxy.player.model.PlayedQuestion;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Assessments by models that refuse what this service sends: known ones, renamed ones, and ones
 * that no one has heard of, over real sockets.
 */
@TestPropertySource(
        properties = {"aiproxy.model.budget=60s", "server.tomcat.connection-timeout=60s"})
class LivingModelsTests extends ScriptedService {

    private static final JsonMapper MAPPER = new JsonMapper();

    private static final Rule NO_TEMPERATURE =
            refuses(
                    "temperature",
                    "Unsupported value: 'temperature' does not support 0.2 with this model. Only"
                            + " the default (1) value is supported.");
    private static final Rule NO_N =
            refuses(
                    "n",
                    "Unsupported value: 'n' does not support 3 with this model. Only the default (1)"
                            + " value is supported.");
    private static final Rule NO_MAX_TOKENS =
            refuses(
                    "max_tokens",
                    "Unsupported parameter: 'max_tokens' is not supported with this model. Use"
                            + " 'max_completion_tokens' instead.");
    private static final Rule NO_MAX_COMPLETION_TOKENS =
            refuses(
                    "max_completion_tokens",
                    "Unrecognized request argument supplied: max_completion_tokens");
    private static final Rule NO_SCHEMA =
            refuses(
                    "response_format",
                    "Invalid parameter: 'response_format' of type 'json_schema' is not supported"
                            + " with this model.");
    private static final Rule NO_FORCED_TOOL =
            refuses("tool_choice", "This model does not support this tool_choice");
    private static final Rule NO_EFFORT =
            refuses("reasoning_effort", "Unknown parameter: 'reasoning_effort'.");

    private static final Rule DEPRECATED_TEMPERATURE =
            refusesAt(
                    "/inferenceConfig/temperature", "`temperature` is deprecated for this model.");
    private static final Rule NO_OUTPUT_CONFIG =
            refusesAt("/outputConfig", "output_config.format: Extra inputs are not permitted");
    private static final Rule NO_TOOL_CHOICE =
            refusesAt(
                    "/toolConfig/toolChoice/tool",
                    "This model doesn't support the toolConfig.toolChoice.tool field. Remove"
                            + " toolConfig.toolChoice.tool and try again.");

    private static final Map<String, List<Rule>> RULES =
            Map.ofEntries(
                    Map.entry("gpt-5.5", List.of(NO_TEMPERATURE)),
                    Map.entry("gpt-5.5-2026-04-23", List.of(NO_TEMPERATURE)),
                    Map.entry("gpt-77", List.of(NO_TEMPERATURE)),
                    Map.entry("gpt-77-plain", List.of()),
                    Map.entry("gpt-78", List.of(NO_TEMPERATURE, NO_N, NO_SCHEMA, NO_FORCED_TOOL)),
                    Map.entry("gpt-79", List.of(NO_MAX_COMPLETION_TOKENS, NO_SCHEMA)),
                    Map.entry("gpt-80", List.of(NO_TEMPERATURE, NO_SCHEMA)),
                    Map.entry(
                            "gpt-81", List.of(allows("reasoning_effort", List.of("low", "high")))),
                    Map.entry("gpt-82", List.of(NO_EFFORT)),
                    Map.entry("gpt-83", List.of(NO_N)),
                    Map.entry("o9", List.of(NO_TEMPERATURE, NO_N)),
                    Map.entry("strict", List.of(NO_MAX_TOKENS, NO_SCHEMA, NO_FORCED_TOOL)),
                    Map.entry("no-limit", List.of(NO_MAX_TOKENS, NO_MAX_COMPLETION_TOKENS)),
                    Map.entry("us.anthropic.claude-sonnet-5-5", List.of(DEPRECATED_TEMPERATURE)),
                    Map.entry("us.anthropic.claude-next-9", List.of(DEPRECATED_TEMPERATURE)),
                    Map.entry(
                            "vendor.new-model-v1:0",
                            List.of(
                                    DEPRECATED_TEMPERATURE,
                                    NO_OUTPUT_CONFIG,
                                    NO_TOOL_CHOICE,
                                    limits(512))),
                    Map.entry("vendor.old-model-v1:0", List.of(limits(2048), NO_OUTPUT_CONFIG)),
                    Map.entry("vendor.plain", List.of()));

    /** The requests that were answered, in order, and what became of the others. */
    private final Queue<JsonNode> answered = new ConcurrentLinkedQueue<>();

    private final Queue<String> refusals = new ConcurrentLinkedQueue<>();

    @BeforeEach
    void playByTheRules() {
        plays(RULES);
    }

    /**
     * @param rules those of each model; one that isn't there takes everything
     */
    private void plays(Map<String, List<Rule>> rules) {
        ProviderPlayer player =
                new ProviderPlayer()
                        .ruledBy(model -> rules.getOrDefault(model, List.of()))
                        .watchedBy(this::see);
        OPENAI.plays(player);
        OLLAMA.plays(player);
        BEDROCK.plays(player);
    }

    private void see(PlayedQuestion question, String outcome) {
        if (outcome.equals("answered")) {
            answered.add(question.json());
        } else {
            refusals.add(outcome);
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        // The catalogue knows these.
        "gpt-5.5, 0",
        "gpt-5.5-2026-04-23, 0",
        "bedrock.us.anthropic.claude-sonnet-5-5, 0",
        // It doesn't know these.
        "gpt-77, 1",
        "gpt-77-plain, 0",
        "gpt-78, 4",
        "gpt-79, 2",
        "o9, 2",
        "ollama/strict, 3",
        "ollama/no-limit, 2",
        "bedrock.us.anthropic.claude-next-9, 1",
        "bedrock.vendor.new-model-v1:0, 4",
        "bedrock.vendor.old-model-v1:0, 2",
        "bedrock.vendor.plain, 0"
    })
    void gradesWithAnyModelAndPaysForEachLessonOnce(String model, int lessons) {
        Map<String, String> fields = json(model);
        fields.put("num-responses", "3");

        for (int i = 0; i < 3; i++) {
            assertThat(AssessmentForm.labels(assessed(fields)))
                    .containsExactly("Sprites: Convincing Evidence", "Variables: Limited Evidence");
        }

        assertThat(refusals).hasSize(lessons);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"gpt-90", "ollama/strict-90", "bedrock.vendor.model-90"})
    void refusesABurstOfFirstCallsOnceForEachParameter(String model) throws Exception {
        plays(
                Map.of(
                        "gpt-90", List.of(NO_TEMPERATURE, NO_SCHEMA),
                        "strict-90", List.of(NO_TEMPERATURE, NO_SCHEMA),
                        "vendor.model-90", List.of(DEPRECATED_TEMPERATURE, NO_OUTPUT_CONFIG)));

        List<CompletableFuture<HttpResponse<String>>> calls =
                Stream.generate(() ->
                                http.sendAsync(
                                        post(
                                                "/assessment",
                                                AssessmentForm.encoded(json(model)),
                                                AssessmentForm.CONTENT_TYPE),
                                        BodyHandlers.ofString()))
                        .limit(100)
                        .toList();

        for (CompletableFuture<HttpResponse<String>> call : calls) {
            assertThat(call.get().statusCode()).isEqualTo(200);
        }
        assertThat(refusals).hasSize(2);
        assertThat(answered).hasSize(100);
    }

    @Test
    void tellsWhatWasDoneOtherwiseAndWhy() {
        Map<String, String> fields = json("gpt-80");
        fields.put("temperature", "0.7");
        fields.put("reasoning-effort", "high");

        assertThat(assessed(fields).at("/metadata/adjusted").toString())
                .isEqualTo(
                        """
                        [{"parameter":"temperature","change":"left out","reason":"refused by OpenAI"},\
                        {"parameter":"response_format","change":"sent as a forced tool","reason":"refused by OpenAI"}]\
                        """);
    }

    @Test
    void tellsWhatTheCatalogueKnowsToBeRefused() {
        assertThat(assessed(json("gpt-5.5")).at("/metadata/adjusted").toString())
                .isEqualTo(
                        """
                        [{"parameter":"temperature","change":"left out","reason":"not supported, says the model catalogue"}]\
                        """);
    }

    @Test
    void tellsNothingWhereAllIsAsItWasAskedFor() {
        assertThat(assessed(json("gpt-77-plain")).at("/metadata/adjusted").toString())
                .isEqualTo("[]");
    }

    @Test
    void asksForVotesInSeparateCallsWhereAModelGivesOneAtATime() {
        Map<String, String> fields = json("gpt-83");
        fields.put("num-responses", "3");

        JsonNode answer = assessed(fields);

        assertThat(answer.at("/metadata/responses/used").intValue()).isEqualTo(3);
        assertThat(answer.at("/metadata/adjusted/0/change").stringValue())
                .isEqualTo("asked for in separate calls");
        assertThat(answered).hasSize(3).noneMatch(request -> request.has("n"));
    }

    @ParameterizedTest
    @CsvSource({"none, low", "minimal, low", "medium, high", "high, high", "max, high"})
    void sendsTheNearestEffortThatAProviderLists(String wish, String sent) {
        Map<String, String> fields = json("gpt-81");
        fields.put("reasoning-effort", wish);

        JsonNode answer = assessed(fields);

        assertThat(answered.element().get("reasoning_effort").stringValue()).isEqualTo(sent);
        assertThat(answer.at("/metadata/adjusted/0/change").asString("kept"))
                .isEqualTo(wish.equals(sent) ? "kept" : "sent as " + sent);
    }

    @Test
    void leavesAnEffortOutThatAModelDoesNotTake() {
        Map<String, String> fields = json("gpt-82");
        fields.put("reasoning-effort", "low");

        assertThat(assessed(fields).at("/metadata/adjusted/0/parameter").stringValue())
                .isEqualTo("reasoning_effort");
        assertThat(answered).noneMatch(request -> request.has("reasoning_effort"));
    }

    @Test
    void refusesAnEffortThatThereIsNot() {
        Map<String, String> fields = json("gpt-77-plain");
        fields.put("reasoning-effort", "most");

        assertThat(postForm(fields).statusCode()).isEqualTo(400);
        assertThat(MAPPER.readTree(postForm(fields).body()).path("detail").asString())
                .isEqualTo(
                        "`reasoning-effort` must be one of none, minimal, low, medium, high, xhigh,"
                                + " max.");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "bedrock.us.anthropic.claude-next-9 | low | {\"thinking\":{\"type\":\"adaptive\"},\"output_config\":{\"effort\":\"low\"}}",
                "bedrock.us.anthropic.claude-next-9 | none | {\"thinking\":{\"type\":\"disabled\"}}",
                "bedrock.us.amazon.nova-9-lite-v1:0 | high | {\"reasoningConfig\":{\"type\":\"enabled\",\"maxReasoningEffort\":\"high\"}}",
                "bedrock.openai.gpt-oss-9b-1:0 | medium | {\"reasoning_effort\":\"medium\"}"
            })
    void tellsBedrocksModelsTheEffortInTheirVendorsFields(
            String model, String effort, String fields) {
        Map<String, String> asked = json(model);
        asked.put("reasoning-effort", effort);

        assessed(asked);

        assertThat(answered.element().get("additionalModelRequestFields"))
                .isEqualTo(MAPPER.readTree(fields));
    }

    @Test
    void passesARefusalOnWhereNoOtherFormIsLeft() {
        OPENAI.plays(call ->
                call.answer(
                        400,
                        "application/json",
                        """
                        {"error": {"message": "Invalid prompt: it was flagged.", "type": "invalid_request_error", "param": null, "code": "invalid_prompt"}}\
                        """));

        assertThat(postForm(json("gpt-91")).statusCode()).isEqualTo(502);
        assertThat(OPENAI.calls()).hasSize(1);
    }

    @Test
    void endsWithAProviderThatContradictsItself() {
        OPENAI.plays(call ->
                call.answer(
                        400,
                        "application/json",
                        """
                        {"error": {"message": "max_tokens: this model supports at most 5 completion tokens", "type": "invalid_request_error", "param": "max_completion_tokens", "code": null}}\
                        """));

        assertThat(postForm(json("gpt-92")).statusCode()).isEqualTo(502);
        assertThat(OPENAI.calls()).hasSizeBetween(2, 20);
    }

    private static Map<String, String> json(String model) {
        Map<String, String> fields = AssessmentForm.fields(model);
        fields.put("response-type", "json");
        return fields;
    }

    private JsonNode assessed(Map<String, String> fields) {
        HttpResponse<String> answer = postForm(fields);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return MAPPER.readTree(answer.body());
    }
}
