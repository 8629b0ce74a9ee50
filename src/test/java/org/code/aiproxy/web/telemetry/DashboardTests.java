package org.code.aiproxy.web.telemetry;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.code.aiproxy.OpenAiAnswers.completion;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.code.aiproxy.RunningService;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The shipped dashboard and alert rules, against what the service tells Prometheus. */
class DashboardTests extends RunningService {

    private static final Pattern METRIC =
            Pattern.compile("\\b(aiproxy|gen_ai|http_server|jvm|resilience4j)_\\w+(?=[{\\[)])");

    @Test
    void asksOnlyForMetricsThatThereAre() throws IOException {
        for (String label : new String[] {"Extensive", "Super"}) {
            PROVIDER.stubFor(
                    post(anyUrl())
                            .willReturn(completion(table("Sprites", "No", "Variables", label))));
            var _ = assess(fields("gpt-4.1-mini"));
        }
        String metrics = get("/actuator/prometheus").text();

        Set<String> asked = asked();

        assertThat(asked).hasSizeGreaterThan(10);
        assertThat(asked)
                .allSatisfy(name -> assertThat(metrics.contains("\n" + name)).as(name).isTrue());
    }

    private static Set<String> asked() throws IOException {
        Set<String> names = new TreeSet<>();
        for (String expression : expressions()) {
            Matcher metric = METRIC.matcher(expression.replaceAll("by \\([^)]*\\)", ""));
            while (metric.find()) {
                names.add(metric.group());
            }
        }
        return names;
    }

    private static List<String> expressions() throws IOException {
        String dashboard =
                Files.readString(Path.of("observability/grafana/dashboards/aiproxy.json"));
        Stream<String> alerts =
                Files.readAllLines(Path.of("observability/alerts.yml")).stream()
                        .map(String::strip)
                        .filter(line -> line.startsWith("expr: "));
        return Stream.concat(
                        new JsonMapper().readTree(dashboard).findValuesAsString("expr").stream(),
                        alerts)
                .toList();
    }
}
