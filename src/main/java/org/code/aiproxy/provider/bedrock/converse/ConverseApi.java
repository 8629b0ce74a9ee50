package org.code.aiproxy.provider.bedrock.converse;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.code.aiproxy.model.CallerGoneException;
import org.code.aiproxy.model.CallerIds;
import org.code.aiproxy.model.Completion;
import org.code.aiproxy.model.Completion.FinishReason;
import org.code.aiproxy.model.Deadline;
import org.code.aiproxy.model.ModelException;
import org.code.aiproxy.model.ModelRequest;
import org.code.aiproxy.model.ModelResponse;
import org.code.aiproxy.model.PromptCaching;
import org.code.aiproxy.model.catalogue.ModelCard;
import org.code.aiproxy.model.catalogue.Parameter;
import org.code.aiproxy.provider.adaptation.RequestShape;
import org.code.aiproxy.provider.answer.AnswerLimits;
import org.code.aiproxy.provider.answer.AnswerRoom;
import org.code.aiproxy.provider.observation.ModelCall;
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
public final class ConverseApi {

    private final Supplier<BedrockRuntimeClient> client;
    private final AnswerLimits limits;

    /**
     * Who is asked.
     *
     * @param name the parts of its name
     * @param card what is known of it, if anything is
     * @param caching how prompts are cached, if it takes cache points
     */
    public record Model(
            BedrockModelName name, Optional<ModelCard> card, Optional<PromptCaching> caching) {

        /** A model id, an inference profile's id, or an ARN. */
        public String id() {
            return name.modelId();
        }

        public ModelCall call(int choices) {
            return new ModelCall(id(), choices, card);
        }
    }

    /**
     * @param client called at the first request, because looking for a region and credentials can
     *     take seconds, or fail, where nobody uses Bedrock
     */
    public ConverseApi(Supplier<BedrockRuntimeClient> client, AnswerLimits limits) {
        this.limits = limits;
        this.client = SingletonSupplier.of(client);
    }

    /**
     * Asks for one completion.
     *
     * @param shape the form in which the model takes requests
     */
    public ModelResponse converse(ModelRequest request, Model model, RequestShape shape) {
        int tokens = shape.outputTokens(request.generation().room(), model.card(), 1);
        ConverseResponse response =
                send(converseRequest(request, model, shape, tokens), request.deadline());
        return response(response, shape.leavesRoomAbove(tokens));
    }

    /**
     * Makes a call.
     *
     * @throws CallerGoneException when the thread is interrupted
     */
    public ConverseResponse send(ConverseRequest.Builder request, Deadline deadline) {
        Duration remaining = deadline.remaining();
        if (remaining.isZero()) {
            throw new ModelException.TimedOut(BedrockFaults.PROVIDER);
        }
        try (AnswerRoom room = room(request.build())) {
            request.overrideConfiguration(options -> {
                options.apiCallTimeout(remaining)
                        .apiCallAttemptTimeout(remaining)
                        .putExecutionAttribute(BoundedBodies.ROOM, room);
                CallerIds.headers().forEach(options::putHeader);
            });
            return CancellableCall.make(() -> client.get().converse(request.build()));
        } catch (SdkException e) {
            throw BedrockFaults.translate(e);
        }
    }

    private AnswerRoom room(ConverseRequest request) {
        return Optional.ofNullable(request.inferenceConfig())
                .map(InferenceConfiguration::maxTokens)
                .map(limits::roomFor)
                .orElseGet(limits::room);
    }

    /** What the model answered; nothing where Bedrock withholds what it calls malformed. */
    public static List<ContentBlock> content(ConverseResponse response) {
        if (response.output() != null && response.output().message() != null) {
            return response.output().message().content();
        }
        if (response.stopReasonAsString() == null) {
            throw new ModelException.Garbled(
                    BedrockFaults.PROVIDER, "answered, but not with a completion.");
        }
        return List.of();
    }

    private static ConverseRequest.Builder converseRequest(
            ModelRequest request, Model model, RequestShape shape, int tokens) {
        CachedTurns turns =
                CachedTurns.of(
                        request, model.caching().filter(_ -> shape.takes(Parameter.PROMPT_CACHE)));
        ConverseRequest.Builder converse =
                ConverseRequest.builder()
                        .modelId(model.id())
                        .system(turns.system())
                        .messages(turns.turns())
                        .inferenceConfig(inference(request, model, shape, tokens));
        shape.effort()
                .flatMap(effort -> ThinkingFields.of(model.name(), effort, tokens))
                .ifPresent(converse::additionalModelRequestFields);
        request.schema().map(ConverseSchema::of).ifPresent(schema -> hold(converse, schema, shape));
        return converse;
    }

    private static void hold(
            ConverseRequest.Builder converse, ConverseSchema schema, RequestShape shape) {
        switch (shape.form()) {
            case SCHEMA -> converse.outputConfig(schema.output());
            case TOOL -> converse.toolConfig(schema.tool());
            case PROMPT -> {
                // The prompt says what to answer in.
            }
        }
    }

    private static InferenceConfiguration inference(
            ModelRequest request, Model model, RequestShape shape, int tokens) {
        InferenceConfiguration.Builder inference = InferenceConfiguration.builder();
        if (shape.limitField().isPresent()) {
            inference.maxTokens(tokens);
        }
        boolean thinksByBudget =
                shape.effort()
                        .filter(effort -> ThinkingFields.isBudgeted(model.name(), effort))
                        .isPresent();
        if (shape.takes(Parameter.TEMPERATURE) && !thinksByBudget) {
            inference.temperature((float) request.generation().temperature());
        }
        return inference.build();
    }

    private static ModelResponse response(ConverseResponse response, boolean couldBeLonger) {
        String text =
                content(response).stream()
                        .flatMap(block ->
                                Stream.concat(
                                        Stream.ofNullable(block.text()),
                                        ConverseSchema.answer(block).stream()))
                        .collect(Collectors.joining());
        return new ModelResponse(
                List.of(new Completion(text, finishReason(response.stopReason(), couldBeLonger))),
                TokenCounts.of(response.usage()));
    }

    private static FinishReason finishReason(StopReason reason, boolean couldBeLonger) {
        return switch (reason) {
            // A tool is called where the answer has to come through one.
            case END_TURN, STOP_SEQUENCE, TOOL_USE -> FinishReason.STOP;
            case MAX_TOKENS -> couldBeLonger ? FinishReason.REQUESTED_LENGTH : FinishReason.LENGTH;
            case MODEL_CONTEXT_WINDOW_EXCEEDED -> FinishReason.LENGTH;
            case GUARDRAIL_INTERVENED, CONTENT_FILTERED -> FinishReason.CONTENT_FILTER;
            case null, default -> FinishReason.OTHER;
        };
    }
}
