package org.code.aiproxy.provider.bedrock.converse;

import java.util.Optional;
import java.util.regex.Pattern;
import org.code.aiproxy.model.OutputRoom;
import org.code.aiproxy.model.catalogue.Effort;
import software.amazon.awssdk.core.document.Document;

/**
 * How a model on Bedrock is told how long to think. Converse has no field for it; each vendor has
 * its own, which goes into {@code additionalModelRequestFields}.
 */
public final class ThinkingFields {

    /** Claude before 4.6 takes a budget of tokens instead of an effort. */
    private static final Pattern CLAUDE_WITH_BUDGET =
            Pattern.compile("claude-(?:3|(?:opus|sonnet|haiku)-4(?:-[0-5])?(?:-\\d{8}|$|-v)).*");

    /** What a budget must at least be, and the answer needs beside it, in tokens. */
    private static final int LEAST_BUDGET = 1024;

    private ThinkingFields() {}

    /**
     * The fields for a model; empty where its default is meant.
     *
     * @param maxTokens tokens that the answer may have, thinking included
     */
    public static Optional<Document> of(BedrockModelName model, Effort effort, int maxTokens) {
        return switch (model.vendor()) {
            case "anthropic" -> claude(model, effort, maxTokens);
            case "amazon" -> Optional.of(nova(effort));
            default -> Optional.of(of("reasoning_effort", effort.wireName()));
        };
    }

    /**
     * Whether the fields have the model think in a way that doesn't go with a temperature or with a
     * tool that it is forced to call.
     */
    public static boolean isBudgeted(BedrockModelName model, Effort effort) {
        return effort != Effort.NONE && takesBudget(model);
    }

    /**
     * <a href="https://platform.claude.com/docs/en/build-with-claude/adaptive-thinking">Adaptive
     * thinking</a>, or a budget.
     */
    private static Optional<Document> claude(BedrockModelName model, Effort effort, int maxTokens) {
        if (effort == Effort.NONE) {
            return takesBudget(model)
                    ? Optional.empty()
                    : Optional.of(of("thinking", of("type", "disabled")));
        }
        if (takesBudget(model)) {
            int budget = Math.min(OutputRoom.thinking(effort), maxTokens - LEAST_BUDGET);
            return Optional.of(
                    of(
                            "thinking",
                            Document.mapBuilder()
                                    .putString("type", "enabled")
                                    .putNumber("budget_tokens", Math.max(budget, LEAST_BUDGET))
                                    .build()));
        }
        return Optional.of(
                Document.mapBuilder()
                        .putDocument("thinking", of("type", "adaptive"))
                        .putDocument("output_config", of("effort", effort.wireName()))
                        .build());
    }

    private static boolean takesBudget(BedrockModelName model) {
        String id = model.cardId().substring(model.cardId().indexOf('.') + 1);
        return CLAUDE_WITH_BUDGET.matcher(id).matches();
    }

    /**
     * <a
     * href="https://docs.aws.amazon.com/nova/latest/nova2-userguide/extended-thinking.html">Extended
     * thinking</a> of Nova 2.
     */
    private static Document nova(Effort effort) {
        return effort == Effort.NONE
                ? of("reasoningConfig", of("type", "disabled"))
                : of(
                        "reasoningConfig",
                        Document.mapBuilder()
                                .putString("type", "enabled")
                                .putString("maxReasoningEffort", effort.wireName())
                                .build());
    }

    private static Document of(String name, String value) {
        return of(name, Document.fromString(value));
    }

    private static Document of(String name, Document value) {
        return Document.mapBuilder().putDocument(name, value).build();
    }
}
