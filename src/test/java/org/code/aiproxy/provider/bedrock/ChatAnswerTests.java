package org.code.aiproxy.provider.bedrock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.code.aiproxy.ScriptedProvider;
import org.code.aiproxy.model.CallerGoneException;
import org.code.aiproxy.model.ModelException;
import org.code.aiproxy.model.catalogue.Usage;
import org.code.aiproxy.player.wire.Script;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Whole answers, from Converse's JSON to OpenAI's. */
class ChatAnswerTests {

    private static final String HELLO = "{\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]%s}";
    private static final String BY_TOOL =
            HELLO.formatted(
                    ",\"model\":\"bedrock.anthropic.tool\",\"response_format\":{\"type\":\"json_schema\",\"json_schema\":{\"name\":\"a\",\"schema\":{}}}");

    private static final String USAGE =
            "{\"inputTokens\":15,\"outputTokens\":20,\"totalTokens\":125,\"cacheReadInputTokens\":60,\"cacheWriteInputTokens\":30}";

    @Test
    void writesACompletion() throws IOException {
        RecordedReply reply = new RecordedReply();
        Usage usage =
                ask(
                        converse(
                                "{\"reasoningContent\":{\"reasoningText\":{\"text\":\"Hm\"}}},{\"text\":\"Grüße \"},{\"text\":\"🌍\"}",
                                "end_turn"),
                        HELLO.formatted(""),
                        reply);

        assertThat(usage).isEqualTo(new Usage(105, 20, 60, 30, 0, 125));
        JsonNode completion = reply.json();
        assertThat(completion.get("id").stringValue()).startsWith("chatcmpl-");
        assertThat(completion.get("object").stringValue()).isEqualTo("chat.completion");
        assertThat(completion.get("created").isIntegralNumber()).isTrue();
        assertThat(completion.get("model").stringValue()).isEqualTo(ChatClient.NATIVE);
        assertThat(completion.get("choices").toString())
                .isEqualTo(
                        "[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\"Grüße 🌍\",\"refusal\":null},\"logprobs\":null,\"finish_reason\":\"stop\"}]");
        assertThat(completion.get("usage").toString())
                .isEqualTo(
                        "{\"prompt_tokens\":105,\"completion_tokens\":20,\"total_tokens\":125,\"prompt_tokens_details\":{\"cached_tokens\":60,\"cache_write_tokens\":30},\"completion_tokens_details\":{\"reasoning_tokens\":0}}");
    }

    @Test
    void tellsTheServiceTierThatWasUsed() throws IOException {
        RecordedReply reply = new RecordedReply();
        ask(
                call ->
                        call.answer(
                                200,
                                "application/json",
                                """
                                {"output":{"message":{"role":"assistant",\
                                "content":[{"text":"Hi"}]}},"stopReason":"end_turn",\
                                "serviceTier":{"type":"flex"}}\
                                """),
                HELLO.formatted(",\"service_tier\":\"flex\""),
                reply);
        assertThat(reply.json().get("service_tier").stringValue()).isEqualTo("flex");
    }

    @Test
    void sendsLongTextsAndGetsThemBack() throws IOException {
        String text = "Grüße 🌍 ".repeat(20_000);
        RecordedReply reply = new RecordedReply();
        ask(
                call ->
                        converse(call.json().at("/messages/0/content/0").toString(), "end_turn")
                                .play(call),
                HELLO.replace("Hi", text).formatted(""),
                reply);
        assertThat(reply.json().at("/choices/0/message/content").stringValue()).isEqualTo(text);
    }

    @Test
    void writesToolCalls() throws IOException {
        RecordedReply reply = new RecordedReply();
        ask(
                converse(
                        "{\"toolUse\":{\"toolUseId\":\"t1\",\"name\":\"weather\",\"input\":{\"days\":3,\"at\":[1.5,true,null,\"x\"]}}},{\"toolUse\":{\"toolUseId\":\"t2\",\"name\":\"time\",\"input\":{}}}",
                        "tool_use"),
                HELLO.formatted(""),
                reply);

        JsonNode choice = reply.json().at("/choices/0");
        assertThat(choice.get("finish_reason").stringValue()).isEqualTo("tool_calls");
        assertThat(choice.at("/message/content").isNull()).isTrue();
        assertThat(choice.at("/message/tool_calls").toString())
                .isEqualTo(
                        "[{\"id\":\"t1\",\"type\":\"function\",\"function\":{\"name\":\"weather\",\"arguments\":\"{\\\"days\\\":3,\\\"at\\\":[1.5,true,null,\\\"x\\\"]}\"}},{\"id\":\"t2\",\"type\":\"function\",\"function\":{\"name\":\"time\",\"arguments\":\"{}\"}}]");
    }

    @Test
    void takesTheContentFromAForcedTool() throws IOException {
        RecordedReply reply = new RecordedReply();
        ask(
                converse(
                        "{\"text\":\"Here:\"},{\"toolUse\":{\"toolUseId\":\"t1\",\"name\":\"a\",\"input\":{\"days\":3}}}",
                        "tool_use"),
                BY_TOOL,
                reply);

        JsonNode choice = reply.json().at("/choices/0");
        assertThat(choice.get("finish_reason").stringValue()).isEqualTo("stop");
        assertThat(choice.get("message").toString())
                .isEqualTo(
                        "{\"role\":\"assistant\",\"content\":\"{\\\"days\\\":3}\",\"refusal\":null}");
    }

