package org.code.aiproxy.web.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.JsonValue;
import com.openai.core.http.StreamResponse;
import com.openai.errors.BadRequestException;
import com.openai.errors.NotFoundException;
import com.openai.errors.OpenAIException;
import com.openai.errors.RateLimitException;
import com.openai.errors.UnauthorizedException;
import com.openai.helpers.ChatCompletionAccumulator;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.StructuredChatCompletion;
import com.openai.models.models.Model;
import com.openai.models.responses.Response;
import com.openai.models.responses.ResponseCreateParams;
import com.openai.models.responses.ResponseOutputText;
import com.openai.models.responses.ResponseStreamEvent;
import com.openai.models.responses.ResponseTextDeltaEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.code.aiproxy.ScriptedService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** OpenAI's Java client, unmodified: it is given an address and a key, and nothing else. */
@Timeout(30)
class OpenAiJavaTests extends ScriptedService {

    private static final String OF_OPENAI = "gpt-4.1-mini";
    private static final String OF_BEDROCK = "bedrock.us.anthropic.claude-sonnet-4-5-20250929-v1:0";
    private static final String BY_TOOL = "bedrock.us.amazon.nova-pro-v1:0";

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

    @BeforeEach
    void play() {
        OPENAI.plays(PlayedModels.player());
        BEDROCK.plays(PlayedModels.player());
    }

    @ParameterizedTest
    @ValueSource(strings = {OF_OPENAI, OF_BEDROCK})
    void chats(String model) {
        ChatCompletion completion = create(client("test-key"), model, "Hi");
        assertThat(completion.choices().getFirst().message().content()).hasValue("Grüße 😀");
        assertThat(completion.usage().orElseThrow().totalTokens()).isEqualTo(11);
    }

    @ParameterizedTest
    @ValueSource(strings = {OF_OPENAI, OF_BEDROCK})
    void streams(String model) {
        assertThat(streamed(model, "Hi")).isEqualTo("Grüße 😀");
    }

    @ParameterizedTest
    @CsvSource({OF_OPENAI + ", OpenAI", OF_BEDROCK + ", Amazon Bedrock"})
    void seesAStreamBreak(String model, String provider) {
        assertThatThrownBy(() -> streamed(model, "BREAK"))
                .isInstanceOf(OpenAIException.class)
                .hasMessageContaining(
                        provider + " could not be reached, or closed the connection.");
    }

    @ParameterizedTest
    @ValueSource(strings = {OF_OPENAI, OF_BEDROCK})
    void callsTools(String model) {
        ChatCompletion completion =
                client("test-key")
                        .chat()
                        .completions()
                        .create(params(model, "Hi").addTool(Weather.class).build());
        assertThatItAsksForTheWeatherInUlm(completion);
    }

    private static void assertThatItAsksForTheWeatherInUlm(ChatCompletion completion) {
        ChatCompletion.Choice choice = completion.choices().getFirst();
        assertThat(choice.finishReason()).isEqualTo(ChatCompletion.Choice.FinishReason.TOOL_CALLS);
        assertThat(
                        choice.message()
                                .toolCalls()
                                .orElseThrow()
                                .getFirst()
                                .asFunction()
                                .function()
                                .arguments(Weather.class)
                                .city)
                .isEqualTo("Ulm");
    }

    @ParameterizedTest
    @ValueSource(strings = {OF_OPENAI, OF_BEDROCK})
    void callsToolsInAStream(String model) {
        ChatCompletionAccumulator answer = ChatCompletionAccumulator.create();
        try (StreamResponse<ChatCompletionChunk> stream =
                client("test-key")
                        .chat()
                        .completions()
                        .createStreaming(params(model, "Hi").addTool(Weather.class).build())) {
            stream.stream().forEach(answer::accumulate);
        }
        assertThatItAsksForTheWeatherInUlm(answer.chatCompletion());
    }

    @ParameterizedTest
    @ValueSource(strings = {OF_OPENAI, OF_BEDROCK, BY_TOOL})
    void getsStructuredOutput(String model) {
        StructuredChatCompletion<Weather> completion =
                client("test-key")
                        .chat()
                        .completions()
                        .create(params(model, "Hi").responseFormat(Weather.class).build());
        assertThat(completion.choices().getFirst().message().content().orElseThrow().city)
                .isEqualTo("Ulm");
    }

