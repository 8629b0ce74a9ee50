package org.code.aiproxy.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.core.env.StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.code.aiproxy.AiProxyApplication;
import org.code.aiproxy.model.routing.ModelRouter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** Which variable sets what, as docs/operators.md lists them. */
class SettingsTests {

    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource({
        "'', offline.baseline",
        "OPENAI_API_KEY=sk-x, gpt-6-luna",
        "AWS_PROFILE=x, bedrock.us.anthropic.claude-haiku-5-5",
        "AIPROXY_DEFAULT_MODEL=gpt-4o, gpt-4o"
    })
    void takesTheFirstConfiguredProvidersModelForTheDefault(String line, String model)
            throws IOException {
        try (ConfigurableApplicationContext context = start(line)) {
            assertThat(context.getBean(ModelRouter.class).defaultModel()).isEqualTo(model);
        }
    }

    @Test
    void hasDefaultsForEverythingElse() throws IOException {
        try (ConfigurableApplicationContext context = start("")) {
            assertThat(setting(context, "server.port")).isEqualTo("8080");
            assertThat(setting(context, "aiproxy.model.budget")).isEqualTo("150s");
            assertThat(setting(context, "aiproxy.access.allow-anonymous")).isEqualTo("false");
            assertThat(setting(context, "spring.servlet.multipart.max-request-size"))
                    .isEqualTo("2MB");
        }
    }

    @Test
    void readsEveryVariableFromConfigTxt() throws IOException {
        Map<String, String> settings =
                Map.ofEntries(
                        Map.entry("AIPROXY_API_KEY", "aiproxy.access.keys"),
                        Map.entry("AIPROXY_ALLOW_ANONYMOUS", "aiproxy.access.allow-anonymous"),
                        Map.entry("AIPROXY_HOSTS", "aiproxy.access.hosts"),
                        Map.entry("AIPROXY_BUDGET", "aiproxy.model.budget"),
                        Map.entry("AIPROXY_CFE_FULL_RUBRIC", "aiproxy.assessment.full-rubric"),
                        Map.entry("AIPROXY_REASK", "aiproxy.assessment.reask"),
                        Map.entry(
                                "AIPROXY_STRUCTURED_OUTPUT",
                                "aiproxy.assessment.structured-output"),
                        Map.entry("AIPROXY_S3_URI", "aiproxy.s3.uri"),
                        Map.entry("AWS_ENDPOINT_URL_S3", "aiproxy.s3.endpoint"),
                        Map.entry("AIPROXY_MAX_IN_FLIGHT", "aiproxy.limits.in-flight"),
                        Map.entry("AIPROXY_MAX_ANSWER_SIZE", "aiproxy.answers.max-size"),
                        Map.entry("AIPROXY_STREAM_SILENCE", "aiproxy.answers.silence"),
                        Map.entry("AIPROXY_RETRIES", "aiproxy.resilience.retries"),
                        Map.entry("AIPROXY_MAX_PROVIDER_CALLS", "aiproxy.resilience.calls-at-once"),
                        Map.entry("AIPROXY_SHUTDOWN_TIMEOUT", "aiproxy.limits.drain"),
                        Map.entry("MANAGEMENT_PORT", "management.server.port"),
                        Map.entry("PORT", "server.port"),
                        Map.entry("AIPROXY_MAX_BODY_SIZE", "server.tomcat.max-http-form-post-size"),
                        Map.entry("OPENAI_BASE_URL", "aiproxy.openai.base-url"),
                        Map.entry("AWS_REGION", "aiproxy.aws.region"),
                        Map.entry("AWS_ACCESS_KEY_ID", "aiproxy.aws.access-key-id"),
                        Map.entry("AWS_SECRET_ACCESS_KEY", "aiproxy.aws.secret-access-key"),
                        Map.entry("AWS_SESSION_TOKEN", "aiproxy.aws.session-token"),
                        Map.entry("AWS_ENDPOINT_URL_BEDROCK_RUNTIME", "aiproxy.bedrock.endpoint"));
        Map<String, String> values =
                Map.ofEntries(
                        Map.entry("AIPROXY_ALLOW_ANONYMOUS", "true"),
                        Map.entry("AIPROXY_BUDGET", "20s"),
                        Map.entry("AIPROXY_CFE_FULL_RUBRIC", "true"),
                        Map.entry("AIPROXY_REASK", "false"),
                        Map.entry("AIPROXY_STRUCTURED_OUTPUT", "off"),
                        Map.entry("AIPROXY_S3_URI", "s3://bucket/x"),
                        Map.entry("AWS_ENDPOINT_URL_S3", "http://localhost:3"),
                        Map.entry("AIPROXY_MAX_IN_FLIGHT", "10"),
                        Map.entry("AIPROXY_MAX_ANSWER_SIZE", "1MB"),
                        Map.entry("AIPROXY_STREAM_SILENCE", "40s"),
                        Map.entry("AIPROXY_RETRIES", "1"),
                        Map.entry("AIPROXY_MAX_PROVIDER_CALLS", "11"),
                        Map.entry("AIPROXY_SHUTDOWN_TIMEOUT", "12s"),
                        Map.entry("MANAGEMENT_PORT", "9000"),
                        Map.entry("PORT", "9001"),
                        Map.entry("AIPROXY_MAX_BODY_SIZE", "1MB"),
                        Map.entry("OPENAI_BASE_URL", "http://localhost:1/v1"),
                        Map.entry("AWS_ENDPOINT_URL_BEDROCK_RUNTIME", "http://localhost:2"));
        List<String> lines =
                settings.keySet().stream()
                        .map(name -> name + "=" + values.getOrDefault(name, "value"))
                        .toList();
        try (ConfigurableApplicationContext context = start(String.join("\n", lines))) {
            settings.forEach((name, property) ->
                    assertThat(setting(context, property))
                            .as(name)
                            .isEqualTo(values.getOrDefault(name, "value")));
        }
    }

