package org.code.aiproxy.grading.spec;

/**
 * What is the same for all assessments.
 *
 * @param fullRubric whether the model sees the key concepts too that decision trees answer
 * @param reask whether a model is asked once more for key concepts that no response can be used for
 * @param structuredOutput whether models that can be are constrained to a schema where the response
 *     type is JSON
 */
public record AssessmentRules(boolean fullRubric, boolean reask, boolean structuredOutput) {}
