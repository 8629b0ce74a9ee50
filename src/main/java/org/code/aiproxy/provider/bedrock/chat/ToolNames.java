package org.code.aiproxy.provider.bedrock.chat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Names of tools and ids of calls, as Converse takes them, and back: up to 64 letters, digits,
 * underscores and dashes (<a
 * href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ToolUseBlock.html">pattern</a>).
 * Others become the same each time, so that a conversation can go on.
 *
 * @param originals the request's names, by what they become
 */
record ToolNames(Map<String, String> originals) {

    static final ToolNames NONE = new ToolNames(Map.of());

    private static final Pattern TAKEN = Pattern.compile("[a-zA-Z0-9_-]{1,64}");
    private static final Pattern OTHER = Pattern.compile("[^a-zA-Z0-9_-]");
    private static final int LONGEST_BEGINNING = 47;
    private static final int DIGEST_BYTES = 8;

    ToolNames {
        // Not Map.copyOf, which takes the square of their number where names have one hash.
        originals = Collections.unmodifiableMap(new LinkedHashMap<>(originals));
    }

    /** Of the tools in a request. */
    static ToolNames of(RequestField request) {
        return new ToolNames(
                request.member("tools")
                        .value()
                        .valueStream()
                        .map(tool -> tool.path("function").path("name"))
                        .filter(JsonNode::isString)
                        .map(JsonNode::stringValue)
                        .collect(Collectors.toMap(ToolNames::taken, it -> it, (one, _) -> one)));
    }

    /** The name or id itself, or a readable beginning and a digest of all of it. */
    static String taken(String name) {
        if (TAKEN.matcher(name).matches()) {
            return name;
        }
        String readable = OTHER.matcher(name).replaceAll("_");
        String beginning = readable.substring(0, Math.min(readable.length(), LONGEST_BEGINNING));
        return beginning + "_" + digest(name);
    }

    private static String digest(String name) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(name.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, DIGEST_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** What the caller calls the tool that a model calls. */
    String original(String taken) {
        return originals.getOrDefault(taken, taken);
    }
}
