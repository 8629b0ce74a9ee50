package org.code.aiproxy.player;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.code.aiproxy.player.PlayedCache.Rules;
import org.code.aiproxy.player.PlayedCache.Use;
import org.code.aiproxy.player.model.PlayedQuestion;
import org.code.aiproxy.player.model.Reply;
import org.code.aiproxy.player.model.TokenUse;

/** Counts tokens with caches as OpenAI and Bedrock have them: one for each model, by its rules. */
public final class PlayedCaches implements TokenMeter {

    private static final int FEWEST = 1024;

    private static final Pattern WITH_BREAKPOINTS =
            Pattern.compile("gpt-(?:5\\.(?:[6-9]|\\d\\d)|[6-9]|\\d\\d).*");

    private final Map<String, PlayedCache> caches = new ConcurrentHashMap<>();

    @Override
    public TokenUse count(PlayedQuestion question, List<Reply> replies) {
        PlayedCache cache =
                caches.computeIfAbsent(
                        question.model(), _ -> new PlayedCache(rules(question), FEWEST));
        Use use = cache.use(question.json());
        return new TokenUse(
                use.tokens().size(), use.read(), use.written(), TokenUse.output(replies));
    }

    /** On Bedrock the model's name is in the path, and not in the request. */
    private static Rules rules(PlayedQuestion question) {
        if (!question.json().has("model")) {
            return Rules.CACHE_POINTS;
        }
        return WITH_BREAKPOINTS.matcher(question.model()).matches()
                ? Rules.BREAKPOINTS
                : Rules.LONGEST;
    }
}
