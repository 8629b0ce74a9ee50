package org.code.aiproxy.provider.bedrock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.stream.Stream;
import org.code.aiproxy.ScriptedProvider;
import org.code.aiproxy.model.ModelException.Unsupported;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What can't be honoured is refused by name, before Bedrock is asked. */
class ChatRefusalTests {

    private static final JsonMapper MAPPER = new JsonMapper();

    private final ScriptedProvider bedrock = new ScriptedProvider(call -> {});
    private final ChatClient client = new ChatClient(bedrock.url());

    ChatRefusalTests() throws IOException {}

    @AfterEach
    void close() throws IOException {
        bedrock.close();
    }

    static Stream<Arguments> refusals() throws IOException {
        try (InputStream json =
                ChatRefusalTests.class.getResourceAsStream("/chat/bedrock/refusals.json")) {
            return MAPPER.readTree(Objects.requireNonNull(json))
                    .valueStream()
                    .map(one ->
                            arguments(
                                    one.get("field").stringValue(),
                                    one.get("problem").stringValue(),
                                    one.get("request")));
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("refusals")
    void refusesByName(String field, String problem, JsonNode fields) {
        ObjectNode request =
                (ObjectNode)
                        MAPPER.readTree(
                                "{\"messages\": [{\"role\": \"user\", \"content\": \"Hi\"}]}");
        request.setAll((ObjectNode) fields);

        Unsupported refusal =
                catchThrowableOfType(
                        Unsupported.class,
                        () -> client.chat(request.toString(), new RecordedReply()));

        assertThat(refusal.field()).isEqualTo(field);
        assertThat(refusal).hasMessageContaining(problem);
        assertThat(bedrock.calls()).isEmpty();
    }

    @Test
    void refusesWhatIsNoJsonObject() {
        for (String body : new String[] {"", "{", "[]", "1"}) {
            assertThatThrownBy(() -> client.send(body, new RecordedReply()))
                    .isInstanceOf(Unsupported.class);
        }
    }
}
