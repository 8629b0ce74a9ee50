package org.code.aiproxy.model.bedrock;

import java.util.List;
import software.amazon.awssdk.services.bedrockruntime.model.InferenceConfiguration;

/** Reads how a model is to write. */
final class ChatSettings {

    private ChatSettings() {}

    static InferenceConfiguration read(RequestField request, ConverseApi.Model model) {
        InferenceConfiguration.Builder settings =
                InferenceConfiguration.builder().maxTokens(maxTokens(request, model));
        RequestField temperature = request.member("temperature");
        if (temperature.isGiven()) {
            double value = temperature.number(0, 1);
            if (model.takesTemperature()) {
                settings.temperature((float) value);
            } else if (value != 1) {
                throw temperature.refused("can't be set for this model: leave it out.");
            }
        }
        RequestField topP = request.member("top_p");
        // Some models take no temperature beside it, and 1 asks for nothing.
        if (topP.isGiven() && topP.number(0, 1) < 1) {
            settings.topP((float) topP.number(0, 1));
        }
        List<String> stop = stop(request.member("stop"));
        if (!stop.isEmpty()) {
            settings.stopSequences(stop);
        }
        return settings.build();
    }

    private static int maxTokens(RequestField request, ConverseApi.Model model) {
        RequestField old = request.member("max_tokens");
        RequestField current = request.member("max_completion_tokens");
        if (old.isGiven() && current.isGiven()) {
            throw old.refused("can't be sent together with max_completion_tokens.");
        }
        RequestField given = old.isGiven() ? old : current;
        return given.isGiven() ? given.wholeNumber(1, Integer.MAX_VALUE) : model.maxTokens();
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
