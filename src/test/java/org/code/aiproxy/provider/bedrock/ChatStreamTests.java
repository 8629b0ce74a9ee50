package org.code.aiproxy.provider.bedrock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.code.aiproxy.ConverseAnswers.answer;
import static org.code.aiproxy.ConverseAnswers.metadata;
import static org.code.aiproxy.player.wire.ConverseEvents.blockStop;
import static org.code.aiproxy.player.wire.ConverseEvents.delta;
import static org.code.aiproxy.player.wire.ConverseEvents.messageStart;
import static org.code.aiproxy.player.wire.ConverseEvents.messageStop;
import static org.code.aiproxy.player.wire.ConverseEvents.text;
import static org.code.aiproxy.player.wire.ConverseEvents.toolInput;
import static org.code.aiproxy.player.wire.ConverseEvents.toolStart;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.code.aiproxy.ScriptedProvider;
import org.code.aiproxy.model.catalogue.Usage;
import org.code.aiproxy.player.wire.ConverseEvents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Streams that end well, from ConverseStream's frames to OpenAI's chunks. */
class ChatStreamTests {

    private static final String HELLO =
            "{\"stream\":true,\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]%s}";
    private static final String WITH_USAGE =
            HELLO.formatted(",\"stream_options\":{\"include_usage\":true}");

    private final RecordedReply reply = new RecordedReply();

    @Test
    void passesTextOnInChunks() throws IOException {
        Usage usage =
                ask(
                        HELLO.formatted(""),
                        reply,
                        messageStart(),
                        delta(0, Map.of("reasoningContent", Map.of("text", "Hm"))),
                        text("Hel"),
                        text(""),
                        text("lo"),
                        blockStop(0),
                        messageStop("end_turn"),
                        metadata());

        assertThat(usage).isEqualTo(new Usage(105, 20, 60, 30, 0, 125));
        assertThat(choices())
                .containsExactly(
                        "{\"index\":0,\"delta\":{\"role\":\"assistant\",\"content\":\"\",\"refusal\":null},\"logprobs\":null,\"finish_reason\":null}",
                        "{\"index\":0,\"delta\":{\"content\":\"Hel\"},\"logprobs\":null,\"finish_reason\":null}",
                        "{\"index\":0,\"delta\":{\"content\":\"lo\"},\"logprobs\":null,\"finish_reason\":null}",
                        "{\"index\":0,\"delta\":{},\"logprobs\":null,\"finish_reason\":\"stop\"}");
        assertThat(reply.isDone()).isTrue();
        JsonNode first = reply.chunks().getFirst();
        assertThat(first.get("id").stringValue()).startsWith("chatcmpl-");
        assertThat(first.get("object").stringValue()).isEqualTo("chat.completion.chunk");
        assertThat(first.get("model").stringValue()).isEqualTo(ChatClient.NATIVE);
        assertThat(first.has("usage")).isFalse();
        assertThat(reply.chunks())
                .extracting(chunk -> chunk.get("id"))
                .containsOnly(first.get("id"));
    }

    @Test
    void tellsTheServiceTierThatWasUsedWithTheUsage() throws IOException {
        var _ =
                ask(
                        WITH_USAGE,
                        reply,
                        messageStart(),
                        text("Hello"),
                        blockStop(0),
                        messageStop("end_turn"),
                        metadata());
        assertThat(reply.chunks().getLast().get("service_tier").stringValue())
                .isEqualTo("priority");
        assertThat(reply.chunks().getFirst().has("service_tier")).isFalse();
    }

    @Test
    void passesAnEventOnBeforeTheNextIsSent() throws IOException {
        CountDownLatch seen = new CountDownLatch(1);
        RecordedReply watched =
                new RecordedReply(event -> {
                    if (event.contains("first")) {
                        seen.countDown();
                    }
                });
        try (ScriptedProvider bedrock =
                new ScriptedProvider(call -> {
                    call.stream(ConverseEvents.CONTENT_TYPE);
                    call.chunk(messageStart());
                    call.chunk(text("first"));
                    boolean wasSeen = seen.await(20, TimeUnit.SECONDS);
                    call.chunk(text(wasSeen ? "second" : "too late"));
                    call.chunk(messageStop("end_turn"));
                    call.chunk(metadata());
                    call.lastChunk();
                })) {
            new ChatClient(bedrock.url()).chat(HELLO.formatted(""), watched);
        }
        assertThat(watched.chunks())
                .extracting(chunk -> chunk.at("/choices/0/delta/content").asString(""))
                .containsExactly("", "first", "second", "");
    }

