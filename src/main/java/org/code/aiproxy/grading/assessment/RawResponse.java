package org.code.aiproxy.grading.assessment;

import java.util.Optional;
import org.code.aiproxy.grading.response.Reading;
import org.code.aiproxy.model.Completion;

/**
 * One response of a model, word for word, and whether it could be used.
 *
 * @param text what the model said
 * @param problem why it can't be used, quoting a label at the most; empty where it can
 */
public record RawResponse(String text, Optional<String> problem) {

    static RawResponse of(Completion completion, Reading reading) {
        return new RawResponse(
                completion.text(),
                switch (reading) {
                    case Reading.Usable _ -> Optional.empty();
                    case Reading.Unusable unusable -> Optional.of(unusable.problem());
                });
    }

    /** Leaves out what the model said, so that no log line can hold it. */
    @Override
    public String toString() {
        return "RawResponse[%s]".formatted(problem.orElse("usable"));
    }
}
