package org.code.aiproxy.web.telemetry;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.code.aiproxy.OpenAiAnswers.completion;
import static org.code.aiproxy.OpenAiAnswers.error;

import io.micrometer.registry.otlp.OtlpMeterRegistry;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.assertj.core.data.Offset;
import org.code.aiproxy.RunningService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What Prometheus reads after requests of all kinds, against what was sent. */
class MetricsTests extends RunningService {

    private static final String MODEL = "gpt-4.1-mini";
    private static final String CALLS = "gen_ai_client_operation_duration_seconds_count";
    private static final String TOKENS = "gen_ai_client_token_usage_sum";
    private static final Offset<Double> EXACTLY = within(1e-9);

    @Autowired private ApplicationContext context;

    /** A scrape: the sums over all series of a name that have some labels. */
    private record Scrape(List<String> lines) {

        double sum(String name, String... labels) {
            return lines.stream()
                    .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
                    .filter(line -> List.of(labels).stream().allMatch(line::contains))
                    .mapToDouble(
                            line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                    .sum();
        }

        double since(Scrape before, String name, String... labels) {
            return sum(name, labels) - before.sum(name, labels);
        }
    }

    private Scrape scrape() {
        Answer answer = get("/actuator/prometheus");
        assertThat(answer.status()).isEqualTo(200);
        return new Scrape(answer.text().lines().toList());
    }

    @Test
    void agreeWithAMixedLoad() throws Exception {
        answers("good", table("Sprites", "No", "Variables", "Extensive"));
        answers("spoilt", table("Sprites", "Super", "Variables", "Extensive"));
        PROVIDER.stubFor(
                post(anyUrl())
                        .withRequestBody(containing("down"))
                        .willReturn(error(503, "down for now")));
        Scrape before = scrape();

        Map<Integer, Long> statuses = load(List.of("good", "good", "spoilt", "down"), 10);

        assertThat(statuses).isEqualTo(Map.of(200, 20L, 400, 10L, 503, 10L));
        Scrape after = scrape();
        String ok = "error_type=\"none\"";
        // The spoilt are asked again once, and those that are down twice.
        assertThat(after.since(before, CALLS, ok)).isEqualTo(20 + 2 * 10);
        assertThat(after.since(before, CALLS, "error_type=\"unavailable\"")).isEqualTo(3 * 10);
        assertThat(after.since(before, "aiproxy_retries_total", "provider=\"openai\""))
                .isEqualTo(2 * 10);
        assertThat(after.since(before, TOKENS, "gen_ai_token_type=\"input\"")).isEqualTo(40 * 100);
        assertThat(after.since(before, TOKENS, "gen_ai_token_type=\"output\"")).isEqualTo(40 * 20);
        assertThat(after.since(before, "aiproxy_cost_usd_total"))
                .isEqualTo(40 * (100 * 0.4 + 20 * 1.6) / 1e6, EXACTLY);
        assertThat(after.since(before, "aiproxy_invalid_responses_total", "unknown_label"))
                .isEqualTo(2 * 10);
        assertThat(after.since(before, "aiproxy_labels_total", "No Evidence")).isEqualTo(20);
        assertThat(after.since(before, "aiproxy_labels_total", "Extensive Evidence")).isEqualTo(20);
        assertThat(after.since(before, "aiproxy_votes_sum")).isEqualTo(20);
        assertThat(after.since(before, "aiproxy_evidence_items_total", "corrected")).isEqualTo(20);
        assertThat(after.since(before, "aiproxy_evidence_items_total")).isEqualTo(40);
        assertThat(after.since(before, "aiproxy_overhead_seconds_count")).isEqualTo(40);
        assertThat(after.sum("aiproxy_requests_in_flight")).isZero();
        assertThat(after.sum("aiproxy_model_days_left", "gen_ai_request_model=\"gpt-4.1-mini\""))
                .isEqualTo(49);
        assertThat(after.sum("resilience4j_circuitbreaker_state", "closed", "openai")).isEqualTo(1);
        String assessments = "uri=\"/assessment\"";
        String requests = "http_server_requests_seconds_count";
        assertThat(after.since(before, requests, assessments)).isEqualTo(40);
        assertThat(after.since(before, requests, assessments, "status=\"200\"")).isEqualTo(20);
    }

    /** Beside {@code error_type} Micrometer has a label {@code error} with the name of a class. */
    @Test
    void sayInOneLabelWhyCallsFail() {
        PROVIDER.stubFor(post(anyUrl()).willReturn(error(503, "down for now")));

        assertThat(assess(fields(MODEL)).status()).isEqualTo(503);

        assertThat(scrape().lines())
                .filteredOn(line -> line.startsWith(CALLS))
                .isNotEmpty()
                .noneMatch(line -> line.contains("error="));
    }

    @Test
    void countFallbacks() {
        answers("good", table("Sprites", "No", "Variables", "Extensive"));
        PROVIDER.stubFor(
                post(anyUrl())
                        .withRequestBody(containing("gpt-4.1-nano"))
                        .willReturn(error(429, "slow down")));
        Scrape before = scrape();

        assertThat(assess(request("gpt-4.1-nano," + MODEL, "good")).status()).isEqualTo(200);

        assertThat(scrape().since(before, "aiproxy_fallbacks_total")).isEqualTo(1);
    }

    /** Each name stays in memory for good, and callers can make up any. */
    @Test
    void nameOnlyModelsThatTheCatalogueKnows() {
        PROVIDER.stubFor(post(anyUrl()).willReturn(error(404, "no such model")));

        assertThat(assess(request("gpt-made-up", "good")).status()).isEqualTo(502);

        assertThat(get("/actuator/prometheus").text())
                .contains("gen_ai_request_model=\"other\"")
                .doesNotContain("made-up");
    }

    @Test
    void areSentNowhereUnlessSomebodySaysWhere() {
        assertThat(context.getBeansOfType(OtlpMeterRegistry.class)).isEmpty();
        assertThat(context.getBeansOfType(SdkTracerProvider.class)).isEmpty();
        assertThat(context.getBean(Tracer.class).spanBuilder("x").startSpan().isRecording())
                .isFalse();
    }

    @Test
    void needTheKey() {
        assertThat(send(anonymousRequest("/actuator/prometheus")).status()).isEqualTo(401);
    }

    private static void answers(String program, String response) {
        PROVIDER.stubFor(
                post(anyUrl())
                        .withRequestBody(containing(program))
                        .willReturn(completion(response)));
    }

    private static Map<String, String> request(String model, String program) {
        Map<String, String> fields = fields(model);
        fields.merge("code", "// " + program, (code, comment) -> code + comment);
        return fields;
    }

    /** Posts a number of requests for each program, all at once, and counts the statuses. */
    private Map<Integer, Long> load(List<String> programs, int times) throws Exception {
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> statuses = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                for (String program : programs) {
                    statuses.add(callers.submit(() -> assess(request(MODEL, program)).status()));
                }
            }
            List<Integer> all = new ArrayList<>();
            for (Future<Integer> status : statuses) {
                all.add(status.get());
            }
            return all.stream().collect(Collectors.groupingBy(it -> it, Collectors.counting()));
        }
    }
}
