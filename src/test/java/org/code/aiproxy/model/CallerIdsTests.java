package org.code.aiproxy.model;

import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.code.aiproxy.OpenAiAnswers.completion;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.code.aiproxy.AssessmentForm;
import org.code.aiproxy.RunningService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What providers are told of the request that a call is made for; no traces are made here. */
class CallerIdsTests extends RunningService {

    private static final String PARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    private static final String CLAUDE = "bedrock.us.anthropic.claude-sonnet-4-5-20250929-v1:0";

    @BeforeEach
    void answer() {
        PROVIDER.stubFor(
                post(anyUrl())
                        .willReturn(completion(table("Sprites", "No", "Variables", "Limited"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gpt-4.1-mini", "ollama/gemma3", CLAUDE})
    void goAlongWithAssessments(String model) {
        var _ =
                send(
                        marked("/assessment")
                                .header("Content-Type", AssessmentForm.CONTENT_TYPE)
                                .POST(BodyPublishers.ofString(form(fields(model)))));
        assertThat(calls()).isNotEmpty().allSatisfy(CallerIdsTests::isMarked);
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/chat/completions, gpt-4.1-mini, false",
        "/v1/chat/completions, ollama/gemma3, true",
        "/v1/chat/completions, " + CLAUDE + ", false",
        "/v1/chat/completions, " + CLAUDE + ", true",
    })
    void goAlongWithChats(String route, String model, boolean stream) {
        var _ =
                send(
                        marked(route)
                                .header("Content-Type", "application/json")
                                .POST(
                                        BodyPublishers.ofString(
                                                "{\"model\": \"%s\", \"stream\": %s, \"messages\": [{\"role\": \"user\", \"content\": \"Hi\"}]}"
                                                        .formatted(model, stream))));
        assertThat(calls()).isNotEmpty().allSatisfy(CallerIdsTests::isMarked);
    }

    @Test
    void areMadeHereWhereTheCallersAreNotWellFormed() {
        Answer answer =
                send(
                        request("/assessment")
                                .header("X-Request-Id", "two words")
                                .header("traceparent", PARENT.replace("0af7", "0AF7"))
                                .header("Content-Type", AssessmentForm.CONTENT_TYPE)
                                .POST(BodyPublishers.ofString(form(fields("gpt-4.1-mini")))));
        assertThat(calls())
                .isNotEmpty()
                .allSatisfy(call -> {
                    assertThat(call.getHeader("X-Request-Id"))
                            .isEqualTo(answer.header("X-Request-Id"))
                            .isNotEqualTo("two words");
                    assertThat(call.containsHeader("traceparent")).isFalse();
                });
    }

    private HttpRequest.Builder marked(String route) {
        return request(route).header("X-Request-Id", "job-17").header("traceparent", PARENT);
    }

    private static void isMarked(LoggedRequest call) {
        assertThat(call.getHeader("X-Request-Id")).isEqualTo("job-17");
        assertThat(call.getHeader("traceparent")).isEqualTo(PARENT);
    }

    private static List<LoggedRequest> calls() {
        return PROVIDER.findAll(anyRequestedFor(anyUrl())).stream()
                .filter(call -> call.getMethod().getName().equals("POST"))
                .toList();
    }
}