    @Test
    void failsWhenAForcedToolIsNotCalled() {
        assertThatThrownBy(() ->
                        ask(
                                converse("{\"text\":\"No\"}", "end_turn"),
                                BY_TOOL,
                                new RecordedReply()))
                .isInstanceOf(ModelException.Unavailable.class);
    }

    @ParameterizedTest
    @CsvSource({
        "end_turn, stop",
        "stop_sequence, stop",
        "tool_use, tool_calls",
        "max_tokens, length",
        "model_context_window_exceeded, length",
        "guardrail_intervened, content_filter",
        "content_filtered, content_filter"
    })
    void tellsWhyItStopped(String bedrocks, String openAis) throws IOException {
        RecordedReply reply = new RecordedReply();
        ask(converse("{\"text\":\"x\"}", bedrocks), HELLO.formatted(""), reply);
        assertThat(reply.json().at("/choices/0/finish_reason").stringValue()).isEqualTo(openAis);
    }

    @ParameterizedTest
    @ValueSource(strings = {"malformed_tool_use", "malformed_model_output", "something_new"})
    void passesOnWhatWasPaidForWhateverEndedIt(String reason) throws IOException {
        RecordedReply reply = new RecordedReply();
        ask(converse("{\"text\":\"x\"}", reason), HELLO.formatted(""), reply);
        JsonNode choice = reply.json().at("/choices/0");
        assertThat(choice.at("/message/content").stringValue()).isEqualTo("x");
        assertThat(choice.path("finish_reason").stringValue()).isEqualTo("stop");
        assertThat(choice.path("native_finish_reason").stringValue()).isEqualTo(reason);
    }

    @Test
    void passesOnThatNothingIsLeftOfAMalformedAnswer() throws IOException {
        RecordedReply reply = new RecordedReply();
        ask(
                call ->
                        call.answer(
                                200,
                                "application/json",
                                "{\"stopReason\":\"malformed_tool_use\",\"usage\":{\"inputTokens\":1,\"outputTokens\":2}}"),
                BY_TOOL,
                reply);
        assertThat(reply.json().at("/choices/0/message/content").isNull()).isTrue();
        assertThat(reply.json().at("/usage/total_tokens").intValue()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{}", "not json", "{\"output\": {}}", "{\"output\":{\"message\":{}}}"})
    void failsOnWhatIsNoCompletion(String body) {
        assertThatThrownBy(() ->
                        ask(
                                call -> call.answer(200, "application/json", body),
                                HELLO.formatted(""),
                                new RecordedReply()))
                .isInstanceOf(ModelException.Unavailable.class);
    }

    @Test
    void makesACallForEachChoiceAllAtOnce() throws IOException {
        CountDownLatch all = new CountDownLatch(3);
        RecordedReply reply = new RecordedReply();
        Usage usage =
                ask(
                        call -> {
                            all.countDown();
                            assertThat(all.await(20, TimeUnit.SECONDS)).isTrue();
                            converse("{\"text\":\"x\"}", "end_turn").play(call);
                        },
                        HELLO.formatted(",\"n\":3"),
                        reply);

        assertThat(usage).isEqualTo(new Usage(315, 60, 180, 90, 0, 375));
        assertThat(reply.json().get("choices"))
                .extracting(choice -> choice.get("index").intValue())
                .containsExactly(0, 1, 2);
        assertThat(reply.json().at("/usage/total_tokens").intValue()).isEqualTo(375);
    }

    @Test
    void failsWithTheFirstOfTheChoicesAndEndsTheOthers() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        CountDownLatch gone = new CountDownLatch(2);
        try (ScriptedProvider bedrock =
                new ScriptedProvider(call -> {
                    if (calls.incrementAndGet() == 3) {
                        call.answer(
                                429,
                                "application/json",
                                "{\"message\":\"Slow down\"}",
                                "x-amzn-ErrorType: ThrottlingException",
                                "Retry-After: 5");
                    } else {
                        call.awaitHangUp();
                        gone.countDown();
                    }
                })) {
            assertThatThrownBy(() ->
                            new ChatClient(bedrock.url())
                                    .chat(HELLO.formatted(",\"n\":3"), new RecordedReply()))
                    .isInstanceOf(ModelException.RateLimited.class);
            assertThat(gone.await(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({"1, false", "3, false", "1, true", "3, true"})
    void endsTheCallsWhenItsThreadIsInterrupted(int choices, boolean hasBegun) throws Exception {
        CountDownLatch asked = new CountDownLatch(choices);
        CountDownLatch gone = new CountDownLatch(choices);
        try (ScriptedProvider bedrock =
                new ScriptedProvider(call -> {
                    if (hasBegun) {
                        call.head(200, "Content-Type: application/json", "Content-Length: 1000");
                        call.send("{");
                    }
                    asked.countDown();
                    call.awaitHangUp();
                    gone.countDown();
                })) {
            Throwable outcome =
                    new ChatClient(bedrock.url())
                            .interrupted(
                                    HELLO.formatted(",\"n\":" + choices),
                                    new RecordedReply(),
                                    asked);
            assertThat(gone.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(outcome).isInstanceOf(CallerGoneException.class);
        }
    }

    private static Script converse(String content, String reason) {
        return call ->
                call.answer(
                        200,
                        "application/json",
                        "{\"output\":{\"message\":{\"role\":\"assistant\",\"content\":[%s]}},\"stopReason\":\"%s\",\"usage\":%s}"
                                .formatted(content, reason, USAGE));
    }

    private static Usage ask(Script script, String request, RecordedReply reply)
            throws IOException {
        try (ScriptedProvider bedrock = new ScriptedProvider(script)) {
            return new ChatClient(bedrock.url()).chat(request, reply);
        }
    }
}