    @Test
    void readsFramesThatAreCutAnywhere() throws IOException {
        try (ScriptedProvider bedrock =
                new ScriptedProvider(call -> {
                    call.stream(ConverseEvents.CONTENT_TYPE);
                    for (byte one : answer("Grüße, 世界 🌍")) {
                        call.chunk(new byte[] {one});
                    }
                    call.lastChunk();
                })) {
            new ChatClient(bedrock.url()).chat(HELLO.formatted(""), reply);
        }
        assertThat(reply.chunks().get(1).at("/choices/0/delta/content").stringValue())
                .isEqualTo("Grüße, 世界 🌍");
        assertThat(reply.isDone()).isTrue();
    }

    @Test
    void passesToolCallsOnAsTheyAreWritten() throws IOException {
        ask(
                HELLO.formatted(
                        ",\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"weather\"}}]"),
                reply,
                messageStart(),
                text("I look."),
                blockStop(0),
                toolStart(1, "t1", "weather"),
                toolInput(1, ""),
                toolInput(1, "{\"city\": \"Zü"),
                toolInput(1, "rich\"}"),
                blockStop(1),
                toolStart(2, "t2", "time"),
                blockStop(2),
                messageStop("tool_use"),
                metadata());

        assertThat(reply.chunks())
                .extracting(chunk -> chunk.at("/choices/0/delta/tool_calls/0").toString())
                .filteredOn(call -> !call.isEmpty())
                .containsExactly(
                        "{\"index\":0,\"id\":\"t1\",\"type\":\"function\",\"function\":{\"name\":\"weather\",\"arguments\":\"\"}}",
                        "{\"index\":0,\"function\":{\"arguments\":\"{\\\"city\\\": \\\"Zü\"}}",
                        "{\"index\":0,\"function\":{\"arguments\":\"rich\\\"}\"}}",
                        "{\"index\":1,\"id\":\"t2\",\"type\":\"function\",\"function\":{\"name\":\"time\",\"arguments\":\"\"}}",
                        "{\"index\":1,\"function\":{\"arguments\":\"{}\"}}");
        assertThat(finishReasons()).containsExactly("tool_calls");
    }

    @Test
    void takesTheContentFromAForcedTool() throws IOException {
        ask(
                HELLO.formatted(
                        ",\"model\":\"bedrock.anthropic.tool\",\"response_format\":{\"type\":\"json_schema\",\"json_schema\":{\"name\":\"a\",\"schema\":{}}}"),
                reply,
                messageStart(),
                text("Here:"),
                blockStop(0),
                toolStart(1, "t1", "a"),
                toolInput(1, "{\"days\""),
                toolInput(1, ": 3}"),
                blockStop(1),
                messageStop("tool_use"),
                metadata());

        assertThat(reply.chunks())
                .extracting(chunk -> chunk.at("/choices/0/delta/content").asString(""))
                .containsExactly("", "{\"days\"", ": 3}", "");
        assertThat(finishReasons()).containsExactly("stop");
        assertThat(reply.events()).noneMatch(event -> event.contains("tool_calls"));
    }

    @Test
    void takesTheFirstOfAForcedToolsCallsAsAWholeAnswerDoes() throws IOException {
        ask(
                HELLO.formatted(
                        ",\"model\":\"bedrock.anthropic.tool\",\"response_format\":{\"type\":\"json_schema\",\"json_schema\":{\"name\":\"a\",\"schema\":{}}}"),
                reply,
                messageStart(),
                toolStart(0, "t1", "a"),
                toolInput(0, "{\"x\": 0}"),
                blockStop(0),
                toolStart(1, "t2", "a"),
                toolInput(1, "{\"x\": 1}"),
                blockStop(1),
                messageStop("tool_use"),
                metadata());

        assertThat(reply.chunks())
                .extracting(chunk -> chunk.at("/choices/0/delta/content").asString(""))
                .containsExactly("", "{\"x\": 0}", "");
    }

