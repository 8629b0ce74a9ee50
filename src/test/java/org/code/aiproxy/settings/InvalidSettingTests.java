package org.code.aiproxy.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.code.aiproxy.AiProxyApplication;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
                "AIPROXY_MODEL_CATALOGUE | nowhere.json | AIPROXY_MODEL_CATALOGUE can't be used: file [",
            })
    void isNamedInASentence(String variable, String value, String sentence, CapturedOutput output) {
        Throwable failure =
                catchThrowable(() ->
                        new SpringApplicationBuilder(AiProxyApplication.class)
                                .web(WebApplicationType.NONE)
                                .run("--" + variable + "=" + value));
        assertThat(failure).isNotNull();
        assertThat(output).contains("Description:").contains(sentence);
        assertThat(output).doesNotContain("\tat org.");
    }
}
