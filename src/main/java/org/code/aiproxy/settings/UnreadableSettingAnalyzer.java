package org.code.aiproxy.settings;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.context.properties.bind.validation.ValidationErrors;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.validation.FieldError;

/**
 * Names the environment variable behind a property whose value can't be converted, or is out of
 * bounds. Operators set variables, and application.yml says which property each of them sets.
 */
final class UnreadableSettingAnalyzer extends AbstractFailureAnalyzer<BindException>
        implements Ordered {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z0-9_]+)");

    @Override
    public int getOrder() {
        // Before Spring Boot's own analyzer for the same exception.
        return Ordered.HIGHEST_PRECEDENCE;
    }

    /** Leaves failures alone that no variable of application.yml is behind. */
    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, BindException cause) {
        return sentence(cause)
                .map(sentence -> InvalidSettingAnalyzer.analysis(sentence, rootFailure))
                .orElse(null);
    }

    private static Optional<String> sentence(BindException failure) {
        return failure.getCause() instanceof BindValidationException invalid
                ? sentence(invalid.getValidationErrors())
                : Optional.ofNullable(failure.getProperty())
                        .flatMap(property ->
                                sentence(
                                        property, String.valueOf(rootCause(failure).getMessage())));
    }

    private static Optional<String> sentence(ValidationErrors errors) {
        return errors.getAllErrors().stream()
                .filter(FieldError.class::isInstance)
                .map(FieldError.class::cast)
                .flatMap(error ->
                        property(errors, error.getField()).stream()
                                .flatMap(property ->
                                        sentence(
                                                property, String.valueOf(error.getDefaultMessage()))
                                                .stream()))
                .findFirst();
    }

    private static Optional<ConfigurationProperty> property(ValidationErrors errors, String field) {
        ConfigurationPropertyName name =
                errors.getName().append(ConfigurationPropertyName.adapt(field, '.'));
        return errors.getBoundProperties().stream()
                .filter(property -> property.getName().equals(name))
                .findFirst();
    }

    private static Optional<String> sentence(ConfigurationProperty property, String problem) {
        Matcher variable = VARIABLE.matcher(String.valueOf(property.getValue()));
        return variable.find()
                ? Optional.of("%s can't be used: %s".formatted(variable.group(1), problem))
                : Optional.empty();
    }

    private static Throwable rootCause(Throwable failure) {
        Throwable cause = failure;
        for (Throwable next = failure; next != null; next = next.getCause()) {
            cause = next;
        }
        return cause;
    }
}
