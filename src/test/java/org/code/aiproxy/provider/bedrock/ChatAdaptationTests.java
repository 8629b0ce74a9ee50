package org.code.aiproxy.provider.bedrock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.code.aiproxy.ConverseAnswers.metadata;
import static org.code.aiproxy.player.wire.ConverseEvents.messageStart;
import static org.code.aiproxy.player.wire.ConverseEvents.messageStop;
import static org.code.aiproxy.player.wire.ConverseEvents.text;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.code.aiproxy.ScriptedProvider;
import org.code.aiproxy.model.ModelException;
import org.code.aiproxy.player.wire.Call;
import org.code.aiproxy.player.wire.ConverseEvents;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Chats with models on Bedrock that refuse what the caller asks for. */
class ChatAdaptationTests {

    private static final String HEADER = "x-aiproxy-adjusted";

    private static final String ASKED =
            "{\"model\":\"bedrock.vendor.new\",\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]%s}";

    private final ScriptedProvider bedrock = new ScriptedProvider(ChatAdaptationTests::play);
    private final ChatClient client = new ChatClient(bedrock.url());
    private final RecordedReply reply = new RecordedReply();

    ChatAdaptationTests() throws IOException {}

    @AfterEach
    void close() throws IOException {
        bedrock.close();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                ",\"temperature\":0.5 | temperature left out | 2",
                ",\"temperature\":0.5,\"top_p\":0.5 | temperature left out, top_p left out | 3",
                ",\"max_tokens\":5000 | max_tokens limited to 4096 | 2",
                ",\"reasoning_effort\":\"low\" | reasoning_effort left out | 2",
                ",\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"a\"}}],\"tool_choice\":\"required\" | tool_choice not forced | 2",
                ",\"max_tokens\":100 | '' | 1",
            })
    void leavesOutOrChangesWhatIsRefusedAndSaysSo(String fields, String told, int calls) {
        client.chat(ASKED.formatted(fields), reply);

        assertThat(reply.header(HEADER)).isEqualTo(told.replace("''", ""));
        assertThat(reply.json().at("/choices/0/message/content").stringValue()).isEqualTo("x");
        assertThat(bedrock.calls()).hasSize(calls);

        client.chat(ASKED.formatted(fields), new RecordedReply());

        assertThat(bedrock.calls()).hasSize(calls + 1);
    }

    @Test
    void adaptsStreamsBeforeTheyBegin() {
        client.chat(ASKED.formatted(",\"temperature\":0.5,\"stream\":true"), reply);

        assertThat(reply.isDone()).isTrue();
        assertThat(reply.header(HEADER)).isEqualTo("temperature left out");
        assertThat(bedrock.calls()).hasSize(2);
    }

    @Test
    void holdsAnAnswerToItsSchemaByAToolWhereStructuredOutputIsRefused() {
        client.chat(
                ASKED.formatted(
                        ",\"response_format\":{\"type\":\"json_schema\",\"json_schema\":{\"name\":\"a\",\"schema\":{}}}"),
                reply);

        assertThat(reply.header(HEADER)).isEqualTo("response_format sent as a forced tool");
        assertThat(reply.json().at("/choices/0/message/content").stringValue())
                .isEqualTo("{\"days\":3}");
    }

    @Test
    void refusesASchemaThatNoFormIsLeftFor() {
        String schema =
                ",\"response_format\":{\"type\":\"json_schema\",\"json_schema\":{\"name\":\"strict\",\"schema\":{}}}";

        assertThatThrownBy(() -> client.chat(ASKED.formatted(schema), reply))
                .isInstanceOfSatisfying(
                        ModelException.Unsupported.class,
                        e -> assertThat(e.field()).isEqualTo("response_format"));
    }

    /** Refuses one thing at a time, in Bedrock's words. */
    private static void play(Call call) throws IOException {
        JsonNode asked = call.json();
        Optional<String> problem = problem(asked);
        if (problem.isPresent()) {
            call.answer(
                    400,
                    "application/json",
                    "{\"message\":\"%s\"}".formatted(problem.get()),
                    "x-amzn-ErrorType: ValidationException");
        } else if (call.path().endsWith("converse-stream")) {
            call.stream(ConverseEvents.CONTENT_TYPE);
            for (byte[] event :
                    List.of(messageStart(), text("x"), messageStop("end_turn"), metadata())) {
                call.chunk(event);
            }
            call.lastChunk();
        } else {
            boolean byTool = asked.at("/toolConfig/toolChoice/tool").isObject();
            call.answer(
                    200,
                    "application/json",
                    "{\"output\":{\"message\":{\"role\":\"assistant\",\"content\":[%s]}},\"stopReason\":\"end_turn\",\"usage\":{\"inputTokens\":1,\"outputTokens\":1}}"
                            .formatted(
                                    byTool
                                            ? "{\"toolUse\":{\"toolUseId\":\"1\",\"name\":\"a\",\"input\":{\"days\":3}}}"
                                            : "{\"text\":\"x\"}"));
        }
    }

    private static Optional<String> problem(JsonNode asked) {
        JsonNode settings = asked.path("inferenceConfig");
        if (settings.has("temperature")) {
            return Optional.of("`temperature` is deprecated for this model.");
        }
        if (settings.has("topP")) {
            return Optional.of("`top_p` is deprecated for this model.");
        }
        if (settings.path("maxTokens").asInt(0) == 5000) {
            return Optional.of(
                    "The maximum tokens you requested exceeds the model limit of 4096. Try again with a maximum tokens value that is lower than 4096.");
        }
        if (asked.has("additionalModelRequestFields")) {
            return Optional.of(
                    "Malformed input request: #: extraneous key [reasoning_effort] is not permitted, please reformat your input and try again.");
        }
        if (asked.has("outputConfig")) {
            return Optional.of("This model doesn't support the outputConfig field.");
        }
        boolean isForced =
                asked.at("/toolConfig/toolChoice/any").isObject()
                        || asked.at("/toolConfig/toolChoice/tool/name")
                                .asString("")
                                .equals("strict");
        return isForced
                ? Optional.of("This model doesn't support the toolConfig.toolChoice.any field.")
                : Optional.empty();
    }
}
