package org.code.aiproxy.configuration;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.context.properties.bind.validation.ValidationErrors;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.convert.ConversionFailedException;
import org.springframework.validation.FieldError;

/**
 * Names the environment variable behind a property whose value can't be converted, is out of
 * bounds, or is missing, and says what is allowed.
 */
final class UnreadableSettingAnalyzer extends AbstractFailureAnalyzer<BindException>
        implements Ordered {

    @Override
    public int getOrder() {
        // Before Spring Boot's own analyzer for the same exception.
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, BindException cause) {
        return sentence(cause)
                .map(sentence -> InvalidSettingAnalyzer.analysis(sentence, rootFailure))
                .orElse(null);
    }

    private static Optional<String> sentence(BindException failure) {
        return switch (failure.getCause()) {
            case BindValidationException invalid -> sentence(invalid.getValidationErrors());
            case UnboundConfigurationPropertiesException unbound ->
                    unbound.getUnboundProperties().stream().findFirst().map(it -> unbound(it));
            case null, default ->
                    Optional.ofNullable(failure.getProperty()).map(it -> unreadable(it, failure));
        };
    }

    private static String unbound(ConfigurationProperty property) {
        return "%s is unknown, or an earlier entry of its list is missing: lists begin with 0."
                .formatted(new GivenSetting(property).name());
    }

    private static String unreadable(ConfigurationProperty property, BindException failure) {
        Class<?> type = failure.getTarget().getType().resolve(Object.class);
        String name = new GivenSetting(property).name();
        return Stream.<Throwable>iterate(failure, Objects::nonNull, Throwable::getCause)
                .filter(ConversionFailedException.class::isInstance)
                .map(it -> ((ConversionFailedException) it).getValue())
                .filter(Objects::nonNull)
                .findFirst()
                .map(it -> InvalidSettingException.sentence(name, Allowed.of(type), it.toString()))
                .orElseGet(() -> "%s must be %s.".formatted(name, Allowed.of(type)));
    }

    private static Optional<String> sentence(ValidationErrors errors) {
        return errors.getAllErrors().stream()
                .filter(FieldError.class::isInstance)
                .map(FieldError.class::cast)
                .findFirst()
                .map(error -> sentence(errors, error));
    }

    private static String sentence(ValidationErrors errors, FieldError error) {
        ConfigurationPropertyName name =
                errors.getName().append(DataObjectPropertyName.toDashedForm(error.getField()));
        return errors.getBoundProperties().stream()
                .filter(property -> property.getName().equals(name))
                .findFirst()
                .map(property -> outOfBounds(property, error))
                .orElseGet(() -> missing(name));
    }

    /** The words of Jakarta Validation begin with "must be". */
    private static String outOfBounds(ConfigurationProperty property, FieldError error) {
        return InvalidSettingException.sentence(
                new GivenSetting(property).name(),
                String.valueOf(error.getDefaultMessage()).replaceFirst("^must be ", ""),
                String.valueOf(error.getRejectedValue()));
    }

    private static String missing(ConfigurationPropertyName name) {
        return "%s (in the environment %s) is missing."
                .formatted(name, KnownSettings.variable(name.toString(), ""));
    }
}
