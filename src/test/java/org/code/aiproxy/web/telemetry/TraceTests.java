package org.code.aiproxy.web.telemetry;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.code.aiproxy.OpenAiAnswers.completion;
import static org.code.aiproxy.OpenAiAnswers.error;
import static org.code.aiproxy.OpenAiAnswers.json;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.google.protobuf.ByteString;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status.StatusCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.code.aiproxy.RunningService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.json.JsonMapper;

/** What a collector gets of requests, by OTLP. */
class TraceTests extends RunningService {

    private static final String MODEL = "gpt-4.1-mini-2025-04-14";
    private static final String PROFILE = "us.anthropic.claude-sonnet-4-5-20250929-v1:0";

    private static final TraceCollector COLLECTOR = collector();

    @Autowired private SdkTracerProvider tracing;

    @DynamicPropertySource
    static void otlp(DynamicPropertyRegistry properties) {
        properties.add("management.opentelemetry.tracing.export.otlp.endpoint", COLLECTOR::url);
        properties.add("management.opentelemetry.tracing.export.schedule-delay", () -> "50ms");
    }

    @AfterAll
    static void stop() {
        COLLECTOR.close();
    }

    private static TraceCollector collector() {
        try {
            return new TraceCollector();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void haveASpanForTheRequestAndOneForTheCall() throws InterruptedException {
        play(completion(table("Sprites", "No", "Variables", "No")));

        Map<String, String> fields = fields(MODEL);
        fields.put("num-responses", "1");
        assertThat(assess(fields).status()).isEqualTo(200);

        List<Span> trace = nextTrace();
        assertThat(trace).hasSize(2);
        Span request = trace.getLast();
        assertThat(request.getName()).isEqualTo("http post /assessment");
        Span call = trace.getFirst();
        assertThat(call.getName()).isEqualTo("chat " + MODEL);
        assertThat(call.getKind()).isEqualTo(Span.SpanKind.SPAN_KIND_CLIENT);
        assertThat(call.getParentSpanId()).isEqualTo(request.getSpanId());
        assertThat(call.getTraceId()).isEqualTo(request.getTraceId());
        assertThat(PROVIDER.findAll(postRequestedFor(anyUrl())))
                .singleElement()
                .satisfies(sent ->
                        assertThat(sent.getHeader("traceparent"))
                                .startsWith(
                                        "00-%s-%s-0"
                                                .formatted(
                                                        hex(call.getTraceId()),
                                                        hex(call.getSpanId()))));
        assertThat(TraceCollector.attributes(call))
                .containsEntry("gen_ai.operation.name", "chat")
                .containsEntry("gen_ai.provider.name", "openai")
                .containsEntry("gen_ai.request.model", MODEL)
                .containsEntry("gen_ai.request.choice.count", 1L)
                .containsEntry("gen_ai.usage.input_tokens", 100L)
                .containsEntry("gen_ai.usage.output_tokens", 20L)
                .containsEntry("gen_ai.usage.cache_read.input_tokens", 0L)
                .doesNotContainKey("error.type");
    }

    private static String hex(ByteString id) {
        return HexFormat.of().formatHex(id.toByteArray());
    }

    @Test
    void haveASpanForEachOfSeveralCalls() throws InterruptedException {
        play(converse());

        Map<String, String> fields = fields("bedrock." + PROFILE);
        fields.put("num-responses", "3");
        assertThat(assess(fields).status()).isEqualTo(200);

        List<Span> trace = nextTrace();
        Span request = trace.getLast();
        List<Span> calls = trace.subList(0, trace.size() - 1);
        assertThat(calls).hasSize(3);
        assertThat(calls)
                .allSatisfy(call -> {
                    assertThat(call.getParentSpanId()).isEqualTo(request.getSpanId());
                    assertThat(TraceCollector.attributes(call))
                            .containsEntry("gen_ai.provider.name", "aws.bedrock")
                            .containsEntry("gen_ai.request.model", PROFILE)
                            .containsEntry("gen_ai.usage.input_tokens", 115L)
                            .containsEntry("gen_ai.usage.cache_read.input_tokens", 10L);
                });
    }

    @Test
    void tellWhyACallFailedAndWhatWasMadeAgain() throws InterruptedException {
        PROVIDER.stubFor(
                post(anyUrl())
                        .inScenario("retry")
                        .whenScenarioStateIs(Scenario.STARTED)
                        .willReturn(error(503, "SENTINEL of a provider"))
                        .willSetStateTo("up"));
        PROVIDER.stubFor(
                post(anyUrl())
                        .inScenario("retry")
                        .whenScenarioStateIs("up")
                        .willReturn(completion("hello")));

        assertThat(chat().status()).isEqualTo(200);

        List<Span> trace = nextTrace();
        assertThat(trace).hasSize(3);
        Span failed = trace.getFirst();
        assertThat(TraceCollector.attributes(failed))
                .containsEntry("error.type", "unavailable")
                .containsEntry("gen_ai.request.choice.count", 1L)
                .doesNotContainKeys(
                        "gen_ai.usage.input_tokens",
                        "gen_ai.usage.output_tokens",
                        "gen_ai.usage.cache_read.input_tokens");
        assertThat(failed.getStatus().getCode()).isEqualTo(StatusCode.STATUS_CODE_ERROR);
        Span made = trace.get(1);
        assertThat(TraceCollector.attributes(made)).doesNotContainKey("error.type");
    }

    @Test
    void tellOfAnErrorThatIsPassedOn() throws InterruptedException {
        play(error(400, "SENTINEL is no good"));

        assertThat(chat().status()).isEqualTo(400);

        assertThat(TraceCollector.attributes(nextTrace().getFirst()))
                .containsEntry("error.type", "400");
    }

    @Test
    void neverHoldWhatPeopleOrModelsWrote() throws InterruptedException {
        for (ResponseDefinitionBuilder answer :
                List.of(
                        completion("SENTINEL of a model"),
                        error(400, "SENTINEL of a provider"),
                        error(500, "SENTINEL of a provider"),
                        aResponse().withBody("SENTINEL"))) {
            play(answer);
            Map<String, String> fields = fields(MODEL);
            fields.replaceAll((name, text) -> name.equals("code") ? text + "SENTINEL" : text);
            var _ = assess(fields);
            assertThat(nextTrace().toString()).doesNotContain("SENTINEL");
            var _ = chat();
            assertThat(nextTrace().toString()).doesNotContain("SENTINEL");
        }
    }

    private List<Span> nextTrace() throws InterruptedException {
        return COLLECTOR.nextTrace(() -> tracing.forceFlush().join(10, TimeUnit.SECONDS));
    }

    private static void play(ResponseDefinitionBuilder answer) {
        PROVIDER.stubFor(post(anyUrl()).willReturn(answer));
    }

    private Answer chat() {
        return send(
                request("/v1/chat/completions")
                        .header("Content-Type", "application/json")
                        .POST(
                                BodyPublishers.ofString(
                                        new JsonMapper()
                                                .writeValueAsString(
                                                        Map.of(
                                                                "model",
                                                                MODEL,
                                                                "messages",
                                                                List.of(
                                                                        Map.of(
                                                                                "role",
                                                                                "user",
                                                                                "content",
                                                                                "SENTINEL")))))));
    }

    private static ResponseDefinitionBuilder converse() {
        return json(
                Map.of(
                        "output",
                        Map.of(
                                "message",
                                Map.of(
                                        "role",
                                        "assistant",
                                        "content",
                                        List.of(
                                                Map.of(
                                                        "text",
                                                        table(
                                                                "Sprites",
                                                                "No",
                                                                "Variables",
                                                                "No"))))),
                        "stopReason",
                        "end_turn",
                        "usage",
                        Map.of(
                                "inputTokens", 100,
                                "cacheReadInputTokens", 10,
                                "cacheWriteInputTokens", 5,
                                "outputTokens", 20)));
    }
}
