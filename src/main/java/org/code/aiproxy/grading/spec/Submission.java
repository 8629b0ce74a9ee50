package org.code.aiproxy.grading.spec;

import java.util.Optional;

/**
 * A program that someone posted, and what is wanted of its assessment.
 *
 * @param spec what is wanted
 * @param code the student's program
 * @param callersKey the caller's own OpenAI key, for this request only
 */
public record Submission(SpecDraft spec, String code, Optional<String> callersKey) {

    /** The fault of a request that has no program. */
    public static InvalidFieldException withoutCode() {
        return new InvalidFieldException(
                AssessmentField.CODE.text(), "is required; it may be blank.");
    }

    /** Leaves program and key out, so that no log line can hold them. */
    @Override
    public String toString() {
        return "Submission[%s]".formatted(spec.choice());
    }
}
