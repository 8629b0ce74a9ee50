package org.code.aiproxy.web.assessment;

import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.code.aiproxy.OpenAiAnswers.completion;
import static org.code.aiproxy.OpenAiAnswers.json;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.util.List;
import java.util.Map;
import org.code.aiproxy.RunningService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Models that can be constrained to a schema are, where the response type is JSON. */
class StructuredOutputTests extends RunningService {

    private static final String ROWS =
            """
            [{"Key Concept": "Sprites", "Observations": "o", "Evidence": "e", "Reason": "r", "Label": "No Evidence"},
             {"Key Concept": "Variables", "Observations": "o", "Evidence": "e", "Reason": "r", "Label": "Limited Evidence"}]
            """;

    private static final String SCHEMA =
            """
            {"type": "object", "additionalProperties": false, "required": ["rows"], "properties":
             {"rows": {"type": "array", "items":
               {"type": "object", "additionalProperties": false,
                "required": ["Key Concept", "Observations", "Evidence", "Reason", "Label"],
                "properties": {
                  "Key Concept": {"type": "string", "enum": ["Sprites", "Variables"]},
                  "Observations": {"type": "string"},
                  "Evidence": {"type": "string"},
                  "Reason": {"type": "string"},
                  "Label": {"type": "string", "enum": ["Extensive Evidence", "Convincing Evidence", "Limited Evidence", "No Evidence"]}}}}}}
            """;

    private static final String SCHEMA_AS_SENT =
            """
            {"type":"object","properties":{"rows":{"type":"array","items":{"type":"object",\
            "properties":{"Key Concept":{"type":"string","enum":["Sprites","Variables"]},\
            "Observations":{"type":"string"},"Evidence":{"type":"string"},\
            "Reason":{"type":"string"},"Label":{"type":"string","enum":["Extensive Evidence",\
            "Convincing Evidence","Limited Evidence","No Evidence"]}},"required":["Key Concept",\
            "Observations","Evidence","Reason","Label"],"additionalProperties":false}}},\
            "required":["rows"],"additionalProperties":false}\
            """;

    @Test
    void holdsOpenAisModelsToTheRubric() {
        provider(completion("{\"rows\": " + ROWS + "}"));

        assertThat(labels(assess(jsonFields("gpt-4.1-mini"))))
                .containsExactly("Sprites: No Evidence", "Variables: Limited Evidence");

        PROVIDER.verify(
                1,
                postRequestedFor(anyUrl())
                        .withRequestBody(
                                matchingJsonPath("$.response_format.type", equalTo("json_schema")))
                        .withRequestBody(
                                matchingJsonPath(
                                        "$.response_format.json_schema.strict", equalTo("true")))
                        .withRequestBody(
                                matchingJsonPath(
                                        "$.response_format.json_schema.schema",
                                        equalToJson(SCHEMA))));
    }

    @Test
    void writesTheSchemaInOneOrderSoThatCachesKnowItAgain() {
        provider(completion("{\"rows\": " + ROWS + "}"));
        assess(jsonFields("gpt-4.1-mini"));
        assertThat(PROVIDER.getAllServeEvents().getFirst().getRequest().getBodyAsString())
                .contains(SCHEMA_AS_SENT);
    }

    @Test
    void holdsBedrocksModelsByStructuredOutput() {
        provider(converse(Map.of("text", "{\"rows\": " + ROWS + "}"), "end_turn"));

        assertThat(
                        labels(
                                assess(
                                        jsonFields(
                                                "bedrock.us.anthropic.claude-sonnet-4-5-20250929-v1:0"))))
                .hasSize(2);

        PROVIDER.verify(
                1,
                postRequestedFor(anyUrl())
                        .withRequestBody(
                                matchingJsonPath(
                                        "$.outputConfig.textFormat.structure.jsonSchema.schema",
                                        equalToJson(SCHEMA))));
    }

    @Test
    void holdsOtherModelsOfBedrockByAToolThatTheyHaveToCall() {
        provider(
                converse(
                        Map.of(
                                "toolUse",
                                Map.of(
                                        "toolUseId",
                                        "t1",
                                        "name",
                                        "assessment",
                                        "input",
                                        Map.of(
                                                "rows",
                                                List.of(
                                                        row("Sprites", "No Evidence"),
                                                        row("Variables", "No Evidence"))))),
                        "tool_use"));

        assertThat(labels(assess(jsonFields("bedrock.us.amazon.nova-pro-v1:0"))))
                .containsExactly("Sprites: No Evidence", "Variables: No Evidence");

        PROVIDER.verify(
                1,
                postRequestedFor(anyUrl())
                        .withRequestBody(
                                matchingJsonPath(
                                        "$.toolConfig.toolChoice.tool.name", equalTo("assessment")))
                        .withRequestBody(
                                matchingJsonPath(
                                        "$.toolConfig.tools[0].toolSpec.inputSchema.json",
                                        equalToJson(SCHEMA))));
    }

    @ParameterizedTest
    @CsvSource({"gpt-4-turbo, json", "gpt-4o-2024-05-13, json", "gpt-4.1-mini, tsv"})
    void leavesTheRestToThePrompt(String model, String type) {
        provider(
                completion(type.equals("json") ? ROWS : table("Sprites", "No", "Variables", "No")));
        Map<String, String> fields = fields(model);
        fields.put("response-type", type);

        assertThat(labels(assess(fields))).hasSize(2);

        PROVIDER.verify(
                1,
                postRequestedFor(anyUrl())
                        .withRequestBody(matchingJsonPath("$.response_format", absent())));
    }

    private static Map<String, String> jsonFields(String model) {
        Map<String, String> fields = fields(model);
        fields.put("response-type", "json");
        return fields;
    }

    private static Map<String, String> row(String concept, String label) {
        return Map.of(
                "Key Concept",
                concept,
                "Observations",
                "o",
                "Evidence",
                "e",
                "Reason",
                "r",
                "Label",
                label);
    }

    private static ResponseDefinitionBuilder converse(Map<String, ?> block, String stopReason) {
        return json(
                Map.of(
                        "output",
                        Map.of("message", Map.of("role", "assistant", "content", List.of(block))),
                        "stopReason",
                        stopReason,
                        "usage",
                        Map.of("inputTokens", 1, "outputTokens", 1, "totalTokens", 2)));
    }

    private static void provider(ResponseDefinitionBuilder response) {
        PROVIDER.stubFor(post(anyUrl()).willReturn(response));
    }
}
