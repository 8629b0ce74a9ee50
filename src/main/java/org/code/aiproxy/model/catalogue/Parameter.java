package org.code.aiproxy.model.catalogue;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/** A parameter of a request that some models refuse. */
public enum Parameter {
    TEMPERATURE("temperature"),
    TOP_P("top_p"),
    /** The older name; models that refuse it take {@code max_completion_tokens}. */
    MAX_TOKENS("max_tokens"),
    /** Several completions from one call. */
    N("n"),
    /** The provider's own structured output. */
    RESPONSE_FORMAT("response_format"),
    /** A tool that the model is forced to call. */
    TOOL_CHOICE("tool_choice"),
    REASONING_EFFORT("reasoning_effort"),
    /** What helps the provider's cache: keys and breakpoints, or cache points. */
    PROMPT_CACHE("prompt_cache");

    private final String wireName;

    Parameter(String wireName) {
        this.wireName = wireName;
    }

    /** The parameter of this wire name; empty where there isn't one. */
    public static Optional<Parameter> parse(String wireName) {
        return Arrays.stream(values())
                .filter(parameter -> parameter.wireName.equals(wireName))
                .findFirst();
    }

    /** The parameter as OpenAI's API writes it. */
    @JsonValue
    public String wireName() {
        return wireName;
    }
}
