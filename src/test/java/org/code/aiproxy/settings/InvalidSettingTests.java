package org.code.aiproxy.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.code.aiproxy.AiProxyApplication;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What an operator reads when a setting stops the start. */
@ExtendWith(OutputCaptureExtension.class)
class InvalidSettingTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "LOG_LEVEL | LOUD | LOG_LEVEL must be one of DEBUG, INFO",
                "AIPROXY_BUDGET | soon | AIPROXY_BUDGET can't be used: 'soon' is not a valid duration",
                "AIPROXY_BUDGET | -1s | AIPROXY_BUDGET must be a time such as 150s.",
                "OPENAI_BASE_URL | foo | OPENAI_BASE_URL must be an address such as",
                "AIPROXY_ALLOW_ANONYMOUS | maybe | AIPROXY_ALLOW_ANONYMOUS can't be used: Invalid boolean",
                "AIPROXY_MAX_BODY_SIZE | 3GB | AIPROXY_MAX_BODY_SIZE must be from 1KB to 1GB.",
                "AIPROXY_MAX_BODY_SIZE | -1 | AIPROXY_MAX_BODY_SIZE must be from 1KB to 1GB.",
                "AIPROXY_SHUTDOWN_TIMEOUT | x | AIPROXY_SHUTDOWN_TIMEOUT can't be used: 'x' is not",
                "AIPROXY_RETRIES | 11 | AIPROXY_RETRIES can't be used: must be less than or equal to 10",
                "AIPROXY_MAX_IN_FLIGHT | 0 | AIPROXY_MAX_IN_FLIGHT can't be used: must be greater",
                "AIPROXY_SHUTDOWN_TIMEOUT | -1s | AIPROXY_SHUTDOWN_TIMEOUT must be a time such as 100s.",
                "aiproxy.limits.body-time | 0s | aiproxy.limits.body-time must be a time such as 30s.",
                "aiproxy.resilience.first-wait | -1s | aiproxy.resilience.first-wait must be a time such as 500ms.",
                "aiproxy.resilience.longest-wait | 0s | aiproxy.resilience.longest-wait must be a time such as 8s.",
                "aiproxy.resilience.breaker-wait | 0s | aiproxy.resilience.breaker-wait must be a time such as 10s.",
                "aiproxy.resilience.probe-time | -1s | aiproxy.resilience.probe-time must be a time such as 60s.",
                "AIPROXY_MODEL_CATALOGUE | nowhere.json | AIPROXY_MODEL_CATALOGUE can't be used: file [",
            })
    void isNamedInASentence(String variable, String value, String sentence, CapturedOutput output) {
        stopsTheStart(sentence, output, "--" + variable + "=" + value);
    }

    /** Breakers, cards and metrics go by the name, and would be shared. */
    @ParameterizedTest
    @ValueSource(strings = {"openai", "OpenAI", "aws.bedrock", "bedrock", "offline", "ollama"})
    void isAServersNameThatAnotherProviderHas(String name, CapturedOutput output) {
        stopsTheStart(
                "aiproxy.openai.servers[1].name must not be %s: another provider has this name."
                        .formatted(name),
                output,
                "--aiproxy.openai.servers[0].name=ollama",
                "--aiproxy.openai.servers[0].prefix=ollama/",
                "--aiproxy.openai.servers[0].base-url=http://localhost:1/v1",
                "--aiproxy.openai.servers[1].name=" + name,
                "--aiproxy.openai.servers[1].prefix=other/",
                "--aiproxy.openai.servers[1].base-url=http://localhost:2/v1");
    }

    private static void stopsTheStart(String sentence, CapturedOutput output, String... settings) {
        Throwable failure =
                catchThrowable(() ->
                        new SpringApplicationBuilder(AiProxyApplication.class)
                                .web(WebApplicationType.NONE)
                                .run(settings));
        assertThat(failure).isNotNull();
        assertThat(output).contains("Description:").contains(sentence);
        assertThat(output).doesNotContain("\tat org.");
    }
}
