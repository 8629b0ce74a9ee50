package org.code.aiproxy.provider.adaptation;

import org.code.aiproxy.model.catalogue.ModelCard.StructuredOutput;

/** How a model is made to answer in a schema, from the strongest way to the weakest. */
public enum AnswerForm {
    /** By the provider's own structured output. */
    SCHEMA,
    /** By a tool that the model is forced to call, whose input has the schema. */
    TOOL,
    /** By the prompt alone. */
    PROMPT;

    static AnswerForm of(StructuredOutput structuredOutput) {
        return switch (structuredOutput) {
            case SCHEMA -> SCHEMA;
            case TOOL -> TOOL;
        };
    }
}
