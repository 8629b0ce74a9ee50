package org.code.aiproxy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The clock of every application that a test starts in its own process: models live and die by the
 * day on which the catalogue was made, whenever the tests run.
 */
public final class GivenClock
        implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** A day on which the shipped catalogue was true. */
    public static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-26T12:00:00Z"), ZoneOffset.UTC);

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        context.getBeanFactory().registerSingleton("clock", CLOCK);
    }
}
