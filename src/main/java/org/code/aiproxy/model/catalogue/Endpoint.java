package org.code.aiproxy.model.catalogue;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** A way in which a provider lets a model be called. */
public enum Endpoint {
    /** OpenAI's chat completions, or Bedrock's Converse. */
    CHAT,
    RESPONSES,
    /** OpenAI's decisions, whose output is free. */
    DECISIONS,
    /** Requests in bulk that are answered within a day. */
    BATCH;

    /** The endpoint as the catalogue writes it, such as {@code "chat"}. */
    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
