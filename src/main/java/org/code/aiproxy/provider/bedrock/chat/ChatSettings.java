package org.code.aiproxy.provider.bedrock.chat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.code.aiproxy.model.Adjustment;
import org.code.aiproxy.model.OutputRoom;
import org.code.aiproxy.model.catalogue.Parameter;
import org.code.aiproxy.provider.adaptation.RequestShape;
import org.code.aiproxy.provider.bedrock.converse.ThinkingFields;
import software.amazon.awssdk.core.document.Document;
import software.amazon.awssdk.services.bedrockruntime.model.InferenceConfiguration;

/**
 * How a model is to write.
 *
 * @param inference Converse's own fields for it
 * @param thinking the vendor's fields for how long the model thinks
 * @param adjusted what differs from what was asked for, beyond what the model's form says
 */
record ChatSettings(
        InferenceConfiguration inference, Optional<Document> thinking, List<Adjustment> adjusted) {

    static ChatSettings read(ChatQuestion question, RequestShape shape) {
        RequestField request = question.fields();
        Optional<Integer> wished = wishedTokens(request);
        int tokens = shape.within(wished.orElseGet(() -> defaultTokens(question, shape)));
        InferenceConfiguration.Builder inference = InferenceConfiguration.builder();
        if (shape.limitField().isPresent()) {
            inference.maxTokens(tokens);
        }
        sampling(request, question, shape, inference);
        List<String> stop = stop(request.member("stop"));
        if (!stop.isEmpty()) {
            inference.stopSequences(stop);
        }
        return new ChatSettings(
                inference.build(),
                shape.effort()
                        .flatMap(it -> ThinkingFields.of(question.model().name(), it, tokens)),
                wished.filter(it -> it > tokens).stream()
                        .map(_ -> limitedTo(tokens, shape))
                        .toList());
    }

    private static void sampling(
            RequestField request,
            ChatQuestion question,
            RequestShape shape,
            InferenceConfiguration.Builder inference) {
        boolean isFree =
                shape.effort()
                        .filter(it -> ThinkingFields.isBudgeted(question.model().name(), it))
                        .isEmpty();
        RequestField temperature = request.member("temperature");
        if (temperature.isGiven()) {
            double value = temperature.number(0, 1);
            if (shape.takes(Parameter.TEMPERATURE) && isFree) {
                inference.temperature((float) value);
            }
        }
        RequestField topP = request.member("top_p");
        // Some models take no temperature beside it, and 1 asks for nothing.
        if (topP.isGiven() && topP.number(0, 1) < 1 && shape.takes(Parameter.TOP_P)) {
            inference.topP((float) topP.number(0, 1));
        }
    }

    private static Adjustment limitedTo(int tokens, RequestShape shape) {
        return shape.adjustments(Set.of(Parameter.MAX_TOKENS)).stream()
                .findFirst()
                .orElseGet(() -> RequestShape.limitedByCatalogue(tokens));
    }

    private static Optional<Integer> wishedTokens(RequestField request) {
        RequestField old = request.member("max_tokens");
        RequestField current = request.member("max_completion_tokens");
        if (old.isGiven() && current.isGiven()) {
            throw old.refused("can't be sent together with max_completion_tokens.");
        }
        RequestField given = old.isGiven() ? old : current;
        return given.isGiven()
                ? Optional.of(given.wholeNumber(1, Integer.MAX_VALUE))
                : Optional.empty();
    }

    private static int defaultTokens(ChatQuestion question, RequestShape shape) {
        return question.defaultTokens() + shape.effort().map(OutputRoom::thinking).orElse(0);
    }

    private static List<String> stop(RequestField stop) {
        if (!stop.isGiven()) {
            return List.of();
        }
        List<RequestField> sequences = stop.value().isArray() ? stop.items() : List.of(stop);
        return sequences.stream().map(ChatSettings::sequence).toList();
    }

    private static String sequence(RequestField sequence) {
        if (sequence.text().isEmpty()) {
            throw sequence.refused("must not be empty.");
        }
        return sequence.text();
    }
}
