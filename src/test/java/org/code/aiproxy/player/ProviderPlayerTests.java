package org.code.aiproxy.player;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.code.aiproxy.player.wire.ProviderServer;
import org.code.aiproxy.player.wire.ProviderServer.Connections;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What callers get over HTTP; that clients of both providers understand it, others test. */
@Timeout(30)
class ProviderPlayerTests {

    private static final JsonMapper MAPPER = new JsonMapper();

    private static final String COMPLETIONS = "/v1/chat/completions";

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<ProviderServer> servers = new ArrayList<>();

    @AfterEach
    void closeServers() throws IOException {
        for (ProviderServer server : servers) {
            server.close();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/v1/chat/completions | {\"model\":\"gpt\",\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]} | /choices/0/message/content",
                "/v1/responses | {\"model\":\"gpt\",\"input\":\"Hi\"} | /output/0/content/0/text",
                "/model/claude/converse | {\"messages\":[{\"role\":\"user\",\"content\":[{\"text\":\"Hi\"}]}]} | /output/message/content/0/text"
            })
    void answersOnEachRoute(String route, String request, String text) {
        HttpResponse<String> answer = post(new ProviderPlayer(), route, request);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(MAPPER.readTree(answer.body()).at(text).asString())
                .isEqualTo("This answer is played: no model was asked.");
    }

    @Test
    void listsAModel() throws Exception {
        HttpRequest list = HttpRequest.newBuilder(url(new ProviderPlayer(), "/v1/models")).build();
        JsonNode models = MAPPER.readTree(http.send(list, BodyHandlers.ofString()).body());
        assertThat(models.at("/data/0/id").asString()).isEqualTo("gpt-play");
    }

    @Test
    void saysThatARouteIsNotPlayed() {
        assertThat(post(new ProviderPlayer(), "/v1/embeddings", "{}").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "{", "\"text"})
    void refusesWhatIsNotJson(String body) {
        assertThat(post(new ProviderPlayer(), COMPLETIONS, body).statusCode()).isEqualTo(400);
    }

    @Test
    void answersWithAsManyChoicesAsAreWanted() {
        JsonNode answer = chat(new ProviderPlayer(), ",\"n\":3");
        assertThat(answer.path("choices").valueStream().map(it -> it.path("index").asInt()))
                .containsExactly(0, 1, 2);
    }

    @Test
    void givesAValueThatFitsASchema() {
        JsonNode answer =
                chat(
                        new ProviderPlayer(),
                        """
                        ,"response_format":{"type":"json_schema","json_schema":{"schema":{"type":"object","properties":{
                          "text":{"type":"string"},"one":{"enum":["a","b"]},"list":{"type":"array","items":{"type":"integer"}},
                          "either":{"anyOf":[{"type":"boolean"},{"type":"null"}]},"maybe":{"type":["number","null"]}}}}}\
                        """);
        assertThat(answer.at("/choices/0/message/content").asString())
                .isEqualTo(
                        """
                        {"text":"played","one":"a","list":[1],"either":true,"maybe":1}\
                        """);
    }

    @Test
    void callsAToolUntilItHasTheResult() {
        String tools =
                """
                ,"tools":[{"type":"function","function":{"name":"a"}},
                  {"type":"function","function":{"name":"b","parameters":{"type":"object","properties":{"city":{"type":"string"}}}}}]\
                """;
        String forced = ",\"tool_choice\":{\"type\":\"function\",\"function\":{\"name\":\"b\"}}";
        ProviderPlayer player = new ProviderPlayer();
        String function = "/choices/0/message/tool_calls/0/function";

        assertThat(chat(player, tools).at(function + "/name").asString()).isEqualTo("a");
        assertThat(chat(player, tools + forced).at(function).toString())
                .isEqualTo(
                        """
                        {"name":"b","arguments":"{\\"city\\":\\"played\\"}"}\
                        """);
        assertThat(chat(player, tools + ",\"tool_choice\":\"none\"").at(function).isMissingNode())
                .isTrue();
        HttpResponse<String> last =
                post(
                        player,
                        COMPLETIONS,
                        "{\"messages\":[{\"role\":\"tool\",\"content\":\"Ulm\"}]%s}"
                                .formatted(tools));
        assertThat(last.body()).contains("\"finish_reason\":\"stop\"");
    }

    @Test
    void refusesWhatTodaysModelsRefuse() {
        ProviderPlayer strict = new ProviderPlayer().ruledBy(_ -> Rule.today());

        assertThat(chat(strict, ",\"temperature\":0.2").at("/error").toString())
                .isEqualTo(
                        """
                        {"message":"Unsupported value: 'temperature' does not support 0.2 with this model. Only the default (1) value is supported.",\
                        "type":"invalid_request_error","param":"temperature","code":"unsupported_value"}\
                        """);
        assertThat(chat(strict, ",\"max_tokens\":5").at("/error/param").asString())
                .isEqualTo("max_tokens");
        assertThat(chat(strict, ",\"temperature\":1,\"n\":1").has("choices")).isTrue();
        HttpResponse<String> bedrock =
                post(strict, "/model/m/converse", "{\"inferenceConfig\":{\"temperature\":0.2}}");
        assertThat(bedrock.statusCode()).isEqualTo(400);
        assertThat(bedrock.headers().firstValue("x-amzn-ErrorType"))
                .hasValue("ValidationException");
    }

    @Test
    void countsWhatWasCached() {
        ProviderPlayer player = new ProviderPlayer().countedBy(new PlayedCaches());
        String words = "word ".repeat(3_000);
        String request =
                "{\"model\":\"gpt-4.1-mini\",\"messages\":[{\"role\":\"user\",\"content\":\"%s\"}]}"
                        .formatted(words);
        String cached = "/usage/prompt_tokens_details/cached_tokens";

        assertThat(json(post(player, COMPLETIONS, request)).at(cached).asInt()).isZero();
        assertThat(json(post(player, COMPLETIONS, request)).at(cached).asInt())
                .isGreaterThan(2_000);
        String other = request.replace("gpt-4.1-mini", "gpt-5-mini");
        assertThat(json(post(player, COMPLETIONS, other)).at(cached).asInt()).isZero();
    }

    @Test
    void refusesMoreCachePointsThanBedrock() {
        ProviderPlayer player = new ProviderPlayer().countedBy(new PlayedCaches());
        String point = ",{\"cachePoint\":{\"type\":\"default\"}}";
        String system = "{\"system\":[{\"text\":\"a\"}%s],\"messages\":[]}";

        assertThat(
                        post(player, "/model/m/converse", system.formatted(point.repeat(4)))
                                .statusCode())
                .isEqualTo(200);
        HttpResponse<String> refused =
                post(player, "/model/m/converse", system.formatted(point.repeat(5)));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("may have 4 cache points, not 5");
    }

    @Test
    void takesItsTimeForAStreamFromPieceToPiece() {
        Latency some = new Latency(Duration.ofMillis(20), Duration.ofMillis(40));
        HttpResponse<String> answer =
                post(
                        new ProviderPlayer().taking(some),
                        COMPLETIONS,
                        "{\"stream\":true,\"messages\":[]}");
        assertThat(answer.body().lines().filter(line -> line.contains("delta"))).hasSize(10);
        assertThat(answer.body()).endsWith("data: [DONE]\n\n");
        assertThat(some.at(0)).isEqualTo(some.least());
        assertThat(some.at(1)).isEqualTo(some.most());
    }

    @Test
    void tellsItsAudienceWhatBecameOfEachCall() {
        List<String> seen = new ArrayList<>();
        ProviderPlayer player =
                new ProviderPlayer()
                        .failing(new FaultPlan(List.of(), 1))
                        .watchedBy((question, what) -> seen.add(question.model() + ": " + what));

        var _ = post(player, COMPLETIONS, "{\"model\":\"a\"}");
        var _ = post(player, COMPLETIONS, "{\"model\":\"gpt-play-500\"}");
        assertThat(post(player, COMPLETIONS, "{\"model\":\"gpt-play-nap\"}").statusCode())
                .isEqualTo(404);

        assertThat(seen).containsExactly("a: answered", "gpt-play-500: 500");
    }

    private JsonNode chat(ProviderPlayer player, String fields) {
        return json(
                post(
                        player,
                        COMPLETIONS,
                        "{\"model\":\"gpt\",\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]%s}"
                                .formatted(fields)));
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return MAPPER.readTree(answer.body());
    }

    private HttpResponse<String> post(ProviderPlayer player, String route, String body) {
        try {
            return http.send(
                    HttpRequest.newBuilder(url(player, route))
                            .POST(BodyPublishers.ofString(body))
                            .build(),
                    BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private URI url(ProviderPlayer player, String route) throws IOException {
        ProviderServer server = new ProviderServer(0, Connections.KEPT, player);
        servers.add(server);
        return server.url().resolve(route);
    }
}
