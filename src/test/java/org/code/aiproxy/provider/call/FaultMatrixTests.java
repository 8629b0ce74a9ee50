package org.code.aiproxy.provider.call;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.code.aiproxy.AiProxyApplication;
import org.code.aiproxy.ScriptedProvider;
import org.code.aiproxy.player.PlayedFault;
import org.code.aiproxy.player.ProviderPlayer;
import org.code.aiproxy.player.model.PlayedQuestion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/**
 * What becomes of every fault of a provider on every route: the status, whether the answer comes at
 * once or when the time budget ends, and how often the provider is asked. The result is the table
 * in {@code TESTING.md}, so that a change of behaviour is a change of that file.
 */
@Timeout(120)
class FaultMatrixTests {

    private static final JsonMapper MAPPER = new JsonMapper();

    private static final Path DOCUMENT = Path.of("TESTING.md");

    private static final Duration BUDGET = Duration.ofSeconds(12);

    /** However slow this machine is, what waits for the budget's end takes longer. */
    private static final Duration AT_ONCE = BUDGET.minusMillis(500);

    /** Few, so that what is at once is so on a busy machine too. */
    private static final int AT_A_TIME = 6;

    /** A port that never has a listener, as one that was free a moment ago may. */
    private static final URI CLOSED_PORT = URI.create("http://localhost:1");

    private static final String RUBRIC =
            "Key Concept,Extensive Evidence,Convincing Evidence,Limited Evidence,No Evidence\n"
                    + "Sprites,a,b,c,d";

    /** What goes wrong; with the first two, no provider can be asked. */
    private enum Fault {
        CONNECTION_REFUSED("connection refused", Optional.empty()),
        TLS("TLS handshake fails", Optional.empty()),
        RESET("connection reset in the body", PlayedFault.RESET),
        HANG("no answer", PlayedFault.HANG),
        DRIP("a byte now and then", PlayedFault.DRIP),
        LIMIT_WITH_WAIT("429 with Retry-After: 60", PlayedFault.LIMIT_WITH_WAIT),
        LIMIT("429", PlayedFault.LIMIT),
        FAILURE("500", PlayedFault.FAILURE),
        UNAVAILABLE("503", PlayedFault.UNAVAILABLE),
        GARBAGE("200 with garbage", PlayedFault.GARBAGE),
        TRUNCATED("200, cut off", PlayedFault.CUT),
        CONTENT_TYPE("200 with another content type", PlayedFault.HTML);

        private final String words;
        private final Optional<PlayedFault> played;

        Fault(String words, PlayedFault played) {
            this(words, Optional.of(played));
        }

        Fault(String words, Optional<PlayedFault> played) {
            this.words = words;
            this.played = played;
        }

        /** Whether it lasts until a caller's time is over. */
        boolean isAWait() {
            return this == HANG || this == DRIP;
        }

        /** What asks for it in a request. */
        String mark() {
            return "<%s>".formatted(name());
        }

        static Optional<PlayedFault> of(PlayedQuestion question) {
            return Stream.of(values())
                    .filter(fault -> question.text().contains(fault.mark()))
                    .findFirst()
                    .flatMap(fault -> fault.played);
        }
    }

    private enum Provider {
        OPENAI("OpenAI", "gpt-4o"),
        BEDROCK("Bedrock", "bedrock.us.anthropic.claude-sonnet-4-5-v1:0");

        private final String name;
        private final String model;

        Provider(String name, String model) {
            this.name = name;
            this.model = model;
        }
    }

    private enum Route {
        ASSESSMENT("/assessment"),
        CHAT("/v1/chat/completions"),
        STREAM("/v1/chat/completions");

        private final String path;

        Route(String path) {
            this.path = path;
        }
    }

    /** Services whose providers play, aren't there, and speak no TLS. */
    private record Services(
            ConfigurableApplicationContext working,
            ConfigurableApplicationContext refused,
            ConfigurableApplicationContext tls) {

        String urlFor(Fault fault) {
            ConfigurableApplicationContext service =
                    switch (fault) {
                        case CONNECTION_REFUSED -> refused;
                        case TLS -> tls;
                        default -> working;
                    };
            return "http://localhost:"
                    + service.getEnvironment().getRequiredProperty("local.server.port");
        }
    }

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void isAsItIsDocumented() throws Exception {
        try (ScriptedProvider openAi = new ScriptedProvider();
                ScriptedProvider bedrock = new ScriptedProvider();
                ConfigurableApplicationContext working = service(openAi.url(), bedrock.url());
                ConfigurableApplicationContext refused = service(CLOSED_PORT, CLOSED_PORT);
                ConfigurableApplicationContext tls =
                        service(secure(openAi.url()), secure(bedrock.url()))) {
            openAi.plays(new ProviderPlayer().failing(Fault::of));
            bedrock.plays(new ProviderPlayer().failing(Fault::of));
            warm(List.of(working, refused, tls));
            String table = table(new Services(working, refused, tls), List.of(openAi, bedrock));
            assertThat(table).isEqualTo(documented());
        }
    }