    @Test
    void understandsErrors() {
        OpenAIClient client = client("test-key");
        for (String model : List.of(OF_OPENAI, OF_BEDROCK)) {
            assertThatThrownBy(() -> create(client, model, "LIMIT"))
                    .isInstanceOfSatisfying(
                            RateLimitException.class,
                            e ->
                                    assertThat(e.headers().values("Retry-After"))
                                            .containsExactly("60"));
        }
        assertThatThrownBy(() -> create(client("wrong-key"), OF_OPENAI, "Hi"))
                .isInstanceOf(UnauthorizedException.class);
        assertThatThrownBy(() -> create(client, "unheard-of", "Hi"))
                .isInstanceOfSatisfying(
                        NotFoundException.class,
                        e -> assertThat(e.code()).hasValue("model_not_found"));
        assertThatThrownBy(() ->
                        client.chat()
                                .completions()
                                .create(
                                        params(OF_BEDROCK, "Hi")
                                                .logitBias(
                                                        ChatCompletionCreateParams.LogitBias
                                                                .builder()
                                                                .putAdditionalProperty(
                                                                        "1", JsonValue.from(1))
                                                                .build())
                                                .build()))
                .isInstanceOfSatisfying(
                        BadRequestException.class,
                        e -> assertThat(e.param()).hasValue("logit_bias"));
    }

    @Test
    void asksForResponses() {
        Response response =
                client("test-key")
                        .responses()
                        .create(
                                ResponseCreateParams.builder()
                                        .model(OF_OPENAI)
                                        .input("Hi")
                                        .build());
        assertThat(text(response)).isEqualTo("Grüße 😀");
        assertThat(response.usage().orElseThrow().totalTokens()).isEqualTo(11);
    }

    @Test
    void streamsResponses() {
        List<ResponseStreamEvent> events = responseEvents("Hi");
        assertThat(
                        events.stream()
                                .flatMap(event -> event.outputTextDelta().stream())
                                .map(ResponseTextDeltaEvent::delta)
                                .collect(Collectors.joining()))
                .isEqualTo("Grüße 😀");
        assertThat(text(events.getLast().completed().orElseThrow().response()))
                .isEqualTo("Grüße 😀");
    }

    @Test
    void seesAStreamedResponseBreak() {
        assertThat(responseEvents("BREAK").getLast().error().orElseThrow())
                .satisfies(error -> {
                    assertThat(error.message())
                            .startsWith("OpenAI could not be reached, or closed");
                    assertThat(error.code()).hasValue("server_error");
                    assertThat(error.sequenceNumber()).isEqualTo(5);
                });
    }

    @Test
    void isToldThatBedrockHasNoResponses() {
        assertThatThrownBy(() ->
                        client("test-key")
                                .responses()
                                .create(
                                        ResponseCreateParams.builder()
                                                .model(OF_BEDROCK)
                                                .input("Hi")
                                                .build()))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("/v1/chat/completions");
    }

    private List<ResponseStreamEvent> responseEvents(String text) {
        try (StreamResponse<ResponseStreamEvent> stream =
                client("test-key")
                        .responses()
                        .createStreaming(
                                ResponseCreateParams.builder()
                                        .model(OF_OPENAI)
                                        .input(text)
                                        .build())) {
            return stream.stream().toList();
        }
    }

    private static String text(Response response) {
        return response.output().stream()
                .flatMap(item -> item.message().stream())
                .flatMap(message -> message.content().stream())
                .flatMap(content -> content.outputText().stream())
                .map(ResponseOutputText::text)
                .collect(Collectors.joining());
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
        assertThat(client("test-key").models().retrieve("ollama/llama3").id())
                .isEqualTo("ollama/llama3");
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

    private static ChatCompletionCreateParams.Builder params(String model, String text) {
        return ChatCompletionCreateParams.builder().model(model).addUserMessage(text);
    }

    private static ChatCompletion create(OpenAIClient client, String model, String text) {
        return client.chat().completions().create(params(model, text).build());
    }

    private String streamed(String model, String text) {
        try (StreamResponse<ChatCompletionChunk> stream =
                client("test-key")
                        .chat()
                        .completions()
                        .createStreaming(params(model, text).build())) {
            return stream.stream()
                    .flatMap(chunk -> chunk.choices().stream())
                    .flatMap(choice -> choice.delta().content().stream())
                    .collect(Collectors.joining());
        }
    }
}
