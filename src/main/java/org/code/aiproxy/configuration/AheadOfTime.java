package org.code.aiproxy.configuration;

import java.util.Arrays;
import java.util.regex.Pattern;
import org.springframework.aot.AotDetector;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.core.SpringProperties;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.util.ClassUtils;

/**
 * Starts with the beans that were worked out when the jar was built, a third of a start, unless a
 * setting may change which beans there are: such as a port for management, or where traces go.
 * Spring would not look at such settings any more.
 *
 * @param application the class that was the main class then
 */
public record AheadOfTime(Class<?> application)
        implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

    /** What Spring generates the beans into. */
    private static final String BEANS = "__ApplicationContextInitializer";

    private static final Pattern CHANGES_BEANS =
            Pattern.compile("(?i)(?:spring|management|server|otel)[._].+");

    /** The port is only a value; and what Spring Boot itself says of the application. */
    private static final Pattern CHANGES_NONE =
            Pattern.compile("server\\.port|spring\\.application\\..+");

    /** This service's own, which were there when the beans were worked out. */
    private static final String OURS = "class path resource [application.yml]";

    /** After all that reads settings. */
    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        if (ClassUtils.isPresent(application.getName() + BEANS, null)
                && !changesBeans(event.getEnvironment())) {
            SpringProperties.setFlag(AotDetector.AOT_ENABLED);
        }
    }

    /** Whether anybody has set what may change which beans there are. */
    static boolean changesBeans(ConfigurableEnvironment environment) {
        return environment.getPropertySources().stream().anyMatch(AheadOfTime::changesBeans);
    }

    private static boolean changesBeans(PropertySource<?> source) {
        return source instanceof EnumerablePropertySource<?> settings
                && !(settings instanceof OtlpSwitch.Switches)
                && !settings.getName().contains(OURS)
                && Arrays.stream(settings.getPropertyNames())
                        .filter(name -> CHANGES_BEANS.matcher(name).matches())
                        .filter(name -> !CHANGES_NONE.matcher(name).matches())
                        .anyMatch(name -> !String.valueOf(settings.getProperty(name)).isBlank());
    }
}
