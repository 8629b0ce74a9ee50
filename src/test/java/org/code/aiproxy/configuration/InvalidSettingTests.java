package org.code.aiproxy.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.code.aiproxy.AiProxyApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** What an operator reads when a setting stops the start. */
class InvalidSettingTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "LOG_LEVEL | LOUD | LOG_LEVEL must be one of DEBUG, INFO, WARNING, ERROR, CRITICAL, not `LOUD`.",
                "AIPROXY_BUDGET | soon | AIPROXY_BUDGET must be a time such as 500ms, 30s or 2m, not `soon`.",
                "AIPROXY_BUDGET | -1s | AIPROXY_BUDGET must be a time such as 150s, not `-1s`.",
                "OPENAI_BASE_URL | foo | OPENAI_BASE_URL must be an address such as https://api.openai.com/v1, not `foo`.",
                "AIPROXY_ALLOW_ANONYMOUS | maybe | AIPROXY_ALLOW_ANONYMOUS must be true or false, not `maybe`.",
                "AIPROXY_MAX_BODY_SIZE | 3GB | AIPROXY_MAX_BODY_SIZE must be from 1KB to 1GB, not `3221225472B`.",
                "AIPROXY_MAX_BODY_SIZE | -1 | AIPROXY_MAX_BODY_SIZE must be from 1KB to 1GB, not `-1B`.",
                "AIPROXY_MAX_ANSWER_SIZE | 1KB | AIPROXY_MAX_ANSWER_SIZE must be from 64KB to 1GB, not `1024B`.",
                "AIPROXY_STREAM_SILENCE | 0s | AIPROXY_STREAM_SILENCE must be a time such as 120s, not `0s`.",
                "AIPROXY_SHUTDOWN_TIMEOUT | x | AIPROXY_SHUTDOWN_TIMEOUT must be a time such as 500ms, 30s or 2m, not `x`.",
                "AIPROXY_RETRIES | 11 | AIPROXY_RETRIES must be between 0 and 10, not `11`.",
                "AIPROXY_MAX_IN_FLIGHT | 0 | AIPROXY_MAX_IN_FLIGHT must be greater than 0, not `0`.",
                "AIPROXY_SHUTDOWN_TIMEOUT | -1s | AIPROXY_SHUTDOWN_TIMEOUT must be a time such as 100s, not `-1s`.",
                "aiproxy.limits.body-time | 0s | aiproxy.limits.body-time must be a time such as 30s, not `0s`.",
                "aiproxy.resilience.first-wait | -1s | aiproxy.resilience.first-wait must be a time such as 500ms, not `-1s`.",
                "aiproxy.resilience.longest-wait | 0s | aiproxy.resilience.longest-wait must be a time such as 8s, not `0s`.",
                "aiproxy.resilience.breaker-wait | 0s | aiproxy.resilience.breaker-wait must be a time such as 10s, not `0s`.",
                "aiproxy.resilience.probe-time | -1s | aiproxy.resilience.probe-time must be a time such as 60s, not `-1s`.",
                "PORT | 80000 | PORT must be a port from 0 to 65535, not `80000`.",
                "PORT | -1 | PORT must be a port from 0 to 65535, not `-1`.",
                "PORT | http | PORT must be a port from 0 to 65535, not `http`.",
                "MANAGEMENT_PORT | 65536 | MANAGEMENT_PORT must be a port from 0 to 65535, not `65536`.",
                "OTEL_EXPORTER_OTLP_ENDPOINT | localhost:4318 | OTEL_EXPORTER_OTLP_ENDPOINT must be an address such as http://localhost:4318, not `localhost:4318`.",
                "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT | grpc://x | OTEL_EXPORTER_OTLP_TRACES_ENDPOINT must be an address such as http://localhost:4318, not `grpc://x`.",
                "AIPROXY_STRUCTURED_OUTPUT | maybe | AIPROXY_STRUCTURED_OUTPUT must be one of auto, off, not `maybe`.",
                "AIPROXY_RETRIES | two | AIPROXY_RETRIES must be a whole number, not `two`.",
                "AIPROXY_S3_URI | cdo-ai | AIPROXY_S3_URI must be an address such as s3://bucket/prefix, not `cdo-ai`.",
                "AIPROXY_DEFAULT_MODEL | nonsense | AIPROXY_DEFAULT_MODEL can't be `nonsense`, which is an unknown model; known names: ",
                "AIPROXY_DEFAULT_MODEL | gpt-4o,nonsense | AIPROXY_DEFAULT_MODEL can't be `gpt-4o,nonsense`, which is an unknown model",
                "HTTPS_PROXY | ftp://me:secret@x | HTTPS_PROXY must be the address of an HTTP proxy, such as ",
                "aiproxy.openai.servers[0].name | x | aiproxy.openai.servers[0].",
                "aiproxy.openai.servers[0].prefix | x | aiproxy.openai.servers[0].",
                "aiproxy.openai.servers[1].name | x | aiproxy.openai.servers[1].name is unknown, or an earlier entry of its list is missing",
                "AIPROXY_MODEL_CATALOGUE | nowhere.json | AIPROXY_MODEL_CATALOGUE is invalid: file [",
            })
    void isNamedInASentence(String variable, String value, String sentence) {
        stopsTheStart(sentence, "--" + variable + "=" + value);
    }

    /** Breakers, cards and metrics go by the name, and would be shared. */
    @ParameterizedTest
    @ValueSource(strings = {"openai", "OpenAI", "aws.bedrock", "bedrock", "offline", "ollama"})
    void isAServersNameThatAnotherProviderHas(String name) {
        stopsTheStart(
                "aiproxy.openai.servers[1].name must not be %s: another provider has this name."
                        .formatted(name),
                "--aiproxy.openai.servers[0].name=ollama",
                "--aiproxy.openai.servers[0].prefix=ollama/",
                "--aiproxy.openai.servers[0].base-url=http://localhost:1/v1",
                "--aiproxy.openai.servers[1].name=" + name,
                "--aiproxy.openai.servers[1].prefix=other/",
                "--aiproxy.openai.servers[1].base-url=http://localhost:2/v1");
    }

    /** No password goes to the terminal, whatever is wrong with an address. */
    @Test
    void isNotShownWhereItMayBeSecret() {
        assertThat(sentence("--OPENAI_BASE_URL=me:secret@x"))
                .startsWith("OPENAI_BASE_URL must be an address such as ")
                .doesNotContain("secret");
    }

    private static void stopsTheStart(String sentence, String... settings) {
        assertThat(sentence(settings)).startsWith(sentence).hasLineCount(1);
    }

    private static String sentence(String... settings) {
        Throwable failure =
                catchThrowable(() ->
                        new SpringApplicationBuilder(AiProxyApplication.class)
                                .web(WebApplicationType.NONE)
                                .run(settings));
        assertThat(failure).isNotNull();
        return new StartFailure(failure).sentence().orElseThrow();
    }
}
