package org.code.aiproxy;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.JsonNode;

/**
 * A provider's cache of prompts, by its published rules. What a request has is found by later ones
 * once it is answered. Tokens are o200k_base's. Thread-safe.
 *
 * @see <a href="https://developers.openai.com/api/docs/guides/prompt-caching">OpenAI</a>
 * @see <a
 *     href="https://docs.aws.amazon.com/bedrock/latest/userguide/prompt-caching.html">Bedrock</a>
 */
public final class PlayedCache {

    private static final Encoding ENCODING =
            Encodings.newLazyEncodingRegistry().getEncoding(EncodingType.O200K_BASE);
    private static final int STEP = 128;
    private static final int ROUTED_BY = 256;
    private static final int MOST_POINTS = 4;

    /** How a provider decides what it keeps and finds. */
    public enum Rules {
        /** OpenAI's up to GPT-5.5: the longest prefix, in steps of 128 tokens. */
        LONGEST,
        /** OpenAI's since GPT-5.6: a prefix up to a breakpoint, with a key. */
        BREAKPOINTS,
        /** Bedrock's: a prefix up to a cache point. */
        CACHE_POINTS
    }

    /**
     * What became of a request.
     *
     * @param tokens all of its input
     * @param read how many of them were found
     * @param written how many of them are kept, at a price, without having been found
     * @param entries what is kept
     */
    public record Use(List<Integer> tokens, int read, int written, List<List<Integer>> entries) {}

    private record Prompt(List<Integer> tokens, List<Integer> points, String routing) {}

    private final Rules rules;
    private final int fewest;
    private final Set<List<Integer>> kept = new HashSet<>();
    private final List<Use> uses = new CopyOnWriteArrayList<>();

    public PlayedCache(Rules rules, int fewest) {
        this.rules = rules;
        this.fewest = fewest;
    }

    /** All requests so far, in the order in which they were answered. */
    public List<Use> uses() {
        return uses;
    }

    /** Looks a request up. Others find what it has once {@link #keep} says so. */
    public synchronized Use look(JsonNode request) {
        Prompt prompt = rules == Rules.CACHE_POINTS ? converse(request) : chat(request);
        if (prompt.points().size() > MOST_POINTS) {
            throw new AssertionError("a request may have four points: " + prompt.points());
        }
        List<Integer> ends =
                candidates(prompt).stream().filter(end -> end >= fewest).sorted().toList();
        int read =
                ends.stream()
                        .filter(end -> kept.contains(entry(prompt, end)))
                        .mapToInt(Integer::intValue)
                        .max()
                        .orElse(0);
        int last = ends.isEmpty() ? 0 : ends.getLast();
        return new Use(
                prompt.tokens(),
                read,
                rules == Rules.LONGEST ? 0 : last - read,
                ends.stream().map(end -> entry(prompt, end)).toList());
    }

    /** To be called as the answer begins. */
    public synchronized void keep(Use use) {
        kept.addAll(use.entries());
        uses.add(use);
    }

    private List<Integer> candidates(Prompt prompt) {
        if (rules != Rules.LONGEST) {
            return prompt.points();
        }
        List<Integer> steps = new ArrayList<>();
        for (int end = fewest; end <= prompt.tokens().size(); end += STEP) {
            steps.add(end);
        }
        return steps;
    }

    /** The tokens up to an end, behind where the request is sent to. */
    private static List<Integer> entry(Prompt prompt, int end) {
        List<Integer> entry = new ArrayList<>(ENCODING.encodeOrdinary(prompt.routing()).boxed());
        entry.addAll(prompt.tokens().subList(0, Math.min(ROUTED_BY, end)));
        entry.addAll(prompt.tokens().subList(0, end));
        return entry;
    }

    /** Schemas and tools come before messages. */
    private Prompt chat(JsonNode request) {
        List<Integer> tokens = new ArrayList<>();
        List<Integer> points = new ArrayList<>();
        add(tokens, request.path("response_format").toString());
        for (JsonNode message : request.path("messages")) {
            add(tokens, message.path("role").asString());
            JsonNode content = message.path("content");
            if (content.isString()) {
                add(tokens, content.asString());
            }
            for (JsonNode part : content) {
                add(tokens, part.path("text").asString());
                if (part.has("prompt_cache_breakpoint")) {
                    points.add(tokens.size());
                }
            }
        }
        String key = request.path("prompt_cache_key").asString("");
        if (!request.at("/prompt_cache_options/mode").asString("implicit").equals("explicit")) {
            points.add(tokens.size());
        }
        return new Prompt(tokens, key.isEmpty() ? List.of() : points, key);
    }

    /** Tools come first, then the system prompt, then messages. */
    private static Prompt converse(JsonNode request) {
        List<Integer> tokens = new ArrayList<>();
        List<Integer> points = new ArrayList<>();
        add(tokens, request.path("toolConfig") + "" + request.path("outputConfig"));
        addBlocks(request.path("system"), tokens, points);
        for (JsonNode message : request.path("messages")) {
            add(tokens, message.path("role").asString());
            addBlocks(message.path("content"), tokens, points);
        }
        return new Prompt(tokens, points, "");
    }

    private static void addBlocks(JsonNode blocks, List<Integer> tokens, List<Integer> points) {
        for (JsonNode block : blocks) {
            if (block.has("cachePoint")) {
                points.add(tokens.size());
            } else {
                add(tokens, block.path("text").asString());
            }
        }
    }

    private static void add(List<Integer> tokens, String text) {
        tokens.addAll(ENCODING.encodeOrdinary(text).boxed());
    }
}
