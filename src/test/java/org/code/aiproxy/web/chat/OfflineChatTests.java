package org.code.aiproxy.web.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.http.StreamResponse;
import com.openai.helpers.ChatCompletionAccumulator;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionStreamOptions;
import org.code.aiproxy.RunningService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A client can be tried without a provider: by OpenAI's own. */
class OfflineChatTests extends RunningService {

    private static final String MARK = "[offline.baseline] ";

    private OpenAIClient client;

    @BeforeEach
    void connect() {
        client =
                OpenAIOkHttpClient.builder()
                        .baseUrl("http://localhost:%d/v1".formatted(port()))
                        .apiKey("test-key")
                        .build();
    }

    @AfterEach
    void disconnect() {
        client.close();
    }

    @Test
    void answersWithMarkedTextForEachChoice() {
        ChatCompletion answer = client.chat().completions().create(question().n(2).build());
        assertThat(answer.model()).isEqualTo("offline.baseline");
        assertThat(answer.choices())
                .hasSize(2)
                .allSatisfy(choice ->
                        assertThat(choice.message().content().orElseThrow()).startsWith(MARK));
        assertThat(answer.usage().orElseThrow().totalTokens()).isZero();
    }

    @Test
    void streamsTheSame() {
        ChatCompletionAccumulator whole = ChatCompletionAccumulator.create();
        ChatCompletionCreateParams asked =
                question()
                        .streamOptions(
                                ChatCompletionStreamOptions.builder().includeUsage(true).build())
                        .build();
        try (StreamResponse<ChatCompletionChunk> chunks =
                client.chat().completions().createStreaming(asked)) {
            chunks.stream().forEach(whole::accumulate);
        }
        ChatCompletion answer = whole.chatCompletion();
        assertThat(answer.choices().getFirst().message().content().orElseThrow()).startsWith(MARK);
        assertThat(answer.usage().orElseThrow().totalTokens()).isZero();
    }

    @Test
    void sendsNoUsageThatWasNotAskedFor() {
        try (StreamResponse<ChatCompletionChunk> chunks =
                client.chat().completions().createStreaming(question().build())) {
            assertThat(chunks.stream()).noneMatch(chunk -> chunk.usage().isPresent());
        }
    }

    private static ChatCompletionCreateParams.Builder question() {
        return ChatCompletionCreateParams.builder().model("offline.baseline").addUserMessage("Hi");
    }
}
