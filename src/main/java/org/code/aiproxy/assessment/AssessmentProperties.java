package org.code.aiproxy.assessment;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.code.aiproxy.settings.InvalidSettingException;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings for assessments.
 *
 * @param budget the time that one request may take in all; the caller gives up after 165 s
 * @param fullRubric whether the model sees the key concepts too that decision trees answer, to
 *     reproduce measurements that were taken so
 * @param reask whether a model is asked once more for key concepts that no response can be used for
 * @param structuredOutput {@code auto} holds models that can be to a schema where the response type
 *     is JSON; {@code off} leaves all to the prompt
 */
@Validated
@ConfigurationProperties("aiproxy.assessment")
record AssessmentProperties(
        @DefaultValue("150s") @NotNull Duration budget,
        @DefaultValue("false") boolean fullRubric,
        @DefaultValue("true") boolean reask,
        @DefaultValue("auto") StructuredOutput structuredOutput) {

    /** Whether models are held to a schema where they can be. */
    enum StructuredOutput {
        AUTO,
        OFF;

        boolean isOn() {
            return this == AUTO;
        }
    }

    AssessmentProperties {
        if (!budget.isPositive()) {
            throw new InvalidSettingException("AIPROXY_BUDGET", "must be a time such as 150s.");
        }
    }
}
