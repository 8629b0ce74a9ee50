package org.code.aiproxy.configuration;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.env.OriginTrackedMapPropertySource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotatedElementUtils;

/**
 * The names of all settings, from where they are settings: the variables that application.yml
 * names, and the properties that records take.
 *
 * @param variables such as {@code AIPROXY_RETRIES}
 * @param properties such as {@code aiproxy.openai.servers[0].base-url}; every index is 0
 */
record KnownSettings(Set<String> variables, Set<String> properties) {

    private static final String APPLICATION_YML = "application.yml";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Za-z][A-Za-z0-9_]*)");

    KnownSettings {
        variables = Set.copyOf(variables);
        properties = Set.copyOf(properties);
    }

    /** Those of an application that has started. */
    static KnownSettings of(ConfigurableApplicationContext context) {
        return new KnownSettings(variables(context), properties(context));
    }

    /**
     * The environment variable that sets a property.
     *
     * @param dash what stands in place of dashes: nothing, or an underscore
     */
    static String variable(String property, String dash) {
        return property.replace("-", dash)
                .replaceAll("[^A-Za-z0-9]+", "_")
                .replaceFirst("_$", "")
                .toUpperCase(Locale.ROOT);
    }

    private static Set<String> variables(ConfigurableApplicationContext context) {
        return context.getEnvironment().getPropertySources().stream()
                .filter(source -> source.getName().contains(APPLICATION_YML))
                .filter(OriginTrackedMapPropertySource.class::isInstance)
                .map(source -> ((OriginTrackedMapPropertySource) source).getSource().values())
                .flatMap(Collection::stream)
                .flatMap(value -> PLACEHOLDER.matcher(value.toString()).results())
                .map(name -> name.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> properties(ConfigurableApplicationContext context) {
        return Arrays.stream(context.getBeanNamesForAnnotation(ConfigurationProperties.class))
                .map(context::getType)
                .filter(Objects::nonNull)
                .filter(Class::isRecord)
                .flatMap(type -> properties(prefix(type), ResolvableType.forClass(type)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String prefix(Class<?> type) {
        return Objects.requireNonNull(
                        AnnotatedElementUtils.findMergedAnnotation(
                                type, ConfigurationProperties.class))
                .prefix();
    }

    private static Stream<String> properties(String name, ResolvableType type) {
        Class<?> raw = type.resolve(Object.class);
        if (raw.isRecord()) {
            return Arrays.stream(raw.getRecordComponents())
                    .flatMap(part ->
                            properties(
                                    name
                                            + "."
                                            + DataObjectPropertyName.toDashedForm(part.getName()),
                                    type(part)));
        }
        return List.class.isAssignableFrom(raw)
                ? Stream.concat(Stream.of(name), properties(name + "[0]", type.getGeneric(0)))
                : Stream.of(name);
    }

    private static ResolvableType type(RecordComponent part) {
        return ResolvableType.forType(part.getGenericType());
    }
}
