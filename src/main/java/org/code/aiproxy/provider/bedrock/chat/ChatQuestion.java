package org.code.aiproxy.provider.bedrock.chat;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.code.aiproxy.model.ChatRequest;
import org.code.aiproxy.model.ModelException;
import org.code.aiproxy.model.catalogue.Effort;
import org.code.aiproxy.model.catalogue.Parameter;
import org.code.aiproxy.provider.adaptation.Asked;
import org.code.aiproxy.provider.adaptation.RequestShape;
import org.code.aiproxy.provider.bedrock.converse.ConverseApi;
import org.code.aiproxy.provider.bedrock.converse.Documents;
import tools.jackson.core.JacksonException;

/**
 * A request in the form of OpenAI's chat completions, checked, to be put into the form that a model
 * on Bedrock takes.
 *
 * @param fields the request's fields
 * @param isStreamed whether the answer is wanted as events
 * @param model who is asked
 * @param effort how long the model should think, if the caller says
 * @param choices how many answers are wanted
 * @param defaultTokens tokens that the answer may have where the caller sets no limit
 */
record ChatQuestion(
        RequestField fields,
        boolean isStreamed,
        ConverseApi.Model model,
        Optional<Effort> effort,
        int choices,
        int defaultTokens) {

    /** As many as a caller can ask for in one request; each is a call of its own. */
    private static final int MOST_CHOICES = 10;

    /** What a caller's fields ask for. */
    private static final Map<String, Parameter> PARAMETERS =
            Map.of(
                    "temperature", Parameter.TEMPERATURE,
                    "top_p", Parameter.TOP_P,
                    "max_tokens", Parameter.MAX_TOKENS,
                    "max_completion_tokens", Parameter.MAX_TOKENS,
                    "response_format", Parameter.RESPONSE_FORMAT,
                    "tool_choice", Parameter.TOOL_CHOICE,
                    "reasoning_effort", Parameter.REASONING_EFFORT);

    /**
     * @throws ModelException.Unsupported when no model on Bedrock can do what is asked, naming the
     *     field
     */
    static ChatQuestion read(ChatRequest request, ConverseApi.Model model, int defaultTokens) {
        RequestField fields = fields(request.sent().json());
        ChatFields.check(fields);
        if (fields.member("stream").isGiven()) {
            fields.member("stream").flag();
        }
        return new ChatQuestion(
                fields,
                request.isStreamed(),
                model,
                effort(fields.member("reasoning_effort")),
                choices(fields.member("n")),
                defaultTokens);
    }

    /** What providers may refuse in it. */
    Asked asked() {
        Set<Parameter> parameters = EnumSet.noneOf(Parameter.class);
        PARAMETERS.forEach((name, parameter) -> {
            if (asksFor(fields.member(name))) {
                parameters.add(parameter);
            }
        });
        return new Asked(new Asked.Subject(model.id(), model.card(), effort), parameters);
    }

    /** Sampling with 1 is what a model does that is told nothing. */
    private static boolean asksFor(RequestField field) {
        boolean isSampling = Set.of("temperature", "top_p").contains(field.path());
        return field.isGiven()
                && !(isSampling && field.value().isNumber() && field.value().doubleValue() == 1);
    }

    /**
     * The call in a form.
     *
     * @throws ModelException.Unsupported when the model can't do what is asked in this form
     */
    ChatCall in(RequestShape shape) {
        return ChatCall.of(this, shape);
    }

    private static RequestField fields(byte[] json) {
        try {
            return new RequestField("", Documents.EXACT.readTree(json)).object();
        } catch (JacksonException e) {
            throw new ModelException.Unsupported("body", "is not JSON.");
        }
    }

    private static int choices(RequestField n) {
        return n.isGiven() ? n.wholeNumber(1, MOST_CHOICES) : 1;
    }

    private static Optional<Effort> effort(RequestField field) {
        if (!field.isGiven()) {
            return Optional.empty();
        }
        Optional<Effort> effort = Effort.parse(field.text());
        if (effort.isEmpty()) {
            throw field.refused("must be one of %s.".formatted(Effort.wireNames()));
        }
        return effort;
    }
}
