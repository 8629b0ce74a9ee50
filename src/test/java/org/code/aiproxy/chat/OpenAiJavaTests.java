package org.code.aiproxy.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.http.StreamResponse;
import com.openai.errors.BadRequestException;
import com.openai.errors.NotFoundException;
import com.openai.errors.OpenAIException;
import com.openai.errors.RateLimitException;
import com.openai.errors.UnauthorizedException;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.StructuredChatCompletion;
import com.openai.models.models.Model;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.code.aiproxy.ScriptedService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** OpenAI's Java client, unmodified: it is given an address and a key, and nothing else. */
@Timeout(30)
class OpenAiJavaTests extends ScriptedService {

    private final List<OpenAIClient> clients = new ArrayList<>();

    /** What a tool takes; the SDK makes its schema. */
    @SuppressWarnings("unused")
    static final class Weather {
        public String city = "";
    }

    @AfterEach
    void closeClients() {
        clients.forEach(OpenAIClient::close);
    }

    @Test
    void chats() {
        OPENAI.plays(call -> call.answer(200, "application/json", completion("Hello", "stop")));
        ChatCompletion completion =
                client("test-key").chat().completions().create(params().build());
        assertThat(completion.choices().getFirst().message().content()).hasValue("Hello");
        assertThat(completion.usage().orElseThrow().totalTokens()).isEqualTo(11);
    }

    @Test
    void streams() {
        OPENAI.plays(call -> {
            call.stream("text/event-stream");
            for (String piece : List.of("Grü", "ße ", "😀")) {
                call.chunk("data: " + chunk("{\"content\":\"" + piece + "\"}") + "\n\n");
            }
            call.chunk("data: [DONE]\n\n");
            call.lastChunk();
        });
        assertThat(streamed()).isEqualTo("Grüße 😀");
    }

    @Test
    void seesAStreamBreak() {
        OPENAI.plays(call -> {
            call.stream("text/event-stream");
            call.chunk("data: " + chunk("{\"content\":\"Hello\"}") + "\n\n");
            call.reset();
        });
        assertThatThrownBy(this::streamed)
                .isInstanceOf(OpenAIException.class)
                .hasMessageContaining("OpenAI could not be reached, or broke the connection.");
    }

    @Test
    void callsTools() {
        OPENAI.plays(call -> {
            assertThat(call.text()).contains("\"name\":\"Weather\"");
            call.answer(
                    200,
                    "application/json",
                    """
                    {"id": "1", "object": "chat.completion", "created": 1, "model": "m", \
                    "choices": [{"index": 0, "finish_reason": "tool_calls", "message": {\
                    "role": "assistant", "content": null, "refusal": null, "tool_calls": [{\
                    "id": "c1", "type": "function", "function": {"name": "Weather", \
                    "arguments": "{\\"city\\": \\"Ulm\\"}"}}]}}]}\
                    """);
        });
        ChatCompletion completion =
                client("test-key")
                        .chat()
                        .completions()
                        .create(params().addTool(Weather.class).build());
        assertThat(
                        completion
                                .choices()
                                .getFirst()
                                .message()
                                .toolCalls()
                                .orElseThrow()
                                .getFirst()
                                .asFunction()
                                .function()
                                .arguments(Weather.class)
                                .city)
                .isEqualTo("Ulm");
    }

    @Test
    void getsStructuredOutput() {
        OPENAI.plays(call -> {
            assertThat(call.text()).contains("json_schema");
            call.answer(200, "application/json", completion("{\\\"city\\\": \\\"Ulm\\\"}", "stop"));
        });
        StructuredChatCompletion<Weather> completion =
                client("test-key")
                        .chat()
                        .completions()
                        .create(params().responseFormat(Weather.class).build());
        assertThat(completion.choices().getFirst().message().content().orElseThrow().city)
                .isEqualTo("Ulm");
    }

    @Test
    void understandsErrors() {
        OPENAI.plays(call -> call.answer(429, "application/json", "{}"));
        assertThatThrownBy(() -> create(client("test-key"), "gpt-4.1-mini"))
                .isInstanceOf(RateLimitException.class);
        assertThatThrownBy(() -> create(client("wrong-key"), "gpt-4.1-mini"))
                .isInstanceOf(UnauthorizedException.class);
        assertThatThrownBy(() -> create(client("test-key"), "unheard-of"))
                .isInstanceOfSatisfying(
                        NotFoundException.class,
                        e -> assertThat(e.code()).hasValue("model_not_found"));
        assertThatThrownBy(() -> create(client("test-key"), "offline.baseline"))
                .isInstanceOfSatisfying(
                        BadRequestException.class, e -> assertThat(e.param()).hasValue("model"));
    }

    @Test
    void listsModels() {
        OLLAMA.plays(call ->
                call.answer(
                        200,
                        "application/json",
                        """
                        {"object": "list", "data": [\
                        {"id": "llama3", "object": "model", "created": 1, "owned_by": "library"}]}\
                        """));
        assertThat(client("test-key").models().list().data())
                .extracting(Model::id)
                .contains("gpt-4.1-mini", "ollama/llama3");
    }

    private OpenAIClient client(String key) {
        OpenAIClient client =
                OpenAIOkHttpClient.builder()
                        .baseUrl(url() + "/v1")
                        .apiKey(key)
                        .maxRetries(0)
                        .build();
        clients.add(client);
        return client;
    }

    private static ChatCompletionCreateParams.Builder params() {
        return ChatCompletionCreateParams.builder().model("gpt-4.1-mini").addUserMessage("Hi");
    }

    private static void create(OpenAIClient client, String model) {
        ChatCompletion unexpected =
                client.chat().completions().create(params().model(model).build());
        throw new AssertionError(unexpected);
    }

    private String streamed() {
        try (StreamResponse<ChatCompletionChunk> stream =
                client("test-key").chat().completions().createStreaming(params().build())) {
            return stream.stream()
                    .flatMap(chunk -> chunk.choices().getFirst().delta().content().stream())
                    .collect(Collectors.joining());
        }
    }

    private static String completion(String content, String finishReason) {
        return """
        {"id": "1", "object": "chat.completion", "created": 1, "model": "m", "choices": [\
        {"index": 0, "finish_reason": "%s", "message": {"role": "assistant", "content": "%s", \
        "refusal": null}}], \
        "usage": {"prompt_tokens": 9, "completion_tokens": 2, "total_tokens": 11}}\
        """
                .formatted(finishReason, content);
    }

    private static String chunk(String delta) {
        return """
        {"id": "1", "object": "chat.completion.chunk", "created": 1, "model": "m", "choices": [\
        {"index": 0, "delta": %s, "finish_reason": null}]}\
        """
                .formatted(delta);
    }
}
