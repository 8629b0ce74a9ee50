package org.code.aiproxy.player;

import java.util.List;
import java.util.regex.Pattern;
import org.code.aiproxy.player.PlayedCache.Rules;
import org.code.aiproxy.player.PlayedCache.Use;
import org.code.aiproxy.player.model.Question;
import org.code.aiproxy.player.model.Reply;
import org.code.aiproxy.player.model.TokenUse;

/** Counts tokens with caches as OpenAI and Bedrock have them, each model by its rules. */
public final class PlayedCaches implements TokenMeter {

    private static final int FEWEST = 1024;

    private static final Pattern WITH_BREAKPOINTS =
            Pattern.compile("gpt-(?:5\\.(?:[6-9]|\\d\\d)|[6-9]|\\d\\d).*");

    private final PlayedCache longest = new PlayedCache(Rules.LONGEST, FEWEST);
    private final PlayedCache breakpoints = new PlayedCache(Rules.BREAKPOINTS, FEWEST);
    private final PlayedCache cachePoints = new PlayedCache(Rules.CACHE_POINTS, FEWEST);

    @Override
    public TokenUse count(Question question, List<Reply> replies) {
        Use use = cache(question).use(question.json());
        return new TokenUse(
                use.tokens().size(), use.read(), use.written(), TokenUse.output(replies));
    }

    /** On Bedrock the model's name is in the path, and not in the request. */
    private PlayedCache cache(Question question) {
        if (!question.json().has("model")) {
            return cachePoints;
        }
        return WITH_BREAKPOINTS.matcher(question.model()).matches() ? breakpoints : longest;
    }
}
