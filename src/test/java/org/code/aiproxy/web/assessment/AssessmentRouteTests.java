package org.code.aiproxy.web.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.code.aiproxy.RunningService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** What goes into the route and what is said of it, whatever model answers. */
class AssessmentRouteTests extends RunningService {

    private static final String MODEL = "offline.baseline";

    @Test
    void takesAForm() {
        assertThat(labels(assess(fields(MODEL))))
                .containsExactly("Sprites: Limited Evidence", "Variables: Convincing Evidence");
    }

    @Test
    void takesAMultipartFormWithAFileForTheProgram() {
        Map<String, String> fields = fields(MODEL);
        StringBuilder body = new StringBuilder();
        fields.forEach((name, value) ->
                part(body, name, name.equals("code") ? "\"; filename=\"p.js" : "", value));
        assertThat(labels(postParts(body))).contains("Sprites: Limited Evidence");
    }

    @Test
    void takesTheLastOfRepeatedFiles() {
        StringBuilder body = new StringBuilder();
        Map<String, String> fields = fields(MODEL);
        part(body, "code", "\"; filename=\"a.js", " ");
        fields.forEach((name, value) ->
                part(body, name, name.equals("code") ? "\"; filename=\"b.js" : "", value));
        assertThat(labels(postParts(body))).contains("Sprites: Limited Evidence");
    }

    private Answer postParts(StringBuilder parts) {
        return send(
                request("/assessment")
                        .header("Content-Type", "multipart/form-data; boundary=xyz")
                        .POST(BodyPublishers.ofString(parts + "--xyz--\r\n")));
    }

    private static void part(StringBuilder body, String name, String file, String value) {
        body.append("--xyz\r\nContent-Disposition: form-data; name=\"")
                .append(name)
                .append(file)
                .append("\"\r\n\r\n")
                .append(value)
                .append("\r\n");
    }