    @Test
    void takesAnEmptyVariableForNone() throws IOException {
        ConfigurableEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .replace(
                        SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new SystemEnvironmentPropertySource(
                                SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                                Map.of("OPENAI_API_KEY", "", "AIPROXY_BUDGET", "20s")));
        try (ConfigurableApplicationContext context =
                start("OPENAI_API_KEY=sk-x\nAIPROXY_BUDGET=30s", environment)) {
            assertThat(setting(context, "aiproxy.openai.api-key")).isEqualTo("sk-x");
            assertThat(setting(context, "aiproxy.model.budget")).isEqualTo("20s");
        }
    }

    @Test
    void addsServersAndCatalogueCards() throws IOException {
        Path catalogue = folder.resolve("cards.json");
        Files.writeString(catalogue, "[]");
        String lines =
                """
                aiproxy.openai.servers[0].name=ollama
                aiproxy.openai.servers[0].prefix=ollama/
                aiproxy.openai.servers[0].base-url=http://localhost:11434/v1
                aiproxy.openai.servers[0].default-model=llama3.2
                AIPROXY_MODEL_CATALOGUE=\
                """
                        + catalogue;
        try (ConfigurableApplicationContext context = start(lines)) {
            assertThat(context.getBean(ModelRouter.class).defaultModel())
                    .isEqualTo("ollama/llama3.2");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void readsConfigTxtInEncodingsThatSayWhatTheyAre(String encoding) throws IOException {
        Path file = folder.resolve("marked.txt");
        Files.write(
                file,
                "\uFEFFOPENAI_API_KEY=sk-x\r\n# \u201ccomment\u201d\r\nAIPROXY_DEFAULT_MODEL=gpt-4o\u2013\u00e9 \r\n"
                        .getBytes(Charset.forName(encoding)));
        try (ConfigurableApplicationContext context = start(file, new StandardEnvironment())) {
            assertThat(setting(context, "aiproxy.openai.api-key")).isEqualTo("sk-x");
            assertThat(setting(context, "aiproxy.model.default-model"))
                    .isEqualTo("gpt-4o\u2013\u00e9");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sk-x\n", "sk-x\r\n", "\t sk-x ", "\uFEFFsk-x", "\u00a0sk-x\u200b"})
    void stripsKeysInTheEnvironment(String key) throws IOException {
        ConfigurableEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .replace(
                        SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new SystemEnvironmentPropertySource(
                                SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                                Map.of("OPENAI_API_KEY", key, "AIPROXY_BUDGET", " 20s\r")));
        try (ConfigurableApplicationContext context = start("", environment)) {
            assertThat(setting(context, "aiproxy.openai.api-key")).isEqualTo("sk-x");
            assertThat(setting(context, "aiproxy.model.budget")).isEqualTo("20s");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "OPENAI_API_KEY, sk-\u043ax",
        "AIPROXY_API_KEY, k\u00e9y",
        "AWS_ACCESS_KEY_ID, AK\u200bIA",
        "AWS_SESSION_TOKEN, to\u2026ken",
    })
    void refusesAKeyThatNoHeaderCanCarry(String setting, String key) {
        assertThatThrownBy(() -> start(setting + "=" + key))
                .rootCause()
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageStartingWith(
                        setting + " can't be sent in an HTTP header: its character ")
                .hasMessageContaining("U+")
                .message()
                .doesNotContain(key);
    }

    private ConfigurableApplicationContext start(String configTxt) throws IOException {
        return start(configTxt, new StandardEnvironment());
    }

    private ConfigurableApplicationContext start(
            String configTxt, ConfigurableEnvironment environment) throws IOException {
        Path file = folder.resolve("config.txt");
        Files.writeString(file, configTxt);
        return start(file, environment);
    }

    private static ConfigurableApplicationContext start(
            Path file, ConfigurableEnvironment environment) {
        return new SpringApplicationBuilder(AiProxyApplication.class)
                .environment(environment)
                .web(WebApplicationType.NONE)
                .run("--spring.config.import=file:" + file);
    }

    private static String setting(ConfigurableApplicationContext context, String name) {
        return context.getEnvironment().getProperty(name, "");
    }
}
