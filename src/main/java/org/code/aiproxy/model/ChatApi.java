package org.code.aiproxy.model;

/** OpenAI's APIs for asking a model. */
public enum ChatApi {
    /**
     * <a href="https://platform.openai.com/docs/api-reference/chat/create">Chat completions</a>.
     */
    COMPLETIONS,
    /** <a href="https://platform.openai.com/docs/api-reference/responses/create">Responses</a>. */
    RESPONSES,
    /** <a href="https://platform.openai.com/docs/api-reference/decisions">Decisions</a>. */
    DECISIONS
}
