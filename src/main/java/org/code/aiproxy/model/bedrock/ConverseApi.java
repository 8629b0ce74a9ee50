package org.code.aiproxy.model.bedrock;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.code.aiproxy.model.CallerGoneException;
import org.code.aiproxy.model.Completion;
import org.code.aiproxy.model.Completion.FinishReason;
import org.code.aiproxy.model.Deadline;
import org.code.aiproxy.model.ModelCard;
import org.code.aiproxy.model.ModelCard.StructuredOutput;
import org.code.aiproxy.model.ModelException;
import org.code.aiproxy.model.ModelRequest;
import org.code.aiproxy.model.ModelResponse;
import org.code.aiproxy.model.PromptCaching;
import org.code.aiproxy.telemetry.ModelCall;
import org.springframework.util.function.SingletonSupplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlock;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseRequest;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseResponse;
import software.amazon.awssdk.services.bedrockruntime.model.InferenceConfiguration;
import software.amazon.awssdk.services.bedrockruntime.model.StopReason;

/**
 * The Converse API, the same for every vendor's models (<a
 * href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html">API
 * reference</a>).
 */
final class ConverseApi {

    private final Supplier<BedrockRuntimeClient> client;

    /**
     * What decides how a model is asked.
     *
     * @param id a model id, an inference profile's id, or an ARN
     * @param maxTokens tokens that it may write
     * @param card what is known of it, if anything is
     * @param caching how prompts are cached, if it takes cache points
     */
    record Model(
            String id, int maxTokens, Optional<ModelCard> card, Optional<PromptCaching> caching) {

        boolean takesTemperature() {
            return card.map(ModelCard::takesTemperature).orElse(true);
        }

        /** How it can be held to a schema, if it can. */
        Optional<StructuredOutput> structuredOutput() {
            return card.flatMap(ModelCard::structuredOutput);
        }

        ModelCall call(int choices) {
            return new ModelCall(id, choices, card);
        }
    }

    /**
     * @param client called at the first request, because looking for a region and credentials can
     *     take seconds, or fail, where nobody uses Bedrock
     */
    ConverseApi(Supplier<BedrockRuntimeClient> client) {
        this.client = SingletonSupplier.of(client);
    }

    /** Asks for one completion. */
    ModelResponse converse(ModelRequest request, Model model) {
        return response(send(converseRequest(request, model), request.deadline()));
    }

    /**
     * Makes a call.
     *
     * @throws CallerGoneException when the thread is interrupted
     */
    ConverseResponse send(ConverseRequest.Builder request, Deadline deadline) {
        Duration remaining = deadline.remaining();
        if (remaining.isZero()) {
            throw new ModelException.TimedOut(BedrockFaults.PROVIDER);
        }
        request.overrideConfiguration(
                options -> options.apiCallTimeout(remaining).apiCallAttemptTimeout(remaining));
        try {
            return CancellableCall.make(() -> client.get().converse(request.build()));
        } catch (SdkException e) {
            throw BedrockFaults.translate(e);
        }
    }

    /** What the model answered. */
    static List<ContentBlock> content(ConverseResponse response) {
        if (response.output() == null || response.output().message() == null) {
            throw new ModelException.Garbled(
                    BedrockFaults.PROVIDER, "answered something that is not a completion.");
        }
        return response.output().message().content();
    }

    private static ConverseRequest.Builder converseRequest(ModelRequest request, Model model) {
        CachedTurns turns = CachedTurns.of(request, model.caching());
        ConverseRequest.Builder converse =
                ConverseRequest.builder()
                        .modelId(model.id())
                        .system(turns.system())
                        .messages(turns.turns())
                        .inferenceConfig(inference(request, model));
        request.schema()
                .map(ConverseSchema::of)
                .ifPresent(schema ->
                        model.structuredOutput().ifPresent(way -> hold(converse, schema, way)));
        return converse;
    }

    private static void hold(
            ConverseRequest.Builder converse, ConverseSchema schema, StructuredOutput way) {
        switch (way) {
            case SCHEMA -> converse.outputConfig(schema.output());
            case TOOL -> converse.toolConfig(schema.tool());
        }
    }

    private static InferenceConfiguration inference(ModelRequest request, Model model) {
        InferenceConfiguration.Builder inference =
                InferenceConfiguration.builder().maxTokens(model.maxTokens());
        if (model.takesTemperature()) {
            inference.temperature((float) request.temperature());
        }
        return inference.build();
    }

    private static ModelResponse response(ConverseResponse response) {
        String text =
                content(response).stream()
                        .flatMap(block ->
                                Stream.concat(
                                        Stream.ofNullable(block.text()),
                                        ConverseSchema.answer(block).stream()))
                        .collect(Collectors.joining());
        return new ModelResponse(
                List.of(new Completion(text, finishReason(response.stopReason()))),
                TokenCounts.of(response.usage()));
    }

    private static FinishReason finishReason(StopReason reason) {
        return switch (reason) {
            // A tool is called where the answer has to come through one.
            case END_TURN, STOP_SEQUENCE, TOOL_USE -> FinishReason.STOP;
            case MAX_TOKENS, MODEL_CONTEXT_WINDOW_EXCEEDED -> FinishReason.LENGTH;
            case GUARDRAIL_INTERVENED, CONTENT_FILTERED -> FinishReason.CONTENT_FILTER;
            case null, default -> FinishReason.OTHER;
        };
    }
}
