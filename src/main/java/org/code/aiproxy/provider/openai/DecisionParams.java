package org.code.aiproxy.provider.openai;

import com.openai.models.decisions.DecisionCreateParams;
import com.openai.models.decisions.DecisionCreateParams.PromptCacheOptions;
import com.openai.models.decisions.DecisionCreateParams.Question.Score;
import com.openai.models.decisions.DecisionInputItem;
import com.openai.models.decisions.DecisionInputMessage;
import com.openai.models.decisions.DecisionInputPart;
import com.openai.models.decisions.DecisionInputText;
import com.openai.models.decisions.DecisionPromptCacheBreakpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.code.aiproxy.model.Message;
import org.code.aiproxy.model.PromptPrefix;
import org.code.aiproxy.model.decision.DecisionRequest;
import org.code.aiproxy.model.decision.Question;

/**
 * A request for decisions as OpenAI takes it. What all programs of a lesson share comes first, and
 * ends with a cache breakpoint.
 */
final class DecisionParams {

    private DecisionParams() {}

    /**
     * @param model the provider's name for the model
     */
    static DecisionCreateParams of(DecisionRequest request, String model) {
        DecisionCreateParams.Builder params =
                DecisionCreateParams.builder()
                        .model(model)
                        .inputOfDecisionInputItems(
                                List.of(
                                        DecisionInputItem.ofDecisionInputMessage(
                                                DecisionInputMessage.ofUser(
                                                        DecisionInputMessage.User.builder()
                                                                .contentOfParts(
                                                                        parts(request.messages()))
                                                                .build()))));
        request.questions().forEach(question -> params.addQuestion(score(question)));
        PromptPrefix.of(request.messages())
                .ifPresent(prefix ->
                        params.promptCacheKey(prefix.key())
                                .promptCacheOptions(
                                        PromptCacheOptions.builder()
                                                .mode(PromptCacheOptions.Mode.EXPLICIT)
                                                .build()));
        return params.build();
    }

    /** The last part that is shared ends the beginning that is kept. */
    private static List<DecisionInputPart> parts(List<Message> messages) {
        List<String> shared = texts(messages.stream().map(Message::sharedText));
        List<DecisionInputPart> parts = new ArrayList<>();
        for (int i = 0; i < shared.size(); i++) {
            DecisionInputText.Builder text = DecisionInputText.builder().text(shared.get(i));
            if (i == shared.size() - 1) {
                text.promptCacheBreakpoint(DecisionPromptCacheBreakpoint.builder().build());
            }
            parts.add(DecisionInputPart.ofInputText(text.build()));
        }
        texts(messages.stream().map(Message::ownText))
                .forEach(own ->
                        parts.add(
                                DecisionInputPart.ofInputText(
                                        DecisionInputText.builder().text(own).build())));
        return parts;
    }

    private static List<String> texts(Stream<String> texts) {
        return texts.filter(text -> !text.isBlank()).toList();
    }

    private static Score score(Question question) {
        Score.Builder score =
                Score.builder().name(question.name()).instructions(question.instructions());
        for (Question.Level level : question.levels()) {
            score.addLevel(
                    Score.Level.builder()
                            .label(level.label())
                            .description(level.description())
                            .build());
        }
        return score.build();
    }
}
