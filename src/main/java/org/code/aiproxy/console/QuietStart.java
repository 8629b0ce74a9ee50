package org.code.aiproxy.console;

import java.util.function.Consumer;
import java.util.stream.Stream;
import org.code.aiproxy.configuration.UnknownSettings;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts the application's parts without its server, for a command that uses them. */
public final class QuietStart {

    private QuietStart() {}

    /**
     * The application's parts, made as they are asked for. Only errors are logged, since the log
     * goes where a command prints; and an interrupt closes nothing, since the command decides.
     *
     * @param warnings told of settings that do nothing, a sentence each
     * @param settings as they are given on a command line
     */
    public static ConfigurableApplicationContext of(
            Class<?> application, Consumer<String> warnings, String... settings) {
        SpringApplicationBuilder builder =
                new SpringApplicationBuilder(application)
                        .web(WebApplicationType.NONE)
                        .logStartupInfo(false)
                        .lazyInitialization(true);
        builder.application().setRegisterShutdownHook(false);
        ConfigurableApplicationContext context =
                builder.run(
                        Stream.concat(
                                        Stream.of("--logging.threshold.console=ERROR"),
                                        Stream.of(settings))
                                .toArray(String[]::new));
        UnknownSettings.of(context).forEach(warnings);
        return context;
    }
}
