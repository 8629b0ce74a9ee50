package org.code.aiproxy.provider.adaptation;

/** The field that limits how many tokens a model may write; providers have two names for it. */
public enum TokenLimitField {
    MAX_TOKENS("max_tokens"),
    MAX_COMPLETION_TOKENS("max_completion_tokens");

    private final String wireName;

    TokenLimitField(String wireName) {
        this.wireName = wireName;
    }

    String wireName() {
        return wireName;
    }
}
