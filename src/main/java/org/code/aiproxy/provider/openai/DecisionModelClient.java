package org.code.aiproxy.provider.openai;

import com.openai.client.OpenAIClient;
import com.openai.core.http.Headers;
import com.openai.core.http.HttpResponseFor;
import com.openai.errors.OpenAIException;
import com.openai.models.decisions.Decision;
import com.openai.models.decisions.DecisionCreateParams;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.code.aiproxy.model.ChatApi;
import org.code.aiproxy.model.ChatReply;
import org.code.aiproxy.model.ChatRequest;
import org.code.aiproxy.model.ListedModel;
import org.code.aiproxy.model.ModelClient;
import org.code.aiproxy.model.ModelException;
import org.code.aiproxy.model.ModelRequest;
import org.code.aiproxy.model.ModelResponse;
import org.code.aiproxy.model.catalogue.ModelCard;
import org.code.aiproxy.model.catalogue.ModelCatalogue;
import org.code.aiproxy.model.catalogue.Usage;
import org.code.aiproxy.model.decision.DecisionClient;
import org.code.aiproxy.model.decision.DecisionRequest;
import org.code.aiproxy.model.decision.DecisionResponse;
import org.code.aiproxy.provider.answer.AnswerLimits;
import org.code.aiproxy.provider.answer.AnswerRoom;
import org.code.aiproxy.provider.call.ProviderCalls;
import org.code.aiproxy.provider.observation.ModelCall;
import org.code.aiproxy.provider.openai.wire.DecisionsFormat;
import org.code.aiproxy.provider.openai.wire.ErrorBody;
import org.code.aiproxy.provider.openai.wire.WholeAnswer;
import org.springframework.util.function.SingletonSupplier;
import tools.jackson.databind.JsonNode;

/**
 * OpenAI's models where they decide in place of writing (<a
 * href="https://platform.openai.com/docs/api-reference/decisions">API reference</a>): their names
 * begin with {@code decisions.} here.
 */
final class DecisionModelClient implements ModelClient, DecisionClient {

    private static final String PREFIX = "decisions.";

    /** What an answer to 200 questions with ten levels stays far below, in tokens. */
    private static final int MOST_TOKENS = 100_000;

    private final Supplier<OpenAIClient> client;
    private final ChatPassThrough chat;
    private final ProviderCalls calls;
    private final OpenAiFaults faults;
    private final OpenAiProperties properties;
    private final ModelCatalogue catalogue;
    private final AnswerLimits limits;

    /**
     * @param provider what errors call the provider
     */
    DecisionModelClient(
            String provider,
            Supplier<OpenAIClient> client,
            ChatPassThrough chat,
            ProviderCalls calls,
            OpenAiProperties properties,
            ModelCatalogue catalogue,
            AnswerLimits limits) {
        this.client = SingletonSupplier.of(client);
        this.chat = chat;
        this.calls = calls;
        this.faults = new OpenAiFaults(provider);
        this.properties = properties;
        this.catalogue = catalogue;
        this.limits = limits;
    }

    @Override
    public boolean serves(String model) {
        return model.startsWith(PREFIX) && model.length() > PREFIX.length();
    }

    @Override
    public List<String> modelNames() {
        return List.of(PREFIX + "gpt-*");
    }

    @Override
    public Optional<String> defaultModel() {
        return Optional.empty();
    }

    @Override
    public String agent(String model) {
        return OpenAiModelClient.PROVIDER;
    }

    @Override
    public String modelId(String model) {
        return model.substring(PREFIX.length());
    }

    /** Its prices are those of the model: input costs the same, and nothing else is counted. */
    @Override
    public Optional<ModelCard> card(String model) {
        return catalogue.find(OpenAiModelClient.PROVIDER, modelId(model));
    }

    @Override
    public DecisionResponse decide(DecisionRequest request) {
        String key = properties.keyFor(request.callersKey());
        String model = modelId(request.model());
        DecisionCreateParams params = DecisionParams.of(request, model);
        return calls.make(
                new ModelCall(model, 1, card(request.model())),
                request.deadline(),
                attempt -> {
                    try (HttpResponseFor<Decision> response =
                                    client.get()
                                            .withOptions(options -> options.apiKey(key))
                                            .decisions()
                                            .withRawResponse()
                                            .create(params, TimeLimit.until(request.deadline()));
                            AnswerRoom room = limits.roomFor(MOST_TOKENS)) {
                        JsonNode answer = WholeAnswer.read(response.body(), room).root();
                        DecisionsFormat format = new DecisionsFormat();
                        Usage usage = format.usage(answer).orElse(Usage.NONE);
                        attempt.took(usage);
                        if (!format.isAnswer(answer)) {
                            throw noAnswer(answer, response.headers());
                        }
                        return new DecisionResponse(
                                DecisionAnswers.of(request.questions(), answer.path("answers")),
                                usage);
                    } catch (OpenAIException | IOException | UncheckedIOException e) {
                        throw faults.translate(e, request.deadline());
                    }
                });
    }

    private ModelException noAnswer(JsonNode answer, Headers headers) {
        return answer.optional("error")
                .filter(it -> !it.isNull())
                .map(it -> faults.reported(ErrorBody.of(it), headers))
                .orElseGet(() -> faults.translate(200, headers, null));
    }

    @Override
    public ModelResponse complete(ModelRequest request) {
        throw decidesOnly();
    }

    @Override
    public Usage chat(ChatRequest request, ChatReply reply) {
        if (request.api() != ChatApi.DECISIONS) {
            throw decidesOnly();
        }
        return chat.chat(
                request.named(modelId(request.model())),
                card(request.model()),
                properties.keyFor(Optional.empty()),
                reply);
    }

    private static ModelException.Unsupported decidesOnly() {
        return new ModelException.Unsupported(
                "model",
                "makes decisions and writes no text: use it in assessments and POST /v1/decisions, or remove `%s` from its name."
                        .formatted(PREFIX));
    }

    @Override
    public List<ListedModel> models() {
        return List.of();
    }
}
