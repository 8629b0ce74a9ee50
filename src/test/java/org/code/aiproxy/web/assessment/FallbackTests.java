package org.code.aiproxy.web.assessment;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import org.code.aiproxy.OpenAiAnswers;
import org.code.aiproxy.RunningService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FallbackTests extends RunningService {

    private static final String GOOD = table("Sprites", "Limited", "Variables", "Limited");

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 503})
    void asksTheNextModelWhileOneCannotAnswer(int status) {
        answers("gpt-4o", OpenAiAnswers.error(status, "no"));
        answers("gpt-4.1-mini", OpenAiAnswers.completion(GOOD));
        Answer answer = assess(fields("gpt-4o, gpt-4.1-mini"));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().at("/metadata/model").stringValue()).isEqualTo("gpt-4.1-mini");
        assertThat(answer.json().at("/metadata/request/model").stringValue())
                .isEqualTo("gpt-4o,gpt-4.1-mini");
    }

    @Test
    void leavesTimeForTheNextModelWhenOneTakesTooLong() {
        answers("gpt-4o", OpenAiAnswers.completion(GOOD).withFixedDelay(20_000));
        answers("gpt-4.1-mini", OpenAiAnswers.completion(GOOD));
        Answer answer = assess(fields("gpt-4o,gpt-4.1-mini"));
        assertThat(answer.json().at("/metadata/model").stringValue()).isEqualTo("gpt-4.1-mini");
    }

    @Test
    void goesOnToAnotherProvider() {
        answers("gpt-4o", OpenAiAnswers.error(503, "no"));
        Answer answer = assess(fields("gpt-4o,offline.baseline"));
        assertThat(answer.json().at("/metadata/agent").stringValue()).contains("offline");
        assertThat(answer.json().at("/metadata/model").stringValue()).isEqualTo("offline.baseline");
    }

    @Test
    void asksNobodyElseWhereTheRequestIsAtFault() {
        answers("gpt-4o", OpenAiAnswers.error(400, "bad temperature"));
        assertThat(assess(fields("gpt-4o,gpt-4.1-mini")).status()).isEqualTo(502);
        PROVIDER.verify(
                0,
                postRequestedFor(urlPathEqualTo("/v1/chat/completions"))
                        .withRequestBody(matchingJsonPath("$.model", equalTo("gpt-4.1-mini"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gpt-4o,nonsense",
                ",",
                "gpt-1,gpt-2,gpt-3,gpt-4,gpt-5,gpt-6",
                "gpt-4o\noutcome=ok",
                "gpt-4o outcome=ok",
                "gpt-4o\u2028request_id=1",
                "gpt-4o\u00a0outcome=ok",
                "gpt-4o\u001b[31m"
            })
    void refusesAListWithAMistakeBeforeAnybodyIsAsked(String models) {
        assertThat(assess(fields(models)).status()).isEqualTo(400);
        assertThat(PROVIDER.getAllServeEvents()).isEmpty();
    }

    @Test
    void refusesAnEndlessName() {
        assertThat(assess(fields("gpt-" + "4".repeat(300))).status()).isEqualTo(400);
        assertThat(PROVIDER.getAllServeEvents()).isEmpty();
    }

    private static void answers(String model, ResponseDefinitionBuilder answer) {
        PROVIDER.stubFor(
                post(urlPathEqualTo("/v1/chat/completions"))
                        .withRequestBody(matchingJsonPath("$.model", equalTo(model)))
                        .willReturn(answer));
    }
}
