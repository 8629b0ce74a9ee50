package org.code.aiproxy.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.code.aiproxy.Service;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class AheadOfTimeTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MANAGEMENT_PORT",
                "MANAGEMENT_SERVER_PORT",
                "OTEL_EXPORTER_OTLP_ENDPOINT",
                "SERVER_SSL_ENABLED",
                "SPRING_PROFILES_ACTIVE",
                "SPRING_APPLICATION_JSON",
                "management.endpoint.health.enabled",
                "server.tomcat.threads.max",
                "spring.autoconfigure.exclude",
            })
    void leavesBeansToTheStartWhereASettingMayChangeThem(String setting) {
        assertThat(AheadOfTime.changesBeans(variable(setting, "1"))).isTrue();
        assertThat(AheadOfTime.changesBeans(line(setting, "1"))).isTrue();
        assertThat(AheadOfTime.changesBeans(variable(setting, " "))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "PORT, 80",
        "AIPROXY_API_KEY, x",
        "OPENAI_API_KEY, x",
        "AWS_REGION, us-east-1",
        "LOG_LEVEL, WARNING",
        "LOGGING_STRUCTURED_FORMAT_CONSOLE, logstash",
        "server.port, 80",
        "logging.level.root, warn",
        "SERVERS, x",
    })
    void takesThoseOfTheBuildWithValuesThatBeansHave(String setting, String value) {
        assertThat(AheadOfTime.changesBeans(variable(setting, value))).isFalse();
        assertThat(AheadOfTime.changesBeans(line(setting, value))).isFalse();
    }

    /** Spring Boot has settings of its own, and application.yml is full of them. */
    @Test
    void takesThoseOfTheBuildWhereNobodySetAnything() {
        SpringApplication application = Service.application();
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setLazyInitialization(true);
        try (ConfigurableApplicationContext context =
                application.run("--server.port=0", "--spring.config.import=")) {
            assertThat(AheadOfTime.changesBeans(context.getEnvironment())).isFalse();
        }
    }

    private static StandardEnvironment variable(String name, String value) {
        StandardEnvironment environment = new StandardEnvironment();
        String variables = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
        environment
                .getPropertySources()
                .replace(
                        variables,
                        new SystemEnvironmentPropertySource(variables, Map.of(name, value)));
        return environment;
    }

    /** As in config.txt. */
    private static StandardEnvironment line(String name, String value) {
        StandardEnvironment environment = variable("X", "x");
        environment
                .getPropertySources()
                .addLast(new MapPropertySource("config.txt", Map.of(name, value)));
        return environment;
    }
}
