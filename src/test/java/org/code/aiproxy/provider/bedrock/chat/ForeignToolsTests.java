package org.code.aiproxy.provider.bedrock.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.code.aiproxy.ScriptedService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tools and their calls as other providers' clients write them. */
@Timeout(60)
class ForeignToolsTests extends ScriptedService {

    private static final Path TOOLS = Path.of("src/test/resources/reports/tools");
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final String CHAT = "/v1/chat/completions";
    private static final String TAKEN = "[a-zA-Z0-9_-]{1,64}";

    static Stream<Path> requests() throws IOException {
        try (Stream<Path> files = Files.list(TOOLS)) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("requests")
    void areSentAsConverseTakesThem(Path request) throws IOException {
        answers("{\"text\": \"Hi\"}");
        HttpResponse<String> answer = send(post(CHAT, Files.readString(request)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        JsonNode sent = MAPPER.readTree(BEDROCK.calls().getFirst().text());
        for (JsonNode tool : sent.at("/toolConfig/tools")) {
            assertThat(tool.at("/toolSpec/name").stringValue()).matches(TAKEN);
            assertThat(tool.at("/toolSpec/inputSchema/json/type").stringValue())
                    .isEqualTo("object");
            assertThat(tool.at("/toolSpec/description").asString("x")).isNotEmpty();
        }
        if (request.toString().endsWith("long.json") || request.toString().endsWith("kimi.json")) {
            String called = sent.at("/messages/1/content/0/toolUse/toolUseId").stringValue();
            assertThat(called).matches(TAKEN);
            assertThat(sent.at("/messages/2/content/0/toolResult/toolUseId").stringValue())
                    .isEqualTo(called);
        }
    }

    @Test
    void comeBackByTheirOwnNames() throws IOException {
        String request = Files.readString(TOOLS.resolve("longname.json"));
        String taken = ToolNames.taken("mcp.server/do it");
        answers(
                "{\"toolUse\": {\"toolUseId\": \"t1\", \"name\": \"%s\", \"input\": {}}}"
                        .formatted(taken));
        JsonNode answer = MAPPER.readTree(send(post(CHAT, request)).body());
        assertThat(answer.at("/choices/0/message/tool_calls/0/function/name").stringValue())
                .isEqualTo("mcp.server/do it");
    }

    @Test
    void areRefusedByNameWhereTheirInputIsNoObject() throws IOException {
        String request =
                Files.readString(TOOLS.resolve("notype.json"))
                        .replace("\"parameters\": {", "\"parameters\": {\"type\": \"string\",");
        HttpResponse<String> answer = send(post(CHAT, request));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("tools[0].function.parameters.type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.b", "a/b", "a b", "", "名前", "x.x.x.x"})
    void keepDifferentNamesApart(String name) {
        assertThat(ToolNames.taken(name)).matches(TAKEN).isEqualTo(ToolNames.taken(name));
        assertThat(ToolNames.taken(name)).isNotEqualTo(ToolNames.taken(name + "."));
        String tail = name + "y".repeat(100);
        assertThat(ToolNames.taken(tail)).matches(TAKEN).isNotEqualTo(ToolNames.taken(tail + "y"));
    }

    private static void answers(String block) {
        String converse =
                "{\"output\": {\"message\": {\"role\": \"assistant\", \"content\": [%s]}}, \"stopReason\": \"end_turn\", \"usage\": {\"inputTokens\": 1, \"outputTokens\": 1, \"totalTokens\": 2}}"
                        .formatted(block);
        BEDROCK.plays(call -> call.answer(200, "application/json", converse));
    }
}
