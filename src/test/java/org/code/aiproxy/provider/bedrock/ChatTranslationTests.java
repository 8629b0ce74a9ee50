package org.code.aiproxy.provider.bedrock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.stream.Stream;
import org.code.aiproxy.ScriptedProvider;
import org.code.aiproxy.player.wire.Call;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What Bedrock gets to see of a request, whole and streamed. */
class ChatTranslationTests {

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    static Stream<Arguments> translations() throws IOException {
        try (InputStream json =
                ChatTranslationTests.class.getResourceAsStream("/chat/bedrock/translations.json")) {
            return MAPPER.readTree(Objects.requireNonNull(json))
                    .valueStream()
                    .map(one ->
                            arguments(
                                    one.get("name").stringValue(),
                                    one.get("request"),
                                    one.get("converse")));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("translations")
    void translates(String name, JsonNode request, JsonNode converse) throws IOException {
        try (ScriptedProvider bedrock =
                new ScriptedProvider(call -> call.answer(400, "application/json", "{}"))) {
            ChatClient client = new ChatClient(bedrock.url());
            ask(client, request);
            ask(client, ((ObjectNode) request).put("stream", true));

            assertThat(bedrock.calls())
                    .extracting(Call::path)
                    .extracting(path -> path.substring(path.lastIndexOf('/')))
                    .containsExactly("/converse", "/converse-stream");
            assertThat(bedrock.calls()).allSatisfy(it -> assertThat(it.json()).isEqualTo(converse));
        }
    }

    private static void ask(ChatClient client, JsonNode request) {
        assertThat(
                        org.assertj.core.api.Assertions.catchThrowable(
                                () -> client.chat(request.toString(), new RecordedReply())))
                .hasMessageContaining("400");
    }
}
