package org.code.aiproxy.provider.openai;

import java.util.List;
import org.code.aiproxy.provider.adaptation.AnswerForm;

/** How a server's models are made to answer in a schema, as its operator says. */
enum StructuredOutput {
    /** Whatever the server doesn't refuse, the strongest first. */
    AUTO,
    /** By {@code response_format} with a schema, as llama.cpp, vLLM and Ollama take it. */
    SCHEMA,
    /** By a tool that the model is forced to call. */
    TOOL,
    /** By the prompt alone. */
    OFF;

    /** What is tried, the first one first. */
    List<AnswerForm> forms() {
        return switch (this) {
            case AUTO -> List.of(AnswerForm.values());
            case SCHEMA -> List.of(AnswerForm.SCHEMA, AnswerForm.PROMPT);
            case TOOL -> List.of(AnswerForm.TOOL, AnswerForm.PROMPT);
            case OFF -> List.of(AnswerForm.PROMPT);
        };
    }
}