    @Test
    void endsWithTheUsageWhereItIsWanted() throws IOException {
        ask(WITH_USAGE, reply, answer("Hello"));

        JsonNode last = reply.chunks().getLast();
        assertThat(last.get("choices").toString()).isEqualTo("[]");
        assertThat(last.get("usage").toString())
                .isEqualTo(
                        "{\"prompt_tokens\":105,\"completion_tokens\":20,\"total_tokens\":125,\"prompt_tokens_details\":{\"cached_tokens\":60,\"cache_write_tokens\":30},\"completion_tokens_details\":{\"reasoning_tokens\":0}}");
        assertThat(reply.chunks().getFirst().get("usage").isNull()).isTrue();
        assertThat(reply.isDone()).isTrue();
    }

    @Test
    void streamsEachChoiceUnderItsIndex() throws IOException {
        CountDownLatch all = new CountDownLatch(3);
        try (ScriptedProvider bedrock =
                new ScriptedProvider(call -> {
                    call.stream(ConverseEvents.CONTENT_TYPE);
                    call.chunk(messageStart());
                    all.countDown();
                    assertThat(all.await(20, TimeUnit.SECONDS)).isTrue();
                    call.chunk(text("Hello"));
                    call.chunk(messageStop("end_turn"));
                    call.chunk(metadata());
                    call.lastChunk();
                })) {
            Usage usage =
                    new ChatClient(bedrock.url())
                            .chat(
                                    HELLO.formatted(
                                            ",\"n\":3,\"stream_options\":{\"include_usage\":true}"),
                                    reply);
            assertThat(usage).isEqualTo(new Usage(315, 60, 180, 90, 0, 375));
        }
        for (int index = 0; index < 3; index++) {
            String choice = "{\"index\":%d,".formatted(index);
            assertThat(choices()).filteredOn(one -> one.startsWith(choice)).hasSize(3);
        }
        assertThat(finishReasons()).containsExactly("stop", "stop", "stop");
        assertThat(reply.chunks().getLast().at("/usage/total_tokens").intValue()).isEqualTo(375);
        assertThat(reply.events()).filteredOn(event -> event.contains("[DONE]")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "max_tokens, length",
        "stop_sequence, stop",
        "guardrail_intervened, content_filter"
    })
    void tellsWhyItStopped(String bedrocks, String openAis) throws IOException {
        ask(HELLO.formatted(""), reply, messageStart(), messageStop(bedrocks), metadata());
        assertThat(finishReasons()).containsExactly(openAis);
    }

    @ParameterizedTest
    @ValueSource(strings = {"malformed_tool_use", "malformed_model_output", "something_new"})
    void passesOnWhatWasPaidForWhateverEndedIt(String reason) throws IOException {
        ask(HELLO.formatted(""), reply, messageStart(), messageStop(reason), metadata());
        assertThat(finishReasons()).containsExactly("stop");
        assertThat(reply.chunks().getLast().at("/choices/0/native_finish_reason").stringValue())
                .isEqualTo(reason);
    }

    private List<String> choices() {
        return reply.chunks().stream().map(chunk -> chunk.at("/choices/0").toString()).toList();
    }

    private List<String> finishReasons() {
        return reply.chunks().stream()
                .map(chunk -> chunk.at("/choices/0/finish_reason").asString(""))
                .filter(reason -> !reason.isEmpty())
                .toList();
    }

    private static Usage ask(String request, RecordedReply reply, byte[]... events)
            throws IOException {
        try (ScriptedProvider bedrock =
                new ScriptedProvider(call -> {
                    call.stream(ConverseEvents.CONTENT_TYPE);
                    for (byte[] event : events) {
                        call.chunk(event);
                    }
                    call.lastChunk();
                })) {
            return new ChatClient(bedrock.url()).chat(request, reply);
        }
    }
}
