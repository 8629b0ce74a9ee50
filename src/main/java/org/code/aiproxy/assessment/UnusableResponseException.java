package org.code.aiproxy.assessment;

import java.util.List;
import java.util.stream.Collectors;
import org.code.aiproxy.completion.Reading;

/** The model answered, but nothing that it said can be used. */
public final class UnusableResponseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean cutOff;

    /**
     * @param responses what came of reading each response, at least one
     */
    UnusableResponseException(List<Reading.Unusable> responses) {
        super(responses.stream().map(Reading.Unusable::problem).collect(Collectors.joining("; ")));
        this.cutOff = responses.stream().allMatch(Reading.Unusable::cutOff);
    }

    /** Whether every response was cut off for length, so that asking again won't help. */
    public boolean isCutOff() {
        return cutOff;
    }
}
