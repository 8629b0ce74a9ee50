package org.code.aiproxy.web.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.code.aiproxy.AssessmentForm.fields;
import static org.code.aiproxy.AssessmentForm.labels;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Map;
import org.code.aiproxy.ScriptedProvider;
import org.code.aiproxy.ScriptedService;
import org.code.aiproxy.player.wire.Call;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How long answers may be, and what becomes of those that are cut off. */
class AnswerRoomTests extends ScriptedService {

    private static final JsonMapper MAPPER = new JsonMapper();

    private static final String ROWS =
            "Key Concept\\tLabel\\tReason\\tObservations\\tEvidence\\n"
                    + "Sprites\\tLimited Evidence\\tr\\to\\tLine 1: a\\n"
                    + "Variables\\tNo Evidence\\tr\\to\\tLine 2: b\\n";

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        // 500 for each of two key concepts, and 500 beside them.
        "gpt-4.1-mini, , 1500",
        // A model that thinks gets room for that.
        "gpt-5-mini, , 9692",
        "gpt-5-mini, low, 5596",
        "gpt-5-mini, high, 17884",
        // One that nothing is known of may think.
        "gpt-70, , 9692"
    })
    void sizesTheLimitByWhatIsAsked(String model, @Nullable String effort, int tokens) {
        openAi("stop", ROWS, 0);
        Map<String, String> fields = fields(model);
        if (effort != null) {
            fields.put("reasoning-effort", effort);
        }

        assertThat(postForm(fields).statusCode()).isEqualTo(200);

        assertThat(sent(OPENAI, 0).get("max_completion_tokens").intValue()).isEqualTo(tokens);
    }

    @Test
    void leavesVotesThatShareACallRoomForAll() {
        openAi("stop", ROWS, 0);
        Map<String, String> fields = fields("gpt-4.1-mini");
        fields.put("num-responses", "3");

        assertThat(postForm(fields).statusCode()).isEqualTo(200);

        assertThat(sent(OPENAI, 0).get("max_completion_tokens").intValue()).isEqualTo(4500);
    }

    @Test
    void leavesAnswersLikeLongExamplesRoom() {
        openAi("stop", ROWS, 0);
        Map<String, String> fields = fields("gpt-4.1-mini");
        String response = example("long ".repeat(3000));
        fields.put("examples", MAPPER.writeValueAsString(new String[][] {{"draw();", response}}));

        assertThat(postForm(fields).statusCode()).isEqualTo(200);

        assertThat(sent(OPENAI, 0).get("max_completion_tokens").intValue()).isGreaterThan(10_000);
    }

    @Test
    void neverAsksForMoreThanTheModelCanWrite() {
        openAi("stop", ROWS, 0);
        Map<String, String> fields = fields("gpt-4o");
        fields.put("num-responses", "10");
        String response = example("long ".repeat(3000));
        fields.put("examples", MAPPER.writeValueAsString(new String[][] {{"draw();", response}}));

        assertThat(postForm(fields).statusCode()).isEqualTo(200);

        assertThat(sent(OPENAI, 0).get("max_completion_tokens").intValue()).isEqualTo(16_384);
    }

    @Test
    void asksOnceMoreWithMoreRoomWhereThinkingUsedUpTheAnswers() {
        OPENAI.plays(call -> {
            boolean isFirst = OPENAI.calls().size() == 1;
            completion(call, isFirst ? "length" : "stop", isFirst ? "" : ROWS, 9000);
        });

        HttpResponse<String> answer = postForm(fields("gpt-71"));

        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode json = MAPPER.readTree(answer.body());
        assertThat(labels(json))
                .containsExactly("Sprites: Limited Evidence", "Variables: No Evidence");
        assertThat(json.at("/metadata/responses/reasked").intValue()).isEqualTo(1);
        assertThat(json.at("/metadata/usage/completion_tokens_details/reasoning_tokens").intValue())
                .isEqualTo(18_000);
        assertThat(sent(OPENAI, 1).get("messages")).isEqualTo(sent(OPENAI, 0).get("messages"));
        assertThat(sent(OPENAI, 1).get("max_completion_tokens").intValue())
                .isEqualTo(4 * sent(OPENAI, 0).get("max_completion_tokens").intValue());
    }

    @Test
    void saysThatAnAnswerWasCutOffWhereMoreRoomDidNotHelp() {
        openAi("length", "", 9000);

        HttpResponse<String> answer = postForm(fields("gpt-72"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(MAPPER.readTree(answer.body()).path("detail").stringValue())
                .startsWith("InvalidResponseError: the model's answer was cut off for length")
                .contains("18000 tokens of thinking", "reasoning-effort");
        assertThat(OPENAI.calls()).hasSize(2);
    }

    @Test
    void asksBedrocksModelsOnceMoreWithMoreRoomToo() {
        BEDROCK.plays(call -> {
            boolean isFirst = BEDROCK.calls().size() == 1;
            call.answer(
                    200,
                    "application/json",
                    """
                    {"output": {"message": {"role": "assistant", "content": [
                       {"reasoningContent": {"reasoningText": {"text": "Hm."}}}%s]}},
                     "stopReason": "%s", "usage": {"inputTokens": 1, "outputTokens": 2}}\
                    """
                            .formatted(
                                    isFirst ? "" : ", {\"text\": \"" + ROWS + "\"}",
                                    isFirst ? "max_tokens" : "end_turn"));
        });

        assertThat(postForm(fields("bedrock.vendor.thinker-v1:0")).statusCode()).isEqualTo(200);

        assertThat(sent(BEDROCK, 1).at("/inferenceConfig/maxTokens").intValue())
                .isEqualTo(4 * sent(BEDROCK, 0).at("/inferenceConfig/maxTokens").intValue());
    }

    @ParameterizedTest
    @CsvSource({"malformed_model_output", "malformed_tool_use", "something_new"})
    void usesWhatCanBeReadWhateverEndedAnAnswer(String stopReason) {
        BEDROCK.plays(call ->
                call.answer(
                        200,
                        "application/json",
                        """
                        {"output": {"message": {"role": "assistant", "content": [{"text": "%s"}]}},
                         "stopReason": "%s", "usage": {"inputTokens": 1, "outputTokens": 2}}\
                        """
                                .formatted(ROWS, stopReason)));

        assertThat(postForm(fields("bedrock.vendor.odd-v1:0")).statusCode()).isEqualTo(200);
    }

    @Test
    void asksAgainWhereAMalformedAnswerIsWithheld() {
        BEDROCK.plays(call ->
                call.answer(
                        200,
                        "application/json",
                        """
                        {"stopReason": "malformed_model_output", "usage": {"inputTokens": 1, "outputTokens": 2}}\
                        """));

        HttpResponse<String> answer = postForm(fields("bedrock.vendor.odd-v1:0"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("InvalidResponseError");
        assertThat(BEDROCK.calls()).hasSize(2);
    }

    private static void openAi(String finishReason, String content, int thinking) {
        OPENAI.plays(call -> completion(call, finishReason, content, thinking));
    }

    private static void completion(Call call, String finishReason, String content, int thinking)
            throws IOException {
        call.answer(
                200,
                "application/json",
                """
                {"choices": [{"index": 0, "finish_reason": "%s", "message": {"role": "assistant", "content": "%s"}}],
                 "usage": {"prompt_tokens": 10, "completion_tokens": 9500, "total_tokens": 9510,
                           "completion_tokens_details": {"reasoning_tokens": %d}}}\
                """
                        .formatted(finishReason, content, thinking));
    }

    private static String example(String reason) {
        return "Key Concept\tLabel\tReason\n"
                + "Sprites\tNo Evidence\t%s\nVariables\tNo Evidence\tr\n".formatted(reason);
    }

    private static JsonNode sent(ScriptedProvider provider, int call) {
        return MAPPER.readTree(provider.calls().get(call).text());
    }
}
