package org.code.aiproxy.configuration;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;

/** Refuses ports that don't exist; with -1 Spring Boot would start and listen nowhere. */
public final class Ports implements EnvironmentPostProcessor, Ordered {

    private static final int MOST = 65_535;

    private static final Map<String, String> VARIABLES =
            Map.of("server.port", "PORT", "management.server.port", "MANAGEMENT_PORT");

    @Override
    public int getOrder() {
        // After config.txt has been read, which may set them.
        return ConfigDataEnvironmentPostProcessor.ORDER + 1;
    }

    @Override
    public void postProcessEnvironment(
            ConfigurableEnvironment environment, SpringApplication application) {
        VARIABLES.forEach((property, variable) -> {
            String port = environment.getProperty(property, "");
            if (!port.isBlank()) {
                require(variable, port.strip());
            }
        });
    }

    /**
     * Requires a port.
     *
     * @param setting its name, as operators write it
     * @throws InvalidSettingException when there is no such port
     */
    public static void require(String setting, String port) {
        if (!port.matches("\\d{1,5}") || Integer.parseInt(port) > MOST) {
            throw new InvalidSettingException(setting, "a port from 0 to " + MOST, port);
        }
    }
}
