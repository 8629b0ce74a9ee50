package org.code.aiproxy.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/**
 * All settings that the application has, with their defaults. Operators' files have these names:
 * one that is renamed, or has another default, is a change for them.
 */
class PropertiesTests {

    private static final String SETTINGS =
            """
            aiproxy.access.allow-anonymous = false
            aiproxy.access.hosts =
            aiproxy.access.keys =
            aiproxy.access.keys-file
            aiproxy.answers.max-size = 8MB
            aiproxy.answers.silence = 120s
            aiproxy.assessment.full-rubric = false
            aiproxy.assessment.reask = true
            aiproxy.assessment.structured-output = auto
            aiproxy.aws.access-key-id
            aiproxy.aws.profile
            aiproxy.aws.region
            aiproxy.aws.secret-access-key
            aiproxy.aws.session-token
            aiproxy.bedrock.configured
            aiproxy.bedrock.control-endpoint
            aiproxy.bedrock.default-model
            aiproxy.bedrock.endpoint
            aiproxy.bedrock.max-connections = 4000
            aiproxy.bedrock.max-output-tokens = 8192
            aiproxy.limits.body-time = 30s
            aiproxy.limits.drain = 100s
            aiproxy.limits.in-flight = 2000
            aiproxy.limits.queue-time = 3s
            aiproxy.model.budget = 150s
            aiproxy.model.catalogue
            aiproxy.model.default-model
            aiproxy.model.warm-up = 5s
            aiproxy.network.certificates
            aiproxy.network.http-proxy
            aiproxy.network.https-proxy
            aiproxy.network.no-proxy
            aiproxy.openai.api-key
            aiproxy.openai.base-url
            aiproxy.openai.default-model
            aiproxy.openai.servers =
            aiproxy.openai.servers[].api-key
            aiproxy.openai.servers[].base-url
            aiproxy.openai.servers[].default-model
            aiproxy.openai.servers[].name
            aiproxy.openai.servers[].prefix
            aiproxy.openai.servers[].structured-output = auto
            aiproxy.resilience.breaker-calls = 30
            aiproxy.resilience.breaker-wait = 10s
            aiproxy.resilience.calls-at-once = 2000
            aiproxy.resilience.first-wait = 500ms
            aiproxy.resilience.longest-wait = 8s
            aiproxy.resilience.probe-time = 60s
            aiproxy.resilience.retries = 2
            aiproxy.resilience.retry-rate-limits = true
            aiproxy.s3.endpoint
            aiproxy.s3.uri = s3://cdo-ai/teaching_assistant
            """;

    @Test
    void haveTheseNamesAndDefaults() {
        assertThat(settings().sorted().collect(Collectors.joining("\n", "", "\n")))
                .isEqualTo(SETTINGS);
    }

    private static Stream<String> settings() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        return scanner.findCandidateComponents("org.code.aiproxy").stream()
                .map(it -> load(String.valueOf(it.getBeanClassName())))
                .flatMap(it ->
                        settings(it.getAnnotation(ConfigurationProperties.class).value(), it));
    }

    /** Defaults are on the parameters of a record's constructor, not on its components. */
    private static Stream<String> settings(String prefix, Class<?> properties) {
        RecordComponent[] components = properties.getRecordComponents();
        Parameter[] parameters = properties.getDeclaredConstructors()[0].getParameters();
        return IntStream.range(0, components.length)
                .boxed()
                .flatMap(i -> settings(prefix, components[i], parameters[i]));
    }

    private static Stream<String> settings(
            String prefix, RecordComponent component, Parameter parameter) {
        String name = prefix + "." + DataObjectPropertyName.toDashedForm(component.getName());
        DefaultValue value = parameter.getAnnotation(DefaultValue.class);
        String line =
                value == null
                        ? name
                        : (name + " = " + String.join(",", value.value())).stripTrailing();
        return Stream.concat(Stream.of(line), ofElements(name, component.getGenericType()));
    }

    /** Those of a list's elements. */
    private static Stream<String> ofElements(String name, Type type) {
        return type instanceof ParameterizedType list
                        && list.getActualTypeArguments()[0] instanceof Class<?> element
                        && element.isRecord()
                ? settings(name + "[]", element)
                : Stream.empty();
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
