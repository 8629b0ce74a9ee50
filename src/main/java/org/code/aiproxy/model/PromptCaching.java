package org.code.aiproxy.model;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a provider caches a model's prompts (<a
 * href="https://developers.openai.com/api/docs/guides/prompt-caching">OpenAI</a>, <a
 * href="https://docs.aws.amazon.com/bedrock/latest/userguide/prompt-caching.html">Bedrock</a>).
 *
 * @param fewestTokens of a prefix that is cached
 * @param atBreakpoints whether a prefix is cached only up to where the request says that it ends;
 *     otherwise the provider finds the longest by itself
 */
public record PromptCaching(int fewestTokens, boolean atBreakpoints) {

    private static final int USUAL_FEWEST = 1024;

    private static final Pattern GPT = Pattern.compile("gpt-(\\d{1,3})(?:\\.(\\d{1,3}))?(?:-.*)?");

    /** Claude before 3.7, but for 3.5 Haiku, refuses cache points. */
    private static final Pattern CLAUDE_WITHOUT =
            Pattern.compile("claude-(?:v2|instant|3-(?:opus|sonnet|haiku)|3-5-sonnet).*");

    /**
     * One of OpenAI's models; they cache without being asked, and since GPT-5.6 only at
     * breakpoints.
     *
     * @param model OpenAI's name for it
     * @param fewestTokens of a prefix that is cached, where it is known
     */
    public static PromptCaching openAi(String model, OptionalInt fewestTokens) {
        Matcher gpt = GPT.matcher(model);
        return new PromptCaching(
                fewestTokens.orElse(USUAL_FEWEST), gpt.matches() && isSince56(gpt));
    }

    /**
     * One of Bedrock's models; empty where it refuses cache points.
     *
     * @param model Bedrock's id for it, without a geography
     * @param fewestTokens of a prefix that is cached, where it is known
     */
    public static Optional<PromptCaching> bedrock(String model, OptionalInt fewestTokens) {
        boolean isKnown =
                model.startsWith("amazon.nova")
                        || (model.startsWith("anthropic.claude")
                                && !CLAUDE_WITHOUT
                                        .matcher(model.substring("anthropic.".length()))
                                        .matches());
        return isKnown || fewestTokens.isPresent()
                ? Optional.of(new PromptCaching(fewestTokens.orElse(USUAL_FEWEST), true))
                : Optional.empty();
    }

    private static boolean isSince56(Matcher gpt) {
        int major = Integer.parseInt(gpt.group(1));
        int minor = gpt.group(2) == null ? 0 : Integer.parseInt(gpt.group(2));
        return major > 5 || (major == 5 && minor >= 6);
    }
}
