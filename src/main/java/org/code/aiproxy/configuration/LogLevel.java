package org.code.aiproxy.configuration;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Sets the log level from {@code LOG_LEVEL}, in the names that operators of the earlier service
 * know. {@code DEBUG} is for this project's own code: below INFO the libraries log keys.
 */
final class LogLevel implements EnvironmentPostProcessor, Ordered {

    private enum Level {
        DEBUG("INFO", "DEBUG"),
        INFO("INFO", "INFO"),
        WARNING("WARN", "WARN"),
        ERROR("ERROR", "ERROR"),
        CRITICAL("ERROR", "ERROR");

        private final String libraries;
        private final String own;

        Level(String libraries, String own) {
            this.libraries = libraries;
            this.own = own;
        }
    }

    @Override
    public int getOrder() {
        // After config.txt has been read, which may set the level.
        return ConfigDataEnvironmentPostProcessor.ORDER + 1;
    }

    @Override
    public void postProcessEnvironment(
            ConfigurableEnvironment environment, SpringApplication application) {
        Level level = level(environment.getProperty("LOG_LEVEL", "INFO"));
        environment
                .getPropertySources()
                .addLast(
                        new MapPropertySource(
                                "LOG_LEVEL",
                                Map.of(
                                        "logging.level.root", level.libraries,
                                        "logging.level.org.code.aiproxy", level.own)));
    }

    private static Level level(String name) {
        String wanted = name.isBlank() ? "INFO" : name.strip().toUpperCase(Locale.ROOT);
        return Arrays.stream(Level.values())
                .filter(level -> level.name().equals(wanted))
                .findFirst()
                .orElseThrow(() ->
                        new InvalidSettingException(
                                "LOG_LEVEL",
                                Arrays.stream(Level.values())
                                        .map(Level::name)
                                        .collect(Collectors.joining(", ", "one of ", "")),
                                name));
    }
}
