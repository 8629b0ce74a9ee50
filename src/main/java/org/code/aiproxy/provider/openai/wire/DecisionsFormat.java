package org.code.aiproxy.provider.openai.wire;

import java.util.List;
import java.util.Optional;
import org.code.aiproxy.model.catalogue.Usage;
import tools.jackson.databind.JsonNode;

/**
 * Decisions: typed questions, and a probability for each answer that they can have (<a
 * href="https://platform.openai.com/docs/api-reference/decisions">API reference</a>). They aren't
 * streamed.
 */
public record DecisionsFormat() implements ChatFormat {

    private static final UsageFields USAGE = new UsageFields("input", "output");

    @Override
    public List<String> path() {
        return List.of("decisions");
    }

    @Override
    public String answerName() {
        return "decision";
    }

    @Override
    public boolean isAnswer(JsonNode json) {
        return json.path("answers").isArray();
    }

    /** Output and what is written to a cache are free, so they are left out. */
    @Override
    public Optional<Usage> usage(JsonNode answer) {
        return USAGE.of(answer)
                .map(all -> new Usage(all.promptTokens(), 0, all.cachedTokens(), 0, 0, 0));
    }

    @Override
    public ChatEvent read(byte[] event) {
        return new ChatEvent.Piece();
    }

    @Override
    public boolean isUseful(byte[] event) {
        return true;
    }

    @Override
    public boolean passesFaultsOn() {
        return false;
    }
}