    @Test
    void takesAJsonObjectWithTypedFields() {
        Map<String, Object> fields = new LinkedHashMap<>(fields(MODEL));
        fields.put("num-responses", 2);
        fields.put("temperature", 0);
        fields.put("remove-comments", true);
        fields.put("code-feature-extractor", List.of());
        fields.put("examples", List.of());
        fields.put("lesson", null);
        Answer answer = post("application/json", new JsonMapper().writeValueAsString(fields));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().at("/metadata/request/n").intValue()).isEqualTo(2);
        assertThat(answer.json().at("/metadata/request/temperature").doubleValue()).isZero();
    }

    @Test
    void takesFieldsFromTheQueryToo() {
        Answer answer =
                send(request("/assessment?" + form(fields(MODEL))).POST(BodyPublishers.noBody()));
        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void takesWhatTheBackendSendsBesideTheFieldsItKnows() {
        Map<String, String> fields = fields(MODEL);
        fields.put("num-passing-grades", "2");
        Answer answer =
                post(
                        "application/x-www-form-urlencoded",
                        form(fields) + "&list=A&list=B&num-responses=2&temperature=0.3");
        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void takesABlankProgramAndExamples() {
        Map<String, String> fields = fields(MODEL);
        fields.put("code", "");
        fields.put(
                "examples",
                new JsonMapper()
                        .writeValueAsString(
                                List.of(List.of("x", table("Sprites", "No", "Variables", "No")))));
        assertThat(assess(fields).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"code", "prompt", "rubric"})
    void namesAFieldThatIsMissing(String field) {
        Map<String, String> fields = fields(MODEL);
        fields.remove(field);
        Answer answer = assess(fields);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.detail()).startsWith("`" + field + "` is required");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "num-responses | 0 | must be a whole number from 1 to 10.",
                "num-responses | 11 | must be a whole number from 1 to 10.",
                "num-responses | 1.5 | must be a whole number from 1 to 10.",
                "num-responses | 99999999999 | must be a whole number from 1 to 10.",
                "temperature | 2.1 | must be a number from 0 to 2.",
                "temperature | -0.1 | must be a number from 0 to 2.",
                "temperature | NaN | must be a number from 0 to 2.",
                "temperature | 1d | must be a number from 0 to 2.",
                "remove-comments | maybe | must be 1 or 0",
                "response-type | xml | must be tsv or json.",
                "rubric | a,b | has no `Key Concept` column",
                "examples | x | must be a JSON array of pairs",
                "examples | {} | must be a JSON array of pairs",
                "examples | [\"x\"] | must be a JSON array of pairs",
                "examples | [[\"x\"]] | must be a JSON array of pairs",
                "examples | [[\"x\", 1]] | must be a JSON array of pairs",
                "examples | [[\"x\", \"y\"]] | must respond as the model should: response 1",
                "model | nonsense-7b | is an unknown model; known names: gpt-*",
            })
    void saysWhatIsWrongWithAField(String field, String value, String problem) {
        Map<String, String> fields = fields(MODEL);
        fields.put(field, value);
        Answer answer = assess(fields);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.detail()).startsWith("`" + field + "` " + problem);
    }

    @Test
    void listsAllPrefixesForAModelThatItDoesNotKnow() {
        assertThat(assess(fields("x")).detail())
                .contains(
                        "gpt-*, o*, chatgpt-*, decisions.gpt-*, bedrock.*, ollama/*, offline.baseline");
    }

    @Test
    void refusesAnExampleThatIsNotAboutTheRubric() {
        Map<String, String> fields = fields(MODEL);
        fields.put(
                "examples",
                new JsonMapper()
                        .writeValueAsString(
                                List.of(List.of("x", table("Sprites", "No", "Other", "No")))));
        assertThat(assess(fields).detail()).contains("exactly the rubric's key concepts");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json | {\"code\": | `body` is not valid JSON.",
                "application/json | [] | `body` must be a JSON object of fields.",
            })
    void saysWhatIsWrongWithTheBody(String type, String body, String detail) {
        Answer answer = post(type, body);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.detail()).isEqualTo(detail);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/xml", "nonsense"})
    void takesNoOtherMediaType(String type) {
        Answer answer = post(type, "x");
        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "text/html;q=0.9", "no type; at all"})
    void answersInItsOwnFormWhateverIsAccepted(String accepted) {
        Answer assessed =
                send(
                        request("/assessment?" + form(fields("offline.baseline")))
                                .header("Accept", accepted)
                                .POST(BodyPublishers.noBody()));
        assertThat(assessed.json().get("data")).hasSize(2);

        Answer refused =
                send(
                        request("/assessment?code=x")
                                .header("Accept", accepted)
                                .POST(BodyPublishers.noBody()));
        assertThat(refused.detail()).isEqualTo("`prompt` is required.");
    }

    @Test
    void saysWhichMethodsARouteHas() {
        Answer answer = get("/assessment");
        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("Allow")).isEqualTo("POST");
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }

    @Test
    void saysThatThereIsNoSuchRoute() {
        Answer answer = get("/nowhere");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/x-www-form-urlencoded",
                "application/json",
                "multipart/form-data; boundary=x"
            })
    void refusesABodyOverTheLimit(String type) {
        String value = "x".repeat(210 * 1024);
        String body =
                switch (type) {
                    case "application/json" -> "{\"code\": \"" + value + "\"}";
                    case "application/x-www-form-urlencoded" -> "code=" + value;
                    default ->
                            "--x\r\nContent-Disposition: form-data; name=\"code\"\r\n\r\n"
                                    + value
                                    + "\r\n--x--\r\n";
                };
        assertThat(post(type, body).status()).isEqualTo(413);
        Answer chunked =
                send(
                        request("/assessment")
                                .header("Content-Type", type)
                                .POST(BodyPublishers.fromPublisher(BodyPublishers.ofString(body))));
        assertThat(chunked.status()).isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/test/assessment", "/test/assessment/examples"})
    void assessesTheSampleLesson(String route) {
        Answer answer = get(route + "?model=offline.baseline&num-responses=2&temperature=0.5");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(labels(answer))
                .containsExactly(
                        "Sprites: Convincing Evidence",
                        "Position and Movement: Extensive Evidence",
                        "Conditionals: Extensive Evidence",
                        "Variables: Extensive Evidence");
        assertThat(answer.json().at("/metadata/request/n").intValue()).isEqualTo(2);
        assertThat(answer.json().at("/metadata/request/messages").size())
                .isEqualTo(route.endsWith("examples") ? 4 : 2);
    }

    @Test
    void assessesABlankSample() {
        Answer answer = send(request("/test/assessment/blank").POST(BodyPublishers.noBody()));
        assertThat(answer.json().at("/metadata/agent").stringValue()).isEqualTo("static");
        assertThat(labels(answer)).allMatch(label -> label.endsWith("No Evidence")).hasSize(4);
    }

    private Answer post(String type, String body) {
        return send(
                request("/assessment")
                        .header("Content-Type", type)
                        .POST(BodyPublishers.ofString(body)));
    }
}
