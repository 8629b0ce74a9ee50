package org.code.aiproxy.provider.adaptation;

import java.util.List;
import java.util.Optional;
import org.code.aiproxy.model.catalogue.Effort;
import org.code.aiproxy.model.catalogue.Parameter;

/** Finds the form to try after a refusal. */
final class Mending {

    private final RequestShape shape;
    private final String reason;

    /**
     * @param shape the form that was refused
     * @param by who refused it, for people
     */
    Mending(RequestShape shape, String by) {
        this.shape = shape;
        this.reason = "refused by " + by;
    }

    /** The next form; empty where this one can't be mended. */
    Optional<RequestShape> after(Refusal refusal) {
        return switch (refusal) {
            case Refusal.EffortNotAllowed(List<Effort> allowed) ->
                    shape.effort().flatMap(now -> withEffort(now.nearestOf(others(allowed, now))));
            case Refusal.TooManyTokens(int most) -> withLimit(most);
            case Refusal.Unsupported(Parameter parameter) -> without(parameter);
        };
    }

    /** Some messages end with the value that they refuse. */
    private static List<Effort> others(List<Effort> allowed, Effort refused) {
        return allowed.stream().filter(effort -> effort != refused).toList();
    }

    private Optional<RequestShape> without(Parameter parameter) {
        return switch (parameter) {
            case TEMPERATURE, TOP_P, N, PROMPT_CACHE -> withoutPlain(parameter);
            case MAX_TOKENS -> withNextLimitField();
            case RESPONSE_FORMAT -> withoutForm(AnswerForm.SCHEMA, parameter);
            case TOOL_CHOICE -> withoutForm(AnswerForm.TOOL, parameter);
            case REASONING_EFFORT -> shape.effort().flatMap(_ -> withEffort(Optional.empty()));
        };
    }

    private Optional<RequestShape> withoutPlain(Parameter parameter) {
        String change =
                parameter == Parameter.N ? "asked for in separate calls" : RequestShape.LEFT_OUT;
        return shape.takes(parameter)
                ? Optional.of(shape.refusing(parameter).noting(parameter, change, reason))
                : Optional.empty();
    }

    private Optional<RequestShape> withNextLimitField() {
        if (shape.limitFields().isEmpty()) {
            return Optional.empty();
        }
        List<TokenLimitField> others = shape.limitFields().subList(1, shape.limitFields().size());
        String change =
                others.stream()
                        .findFirst()
                        .map(next -> "sent as " + next.wireName())
                        .orElse(RequestShape.LEFT_OUT);
        return Optional.of(shape.limitedBy(others).noting(Parameter.MAX_TOKENS, change, reason));
    }

    /** Some providers name a limit that they refuse as well: "lower than 4096". */
    private Optional<RequestShape> withLimit(int most) {
        int lower = Math.min(most, shape.outputLimit().orElse(Integer.MAX_VALUE) - 1);
        return lower < 1
                ? Optional.empty()
                : Optional.of(
                        shape.limitedTo(lower)
                                .noting(Parameter.MAX_TOKENS, "limited to " + lower, reason));
    }

    private Optional<RequestShape> withoutForm(AnswerForm form, Parameter parameter) {
        if (!shape.takes(parameter)) {
            return Optional.empty();
        }
        List<AnswerForm> others = shape.forms().stream().filter(it -> it != form).toList();
        // Else the tool is one of the caller's own, which stays and isn't forced any more.
        String change = shape.form() == form ? next(others.getFirst()) : "not forced";
        return Optional.of(
                shape.refusing(parameter).answeringIn(others).noting(parameter, change, reason));
    }

    private static String next(AnswerForm form) {
        return switch (form) {
            case SCHEMA -> "sent as response_format";
            case TOOL -> "sent as a forced tool";
            case PROMPT -> "left to the prompt";
        };
    }

    private Optional<RequestShape> withEffort(Optional<Effort> other) {
        return Optional.of(
                shape.thinking(other)
                        .noting(Parameter.REASONING_EFFORT, RequestShape.sentAs(other), reason));
    }
}
