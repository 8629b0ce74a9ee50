package org.code.aiproxy.settings;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;

/**
 * Names the environment variable behind a property whose value can't be converted. Operators set
 * variables, and application.yml says which property each of them sets.
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
        return variable(cause)
                .map(name ->
                        InvalidSettingAnalyzer.analysis(
                                "%s can't be used: %s"
                                        .formatted(name, rootCause(cause).getMessage()),
                                rootFailure))
                .orElse(null);
    }

    private static Optional<String> variable(BindException failure) {
        return Optional.ofNullable(failure.getProperty())
                .map(ConfigurationProperty::getValue)
                .map(value -> VARIABLE.matcher(value.toString()))
                .filter(Matcher::find)
                .map(matcher -> matcher.group(1));
    }

    private static Throwable rootCause(Throwable failure) {
        Throwable cause = failure;
        for (Throwable next = failure; next != null; next = next.getCause()) {
            cause = next;
        }
        return cause;
    }
}