    /** A process's first calls load classes, which can take as long as the budget. */
    private void warm(List<ConfigurableApplicationContext> services)
            throws IOException, InterruptedException {
        for (ConfigurableApplicationContext service : services) {
            String port = service.getEnvironment().getRequiredProperty("local.server.port");
            for (Provider provider : Provider.values()) {
                for (Route route : Route.values()) {
                    var _ =
                            http.send(
                                    request(
                                            "http://localhost:" + port,
                                            route,
                                            provider.model,
                                            "warm-up"),
                                    BodyHandlers.ofString(UTF_8));
                }
            }
        }
    }

    private static String documented() throws IOException {
        String document = Files.readString(DOCUMENT);
        int start = document.indexOf("| fault |");
        return document.substring(start, document.indexOf("\n\n", start) + 1);
    }

    private String table(Services services, List<ScriptedProvider> players) throws Exception {
        Map<String, List<Future<String>>> rows = new LinkedHashMap<>();
        try (var patient = Executors.newVirtualThreadPerTaskExecutor();
                var quick = Executors.newFixedThreadPool(AT_A_TIME)) {
            for (Fault fault : Fault.values()) {
                for (Provider provider : Provider.values()) {
                    List<Future<String>> cells = new ArrayList<>();
                    for (Route route : Route.values()) {
                        cells.add(
                                (fault.isAWait() ? patient : quick)
                                        .submit(() ->
                                                outcome(
                                                        services.urlFor(fault),
                                                        route,
                                                        provider,
                                                        fault,
                                                        players)));
                    }
                    rows.put(fault.words + " | " + provider.name, cells);
                }
            }
        }
        StringBuilder table =
                new StringBuilder(
                        """
                        | fault | provider | assessment | chat | stream |
                        |---|---|---|---|---|
                        """);
        for (Map.Entry<String, List<Future<String>>> row : rows.entrySet()) {
            table.append("| ").append(row.getKey());
            for (Future<String> cell : row.getValue()) {
                table.append(" | ").append(cell.get());
            }
            table.append(" |\n");
        }
        return table.toString();
    }

    private String outcome(
            String url, Route route, Provider provider, Fault fault, List<ScriptedProvider> players)
            throws IOException, InterruptedException {
        String mark = "%s %s %s".formatted(fault.mark(), route, provider);
        long start = System.nanoTime();
        HttpResponse<String> answer =
                http.send(request(url, route, provider.model, mark), BodyHandlers.ofString(UTF_8));
        boolean isAtOnce = System.nanoTime() - start < AT_ONCE.toNanos();
        long calls =
                players.stream()
                        .flatMap(player -> player.calls().stream())
                        .filter(call -> call.text().contains(mark))
                        .count();
        return "%d%s %s%s"
                .formatted(
                        answer.statusCode(),
                        ending(answer),
                        isAtOnce ? "at once" : "at the budget's end",
                        calls == 0 ? "" : calls == 1 ? ", 1 call" : ", %d calls".formatted(calls));
    }

    private static String ending(HttpResponse<String> answer) {
        if (answer.statusCode() != 200) {
            return "";
        }
        return answer.body().contains("[DONE]") ? " and done" : " and an error event";
    }

    private static HttpRequest request(String url, Route route, String model, String mark) {
        Map<String, Object> body =
                route == Route.ASSESSMENT
                        ? Map.of("model", model, "code", "var x;", "prompt", mark, "rubric", RUBRIC)
                        : Map.of(
                                "model",
                                model,
                                "stream",
                                route == Route.STREAM,
                                "messages",
                                List.of(Map.of("role", "user", "content", mark)));
        return HttpRequest.newBuilder(URI.create(url + route.path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(MAPPER.writeValueAsString(body)))
                .build();
    }

    private static URI secure(URI url) {
        return URI.create("https://localhost:" + url.getPort());
    }

    private static ConfigurableApplicationContext service(URI openAi, URI bedrock) {
        return SpringApplication.run(
                AiProxyApplication.class,
                "--server.port=0",
                "--spring.config.import=",
                "--aiproxy.model.budget=" + BUDGET.toSeconds() + "s",
                "--aiproxy.resilience.first-wait=1ms",
                "--aiproxy.resilience.breaker-calls=100000",
                "--aiproxy.openai.api-key=sk-service",
                "--aiproxy.openai.base-url=" + openAi + "/v1",
                "--aiproxy.aws.region=us-east-1",
                "--aiproxy.aws.access-key-id=AKIATEST",
                "--aiproxy.aws.secret-access-key=aws-secret",
                "--aiproxy.bedrock.endpoint=" + bedrock);
    }
}
