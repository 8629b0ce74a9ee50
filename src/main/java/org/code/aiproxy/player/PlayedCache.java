package org.code.aiproxy.player;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingType;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * A provider's cache of prompts, by its published rules. What a request has is found by later ones.
 * Tokens are o200k_base's. Thread-safe.
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
    private static final int MOST_KEPT = 100_000;

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
     */
    public record Use(List<Integer> tokens, int read, int written) {}

    private record Prompt(List<Integer> tokens, List<Integer> points, String routing) {}

    private final Rules rules;
    private final int fewest;
    private final Set<String> kept =
            Collections.newSetFromMap(
                    new LinkedHashMap<>(16, 0.75f, true) {
                        private static final long serialVersionUID = 1L;

                        @Override
                        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
                            return size() > MOST_KEPT;
                        }
                    });

    /**
     * @param fewest tokens of a prefix that is kept
     */
    public PlayedCache(Rules rules, int fewest) {
        this.rules = rules;
        this.fewest = fewest;
    }

    /**
     * Looks a request up, and keeps what it has.
     *
     * @throws IllegalArgumentException when it has more points than a request may have
     */
    public Use use(JsonNode request) {
        Prompt prompt = rules == Rules.CACHE_POINTS ? converse(request) : chat(request);
        if (prompt.points().size() > MOST_POINTS) {
            throw new IllegalArgumentException(
                    "A request may have %d cache points, not %d."
                            .formatted(MOST_POINTS, prompt.points().size()));
        }
        List<Integer> ends =
                candidates(prompt).stream().filter(end -> end >= fewest).sorted().toList();
        int read = find(prompt, ends);
        int last = ends.isEmpty() ? 0 : ends.getLast();
        return new Use(prompt.tokens(), read, rules == Rules.LONGEST ? 0 : last - read);
    }

    /** The longest prefix that was kept; from now on all are. */
    private int find(Prompt prompt, List<Integer> ends) {
        List<String> entries = ends.stream().map(end -> entry(prompt, end)).toList();
        synchronized (kept) {
            int read = 0;
            for (int i = 0; i < ends.size(); i++) {
                read = kept.add(entries.get(i)) ? read : ends.get(i);
            }
            return read;
        }
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

    /**
     * The tokens up to an end, behind where the request is sent to; as a digest, which is short.
     */
    private static String entry(Prompt prompt, int end) {
        String text =
                prompt.routing()
                        + prompt.tokens().subList(0, Math.min(ROUTED_BY, end))
                        + prompt.tokens().subList(0, end);
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(text.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
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
