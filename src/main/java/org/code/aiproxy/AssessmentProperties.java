package org.code.aiproxy;

import org.code.aiproxy.grading.spec.AssessmentRules;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings for assessments.
 *
 * @param fullRubric whether the model sees the key concepts too that decision trees answer, to
 *     reproduce measurements that were taken so
 * @param reask whether a model is asked once more for key concepts that no response can be used for
 * @param structuredOutput {@code auto} holds models that can be to a schema where the response type
 *     is JSON; {@code off} leaves all to the prompt
 */
@Validated
@ConfigurationProperties("aiproxy.assessment")
record AssessmentProperties(
        @DefaultValue("false") boolean fullRubric,
        @DefaultValue("true") boolean reask,
        @DefaultValue("auto") StructuredOutput structuredOutput) {

    /** Whether models are constrained to a schema where they can be. */
    enum StructuredOutput {
        AUTO,
        OFF
    }

    AssessmentRules rules() {
        return new AssessmentRules(fullRubric, reask, structuredOutput == StructuredOutput.AUTO);
    }
}
