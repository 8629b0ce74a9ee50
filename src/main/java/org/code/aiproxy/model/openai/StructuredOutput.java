package org.code.aiproxy.model.openai;

import java.util.List;
import org.code.aiproxy.adaptation.AnswerForm;

/** How a server's models are made to answer in a schema, as its operator says. */
enum StructuredOutput {
    /** Whatever the server doesn't refuse, the strongest first. */
    AUTO(AnswerForm.values()),
    /** By {@code response_format} with a schema, as llama.cpp, vLLM and Ollama take it. */
    SCHEMA(AnswerForm.SCHEMA, AnswerForm.PROMPT),
    /** By a tool that the model is forced to call. */
    TOOL(AnswerForm.TOOL, AnswerForm.PROMPT),
    /** By the prompt alone. */
    OFF(AnswerForm.PROMPT);

    private final List<AnswerForm> forms;

    StructuredOutput(AnswerForm... forms) {
        this.forms = List.of(forms);
    }

    List<AnswerForm> forms() {
        return forms;
    }
}
