package org.code.aiproxy.model;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * One turn of the conversation that a model is shown.
 *
 * @param role who speaks
 * @param content what is said
 */
public record Message(Role role, String content) {

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
}
