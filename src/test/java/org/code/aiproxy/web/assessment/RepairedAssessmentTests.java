package org.code.aiproxy.web.assessment;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.code.aiproxy.OpenAiAnswers.completion;
import static org.code.aiproxy.OpenAiAnswers.error;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import org.code.aiproxy.RunningService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Answers that are repaired, asked for again, or asked for only as far as they matter. */
class RepairedAssessmentTests extends RunningService {

    private static final String MODEL = "gpt-4.1-mini";

    @Autowired private MeterRegistry meters;

    @Test
    void repairsWhatIsCertain() {
        answers(completion(table("1. sprites", "extensive", "Variables", "No")));

        Answer answer = assess(fields(MODEL));

        assertThat(labels(answer))
                .containsExactly("Sprites: Extensive Evidence", "Variables: No Evidence");
        assertThat(responses(answer))
                .isEqualTo(
                        "{\"requested\":1,\"used\":1,\"invalid\":0,\"repaired\":1,\"reasked\":0,\"drafts\":0,\"ambiguous\":0}");
        calls(1);
    }

    @Test
    void asksAgainOnceForWhatIsMissingAlone() {
        answers(
                completion(table("Sprites", "Limited", "Variables", "Some")),
                completion(row("Variables", "Convincing Evidence")));

        Answer answer = assess(fields(MODEL));

        assertThat(labels(answer))
                .containsExactly("Sprites: Limited Evidence", "Variables: Convincing Evidence");
        assertThat(responses(answer))
                .isEqualTo(
                        "{\"requested\":1,\"used\":1,\"invalid\":1,\"repaired\":0,\"reasked\":1,\"drafts\":0,\"ambiguous\":0}");
        assertThat(answer.json().at("/metadata/usage/total_tokens").intValue()).isEqualTo(240);
        calls(2);
        PROVIDER.verify(
                1,
                postRequestedFor(anyUrl())
                        .withRequestBody(
                                matchingJsonPath("$.messages[2].role", equalTo("assistant")))
                        .withRequestBody(
                                matchingJsonPath(
                                        "$.messages[3].content",
                                        containing(
                                                "the label for `Variables` is not one of the four: \"Some Evidence\". Answer"
                                                        + " again in the same format, with one row for each of"
                                                        + " these key concepts and no others: Variables."))));
    }

    @Test
    void asksAgainForEverythingWhereNothingCanBeRead() {
        answers(
                completion("I can't grade this."),
                completion(table("Sprites", "No", "Variables", "No")));
        assertThat(labels(assess(fields(MODEL)))).hasSize(2);
    }

    @Test
    void givesUpAfterAskingAgain() {
        answers(completion("I can't grade this."), completion("No."), completion("Never."));
        Answer answer = assess(fields(MODEL));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.detail()).contains("InvalidResponseError");
        calls(2);
    }

    @Test
    void passesOnWhatHappensToTheSecondQuestion() {
        answers(
                completion("I can't grade this."),
                error(429, "slow down").withHeader("Retry-After", "7"));
        double before = notReadable();
        Answer answer = assess(fields(MODEL));
        assertThat(answer.status()).isEqualTo(429);
        assertThat(notReadable()).isEqualTo(before + 1);
        assertThat(answer.header("Retry-After")).isEqualTo("7");
    }

    @Test
    void countsWhatWasPaidForAModelWhoseSecondQuestionFails() {
        answers(
                completion("I can't grade this."),
                error(503, "no"),
                error(503, "no"),
                error(503, "no"),
                completion(table("Sprites", "No", "Variables", "No")));
        Answer answer = assess(fields("gpt-4o,gpt-4.1-mini"));
        assertThat(answer.json().at("/metadata/model").stringValue()).isEqualTo("gpt-4.1-mini");
        assertThat(answer.json().at("/metadata/usage/total_tokens").intValue()).isEqualTo(240);
    }

    @Test
    void asksNobodyAgainAsLongAsEachKeyConceptHasAVote() {
        answers(completion("Never.", table("Sprites", "No", "Variables", "No")));
        Map<String, String> fields = fields(MODEL);
        fields.put("num-responses", "2");
        assertThat(labels(assess(fields))).hasSize(2);
        calls(1);
    }

    @Test
    void combinesRowsOfResponsesNoneOfWhichIsWhole() {
        answers(completion(row("Sprites", "No Evidence"), row("Variables", "Limited Evidence")));
        Map<String, String> fields = fields(MODEL);
        fields.put("num-responses", "2");
        assertThat(labels(assess(fields)))
                .containsExactly("Sprites: No Evidence", "Variables: Limited Evidence");
        calls(1);
    }

    @Test
    void paysForNoVoteThatCanChangeNothing() {
        String agreed = table("Sprites", "No", "Variables", "No");
        answers(completion(agreed, agreed));
        Map<String, String> fields = adaptive();

        Answer answer = assess(fields);

        assertThat(answer.json().at("/metadata/responses/requested").intValue()).isEqualTo(3);
        assertThat(answer.json().at("/metadata/responses/used").intValue()).isEqualTo(2);
        PROVIDER.verify(
                1,
                postRequestedFor(anyUrl()).withRequestBody(matchingJsonPath("$.n", equalTo("2"))));
    }

    @Test
    void asksForTheVoteThatDecides() {
        answers(
                completion(
                        table("Sprites", "Limited", "Variables", "No"),
                        table("Sprites", "Extensive", "Variables", "No")),
                completion(table("Sprites", "Extensive", "Variables", "No")));

        assertThat(labels(assess(adaptive()))).contains("Sprites: Extensive Evidence");
        calls(2);
    }

    @Test
    void makesDoWithTheFirstVotesWhereTheProviderFailsAfterwards() {
        answers(
                completion(
                        table("Sprites", "Limited", "Variables", "No"),
                        table("Sprites", "Extensive", "Variables", "No")),
                error(500, "out of order"));
        assertThat(labels(assess(adaptive()))).contains("Sprites: Limited Evidence");
    }

    private static Map<String, String> adaptive() {
        Map<String, String> fields = fields(MODEL);
        fields.put("num-responses", "3");
        fields.put("adaptive-votes", "1");
        return fields;
    }

    private static String responses(Answer answer) {
        return answer.json().at("/metadata/responses").toString();
    }

    private static String row(String name, String label) {
        return "Key Concept\tObservations\tEvidence\tLabel\tReason\n"
                + "%s\tseen\tLine 1: `a`\t%s\tbecause\n".formatted(name, label);
    }

    /** One answer after the other. */
    private static void answers(ResponseDefinitionBuilder... answers) {
        List<ResponseDefinitionBuilder> all = List.of(answers);
        for (int i = 0; i < all.size(); i++) {
            PROVIDER.stubFor(
                    post(anyUrl())
                            .inScenario("answers")
                            .whenScenarioStateIs(i == 0 ? Scenario.STARTED : "answer " + i)
                            .willReturn(all.get(i))
                            .willSetStateTo("answer " + (i + 1)));
        }
    }

    private static void calls(int expected) {
        PROVIDER.verify(expected, postRequestedFor(anyUrl()));
    }

    private double notReadable() {
        return meters.find("aiproxy.invalid.responses").counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }
}
