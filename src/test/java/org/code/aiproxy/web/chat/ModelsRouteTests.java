package org.code.aiproxy.web.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.code.aiproxy.ScriptedService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ModelsRouteTests extends ScriptedService {

    private static final JsonMapper MAPPER = new JsonMapper();

    private static final String SERVERS_LIST =
            """
            {"object": "list", "data": [{"id": "llama3:8b", "object": "model", "x": 1.0}]}\
            """;

    @Test
    void listWhatCanBeCalledInOpenAisForm() {
        OLLAMA.plays(call -> call.answer(200, "application/json", SERVERS_LIST));
        JsonNode list = MAPPER.readTree(get("/v1/models").body());
        assertThat(list.get("object").stringValue()).isEqualTo("list");
        List<String> names =
                list.get("data").valueStream().map(it -> it.get("id").stringValue()).toList();
        assertThat(names)
                .contains(
                        "gpt-4.1-mini",
                        "bedrock.us.anthropic.claude-sonnet-4-5-20250929-v1:0",
                        "ollama/llama3:8b")
                .doesNotContain(
                        "offline.baseline",
                        "gpt-4",
                        "bedrock.us.anthropic.claude-opus-4-20250514-v1:0");
        assertThat(
                        list.get("data")
                                .valueStream()
                                .filter(it -> it.get("id").stringValue().equals("gpt-4.1-mini"))
                                .map(it -> it.get("shutdown_date").stringValue()))
                .containsExactly("2027-01-14");
    }

    @Test
    void listTheOthersWhereAServerCannotBeAsked() {
        OLLAMA.plays(call -> call.reset());
        HttpResponse<String> answer = get("/v1/models");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("gpt-4.1-mini").doesNotContain("ollama/");
    }

    @Test
    void giveOneByItsName() {
        OLLAMA.plays(call -> call.answer(200, "application/json", SERVERS_LIST));
        assertThat(get("/v1/models/ollama/llama3:8b").body())
                .isEqualTo(
                        """
                        {"id":"ollama/llama3:8b","object":"model","created":0,"owned_by":"ollama"}\
                        """);
        HttpResponse<String> missing = get("/v1/models/gpt-0");
        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(missing.body()).contains("\"code\":\"model_not_found\"");
    }

    @Test
    void giveOneByItsNameAsClientsWriteSlashes() {
        OLLAMA.plays(call -> call.answer(200, "application/json", SERVERS_LIST));
        assertThat(get("/v1/models/ollama%2Fllama3:8b").body()).contains("\"ollama/llama3:8b\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/openai/models?", "/test/openai?model=gpt-4o&"})
    void refuseKeysThatCannotBeSent(String path) {
        for (String key : List.of("a%0Ab", "%C3%A9", "a%20b")) {
            HttpResponse<String> answer = get(path + "api-key=" + key);
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("\"param\":\"api-key\"");
        }
        assertThat(OPENAI.calls()).isEmpty();
    }

    @Test
    void comeThoughAConnectionHasBeenClosedSinceTheLastTime() {
        OPENAI.plays(call ->
                call.send(
                        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
                                .formatted(SERVERS_LIST.length(), SERVERS_LIST)));
        for (int i = 0; i < 3; i++) {
            assertThat(get("/openai/models").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void takeABlankKeyForNone() {
        OPENAI.plays(call -> call.answer(200, "application/json", SERVERS_LIST));
        get("/openai/models?api-key=");
        get("/test/openai?model=gpt-4o&api-key=");
        assertThat(OPENAI.calls())
                .hasSize(2)
                .allMatch(call -> call.head().contains("Bearer sk-service"));
    }

    @Test
    void giveOpenAisOwnListAsAnArray() {
        OPENAI.plays(call -> call.answer(200, "application/json", SERVERS_LIST));
        assertThat(get("/openai/models").body())
                .isEqualTo("[{\"id\":\"llama3:8b\",\"object\":\"model\",\"x\":1.0}]");
        assertThat(OPENAI.calls().getFirst().head())
                .startsWith("GET /v1/models ")
                .contains("Bearer sk-service");
        get("/openai/models?api-key=sk-own");
        assertThat(OPENAI.calls().getLast().head()).contains("Bearer sk-own");
    }

    @Test
    void sayHello() {
        OPENAI.plays(call ->
                call.answer(
                        200,
                        "application/json",
                        """
                        {"id": "1", "object": "chat.completion", "created": 1, "model": "gpt-4o", \
                        "choices": [{"index": 0, "finish_reason": "stop", "message": \
                        {"role": "assistant", "content": "Hello!"}}]}\
                        """));
        assertThat(get("/test/openai?model=gpt-4o&api-key=sk-own").body())
                .isEqualTo("{\"role\":\"assistant\",\"content\":\"Hello!\"}");
        assertThat(OPENAI.calls().getFirst().head()).contains("Bearer sk-own");
        assertThat(OPENAI.calls().getFirst().text()).contains("\"model\":\"gpt-4o\"");
    }
}
