package org.code.aiproxy.grading.assessment;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.code.aiproxy.grading.response.Reading;
import org.code.aiproxy.model.catalogue.Usage;

/** The model answered, but nothing that it said can be used. */
public final class UnusableResponseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ModelAnswer answer;

    /**
     * @param answer what the model said, at least one response
     */
    UnusableResponseException(ModelAnswer answer) {
        super(
                isCutOff(answer)
                        ? cutOff(answer)
                        : "no response is usable: " + problems(answer.unusable()));
        this.answer = answer;
    }

    private static boolean isCutOff(ModelAnswer answer) {
        return answer.unusable().stream().allMatch(Reading.Unusable::cutOff);
    }

    private static String cutOff(ModelAnswer answer) {
        long thinking = answer.usage().reasoningTokens();
        String cause = thinking > 0 ? ", after %d tokens of thinking".formatted(thinking) : "";
        String advice = thinking > 0 ? ", set a lower reasoning-effort" : "";
        return "the model's answer was cut off for length%s. Ask about fewer key concepts%s, or use a model that can write more"
                .formatted(cause, advice);
    }

    /** Of several responses, each by its number. */
    private static String problems(List<Reading.Unusable> responses) {
        return responses.size() == 1
                ? responses.getFirst().problem()
                : IntStream.rangeClosed(1, responses.size())
                        .mapToObj(
                                i -> "response %d: %s".formatted(i, responses.get(i - 1).problem()))
                        .collect(Collectors.joining("; "));
    }

    /** What the model said: it was paid for. */
    public List<RawResponse> responses() {
        return answer.raw();
    }

    /** The tokens that were paid for. */
    public Usage usage() {
        return answer.usage();
    }
}
