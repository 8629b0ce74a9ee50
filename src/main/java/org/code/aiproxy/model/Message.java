package org.code.aiproxy.model;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * One turn of the conversation that a model is shown.
 *
 * @param role who speaks
 * @param content what is said
 * @param sharedLength how many of its first characters are the same for all programs of a lesson,
 *     so that providers can keep them in their caches
 */
public record Message(Role role, String content, @JsonIgnore int sharedLength) {

    /** A turn of this conversation alone. */
    public Message(Role role, String content) {
        this(role, content, 0);
    }

    /** Who speaks, in the names that OpenAI's API and Bedrock's Converse share. */
    public enum Role {
        SYSTEM,
        USER,
        ASSISTANT;

        /** The role as providers and callers write it, such as {@code "user"}. */
        @JsonValue
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static Message system(String content) {
        return new Message(Role.SYSTEM, content);
    }

    public static Message user(String content) {
        return new Message(Role.USER, content);
    }

    public static Message assistant(String content) {
        return new Message(Role.ASSISTANT, content);
    }

    /** The user's turn that begins with a text that all programs of a lesson share. */
    public static Message user(String shared, String own) {
        return new Message(Role.USER, shared + own, shared.length());
    }

    /** The same, shared by all programs of a lesson. */
    public Message shared() {
        return new Message(role, content, content.length());
    }

    /** What all programs of a lesson share of it, from its beginning; may be empty. */
    public String sharedText() {
        return content.substring(0, sharedLength);
    }

    /** What follows, of this conversation alone; may be empty. */
    public String ownText() {
        return content.substring(sharedLength);
    }
}
