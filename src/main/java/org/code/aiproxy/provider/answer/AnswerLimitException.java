package org.code.aiproxy.provider.answer;

import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** An answer is longer than it may be, so it is not read to its end. */
public final class AnswerLimitException extends IOException {

    private static final long serialVersionUID = 1L;

    private final String problem;

    /**
     * @param problem what is wrong with the answer, to follow the provider's name in a sentence
     */
    AnswerLimitException(String problem) {
        super(problem);
        this.problem = problem;
    }

    /** What is wrong with the answer, to follow the provider's name in a sentence. */
    public String problem() {
        return problem;
    }

    /** The same among a fault's causes, if it is there. */
    public static Optional<AnswerLimitException> in(Throwable fault) {
        return Stream.iterate(fault, Objects::nonNull, Throwable::getCause)
                .filter(AnswerLimitException.class::isInstance)
                .map(AnswerLimitException.class::cast)
                .findFirst();
    }
}
