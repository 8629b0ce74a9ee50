package org.code.aiproxy.configuration;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;

/**
 * Keeps OpenTelemetry off until somebody says where to send to, such as by {@code
 * OTEL_EXPORTER_OTLP_ENDPOINT}. Left to themselves metrics would be sent to this machine, and each
 * log line would have a place for the ids of traces.
 */
final class OtlpSwitch implements EnvironmentPostProcessor {

    private static final String TRACES = "management.opentelemetry.tracing.export.otlp.endpoint";
    private static final String METRICS = "management.otlp.metrics.export.url";

    /** What is on, and what has to be set for that. */
    private static final Map<String, String> SWITCHES =
            Map.of(
                    "management.tracing.export.enabled", TRACES,
                    "management.opentelemetry.enabled", TRACES,
                    "management.otlp.metrics.export.enabled", METRICS);

    /** In the names that operators may set them by. */
    private static final List<String> ENDPOINTS =
            List.of(
                    "OTEL_EXPORTER_OTLP_ENDPOINT",
                    "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT",
                    "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT",
                    "OTEL_EXPORTER_OTLP_LOGS_ENDPOINT",
                    TRACES,
                    METRICS);

    private static final Pattern ADDRESS =
            Pattern.compile("https?://[^/\\s]+\\S*", Pattern.CASE_INSENSITIVE);

    @Override
    public void postProcessEnvironment(
            ConfigurableEnvironment environment, SpringApplication application) {
        ENDPOINTS.forEach(name -> requireAddress(name, environment.getProperty(name, "").strip()));
        environment.getPropertySources().addLast(new Switches(environment));
    }

    private static void requireAddress(String setting, String value) {
        if (!value.isEmpty() && !ADDRESS.matcher(value).matches()) {
            throw new InvalidSettingException(
                    setting, "an address such as http://localhost:4318", value);
        }
    }

    /** Looks when it is asked: where to send to may become known after this was added. */
    static final class Switches extends EnumerablePropertySource<Object> {

        private final ConfigurableEnvironment environment;

        Switches(ConfigurableEnvironment environment) {
            super("otlp");
            this.environment = environment;
        }

        @Override
        public String[] getPropertyNames() {
            return SWITCHES.keySet().toArray(String[]::new);
        }

        @Override
        public @Nullable Object getProperty(String name) {
            String needed = SWITCHES.get(name);
            return needed == null ? null : environment.containsProperty(needed);
        }
    }
}
