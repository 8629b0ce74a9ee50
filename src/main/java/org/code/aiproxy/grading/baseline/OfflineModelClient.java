package org.code.aiproxy.grading.baseline;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.code.aiproxy.grading.feature.FeatureExtractor;
import org.code.aiproxy.grading.injection.Boundary;
import org.code.aiproxy.grading.prompt.Prompt;
import org.code.aiproxy.grading.response.LabelledConcept;
import org.code.aiproxy.grading.rubric.InvalidRubricException;
import org.code.aiproxy.grading.rubric.Rubric;
import org.code.aiproxy.model.ChatReply;
import org.code.aiproxy.model.ChatRequest;
import org.code.aiproxy.model.Completion;
import org.code.aiproxy.model.Completion.FinishReason;
import org.code.aiproxy.model.ListedModel;
import org.code.aiproxy.model.Message;
import org.code.aiproxy.model.ModelClient;
import org.code.aiproxy.model.ModelException;
import org.code.aiproxy.model.ModelRequest;
import org.code.aiproxy.model.ModelResponse;
import org.code.aiproxy.model.catalogue.ModelCard;
import org.code.aiproxy.model.catalogue.Prices;
import org.code.aiproxy.model.catalogue.Rates;
import org.code.aiproxy.model.catalogue.Usage;

/**
 * The offline baseline behind the interface of a model: it reads the prompt and writes an answer.
 */
public final class OfflineModelClient implements ModelClient {

    /** The name that requests ask for it by. */
    public static final String NAME = "offline.baseline";

    private static final String AGENT = "offline";

    /** It costs nothing at any time, and reads as much as a request can hold. */
    private static final ModelCard CARD =
            ModelCard.of(AGENT, NAME, Integer.MAX_VALUE, Integer.MAX_VALUE)
                    .priced(
                            Optional.of(
                                    Prices.flat(
                                            new Rates(
                                                    BigDecimal.ZERO,
                                                    Optional.empty(),
                                                    Optional.empty(),
                                                    BigDecimal.ZERO))));

    private static final String NOTHING_TO_SAY =
            "This is aiproxy's offline baseline. It can only grade programs by a rubric; for a"
                    + " language model, configure a provider.";

    private final FeatureExtractor extractor;

    /**
     * @param extractor finds what programs do
     */
    public OfflineModelClient(FeatureExtractor extractor) {
        this.extractor = extractor;
    }

    @Override
    public boolean serves(String model) {
        return model.equals(NAME);
    }

    @Override
    public List<String> modelNames() {
        return List.of(NAME);
    }

    @Override
    public Optional<String> defaultModel() {
        return Optional.of(NAME);
    }

    @Override
    public String agent(String model) {
        return AGENT;
    }

    @Override
    public Optional<ModelCard> card(String model) {
        return Optional.of(CARD);
    }

    /** Always says the same to the same request; no tokens are paid for. */
    @Override
    public ModelResponse complete(ModelRequest request) {
        Completion completion = new Completion(answer(request), FinishReason.STOP);
        return new ModelResponse(Collections.nCopies(request.responses(), completion), Usage.NONE);
    }

    /** Always says the same, marked as no model's. */
    @Override
    public Usage chat(ChatRequest request, ChatReply reply) {
        return switch (request.api()) {
            case COMPLETIONS -> {
                new OfflineChat(request, Instant.now().getEpochSecond()).answer(reply);
                yield Usage.NONE;
            }
            case RESPONSES, DECISIONS ->
                    throw new ModelException.Unsupported(
                            "model", "answers chat completions only; name another model.");
        };
    }

    @Override
    public List<ListedModel> models() {
        return List.of();
    }

    private String answer(ModelRequest request) {
        return rubric(request).map(rubric -> graded(rubric, request)).orElse(NOTHING_TO_SAY);
    }

    private String graded(Rubric rubric, ModelRequest request) {
        String code = Boundary.unwrap(request.messages().getLast().content());
        List<LabelledConcept> rows = new OfflineGrader(extractor.extract(code)).grade(rubric);
        return switch (request.format()) {
            case TSV -> OfflineAnswer.tsv(rows);
            case JSON -> OfflineAnswer.json(rows);
        };
    }

    /** The rubric stands at the end of the system message. */
    private static Optional<Rubric> rubric(ModelRequest request) {
        try {
            return request.messages().stream()
                    .filter(message -> message.role() == Message.Role.SYSTEM)
                    .map(Message::content)
                    .filter(text -> text.contains(Prompt.RUBRIC_HEADING))
                    .map(text -> text.substring(afterHeading(text)))
                    .findFirst()
                    .map(Rubric::parse);
        } catch (InvalidRubricException e) {
            return Optional.empty();
        }
    }

    private static int afterHeading(String text) {
        return text.lastIndexOf(Prompt.RUBRIC_HEADING) + Prompt.RUBRIC_HEADING.length();
    }
}
