package org.code.aiproxy.configuration;

import static org.springframework.core.env.StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;

import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * Strips environment variables, and takes an environment variable that is empty for one that isn't
 * there, so that it doesn't hide what config.txt says: an empty AIPROXY_API_KEY would open the
 * service to everyone.
 */
final class EmptyVariables implements EnvironmentPostProcessor, Ordered {

    @Override
    public int getOrder() {
        // Before Spring Boot's own processors, which look at the variables.
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public void postProcessEnvironment(
            ConfigurableEnvironment environment, SpringApplication application) {
        MutablePropertySources sources = environment.getPropertySources();
        PropertySource<?> variables = sources.get(SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME);
        if (variables instanceof SystemEnvironmentPropertySource all) {
            sources.replace(
                    SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                    new SystemEnvironmentPropertySource(
                            SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, notEmpty(all.getSource())));
        }
    }

    private static Map<String, Object> notEmpty(Map<String, Object> variables) {
        return variables.entrySet().stream()
                .map(it -> Map.entry(it.getKey(), PeoplesValue.stripped(it.getValue().toString())))
                .filter(Predicate.not(variable -> variable.getValue().isEmpty()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
