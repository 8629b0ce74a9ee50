package org.code.aiproxy.configuration;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in a sentence which setting stopped the start. */
final class InvalidSettingAnalyzer extends AbstractFailureAnalyzer<InvalidSettingException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, InvalidSettingException cause) {
        return analysis(cause.getMessage(), rootFailure);
    }

    static FailureAnalysis analysis(@Nullable String description, Throwable failure) {
        return new FailureAnalysis(description, null, failure);
    }
}
