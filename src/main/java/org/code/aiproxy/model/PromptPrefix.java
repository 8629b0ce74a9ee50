package org.code.aiproxy.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The beginning of a conversation that is the same for all programs of a lesson, as providers'
 * caches of prompts look for.
 *
 * @param text all of it, with the roles that speak
 */
public record PromptPrefix(String text) {

    private static final int KEY_LENGTH = 32;

    /** Bytes of UTF-8 in a token are seldom fewer; English has four and more. */
    private static final int FEWEST_BYTES_IN_A_TOKEN = 3;

    /** What the messages share with those about other programs; empty where they share nothing. */
    public static Optional<PromptPrefix> of(List<Message> messages) {
        String text =
                messages.stream()
                        .takeWhile(message -> message.sharedLength() > 0)
                        .map(message -> message.role().wireName() + "\n" + message.sharedText())
                        .collect(Collectors.joining("\n"));
        return text.isEmpty() ? Optional.empty() : Optional.of(new PromptPrefix(text));
    }

    /** Tells prefixes apart, and nothing else of them: half of its SHA-256 in hexadecimal. */
    public String key() {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, KEY_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Tokens that it has at most, whatever the model counts by. */
    int mostTokens() {
        return text.getBytes(StandardCharsets.UTF_8).length / FEWEST_BYTES_IN_A_TOKEN;
    }
}
