package org.code.aiproxy.console;

import java.util.function.Consumer;
import java.util.stream.Stream;
import org.code.aiproxy.configuration.UnknownSettings;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.ApplicationListener;
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
        ConfigurableApplicationContext context = run(builder(application), settings);
        UnknownSettings.of(context).forEach(warnings);
        return context;
    }

    /**
     * The same, for a command that looks at the settings before they are needed.
     *
     * @param whenStarted is given the context before a setting that is invalid ends the start
     */
    public static ConfigurableApplicationContext examined(
            Class<?> application, Consumer<ConfigurableApplicationContext> whenStarted) {
        return run(builder(application).listeners(new Started(whenStarted)));
    }

    private static SpringApplicationBuilder builder(Class<?> application) {
        SpringApplicationBuilder builder =
                new SpringApplicationBuilder(application)
                        .web(WebApplicationType.NONE)
                        .logStartupInfo(false)
                        .lazyInitialization(true);
        builder.application().setRegisterShutdownHook(false);
        return builder;
    }

    private static ConfigurableApplicationContext run(
            SpringApplicationBuilder builder, String... settings) {
        return builder.run(
                Stream.concat(Stream.of("--logging.threshold.console=ERROR"), Stream.of(settings))
                        .toArray(String[]::new));
    }

    /** What is told of the start before those are made that are told of its end. */
    private record Started(Consumer<ConfigurableApplicationContext> listener)
            implements ApplicationListener<ApplicationStartedEvent> {

        @Override
        public void onApplicationEvent(ApplicationStartedEvent event) {
            listener.accept(event.getApplicationContext());
        }
    }
}
