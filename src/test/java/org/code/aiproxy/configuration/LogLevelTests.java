package org.code.aiproxy.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.mock.env.MockEnvironment;

class LogLevelTests {

    @ParameterizedTest
    @CsvSource({
        "DEBUG, INFO, DEBUG",
        "INFO, INFO, INFO",
        "warning, WARN, WARN",
        "ERROR, ERROR, ERROR",
        "CRITICAL, ERROR, ERROR",
        "'', INFO, INFO"
    })
    void setsTheLevelsOfLibrariesAndOfOwnCode(String name, String libraries, String own) {
        MockEnvironment environment = environment(name);
        assertThat(environment.getProperty("logging.level.root")).isEqualTo(libraries);
        assertThat(environment.getProperty("logging.level.org.code.aiproxy")).isEqualTo(own);
    }

    @Test
    void namesTheVariableAndItsValuesWhenItIsNoLevel() {
        assertThatThrownBy(() -> environment("LOUD"))
                .hasMessage(
                        "LOG_LEVEL must be one of DEBUG, INFO, WARNING, ERROR, CRITICAL, not `LOUD`.");
    }

    private static MockEnvironment environment(String level) {
        MockEnvironment environment = new MockEnvironment().withProperty("LOG_LEVEL", level);
        new LogLevel().postProcessEnvironment(environment, new SpringApplication());
        return environment;
    }
}
