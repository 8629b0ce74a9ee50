package org.code.aiproxy.provider.openai;

import com.openai.core.JsonValue;
import com.openai.models.FunctionDefinition;
import com.openai.models.FunctionParameters;
import com.openai.models.ReasoningEffort;
import com.openai.models.ResponseFormatJsonSchema;
import com.openai.models.ResponseFormatJsonSchema.JsonSchema;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionFunctionTool;
import com.openai.models.chat.completions.ChatCompletionNamedToolChoice;
import org.code.aiproxy.model.ModelRequest;
import org.code.aiproxy.model.ResponseSchema;
import org.code.aiproxy.model.catalogue.Parameter;
import org.code.aiproxy.provider.adaptation.RequestShape;
import org.code.aiproxy.provider.adaptation.TokenLimitField;

/** Writes what is asked of a model as OpenAI's chat completions have it. */
final class ChatParams {

    private final RequestShape shape;
    private final ChatCompletionCreateParams.Builder params = ChatCompletionCreateParams.builder();

    private ChatParams(RequestShape shape) {
        this.shape = shape;
    }

    /**
     * The parameters of a call.
     *
     * @param shape the form in which the model takes them
     * @param model who is asked
     * @param choices how many completions the call is to give
     * @param tokens how many tokens it may write
     */
    static ChatCompletionCreateParams of(
            ModelRequest request,
            RequestShape shape,
            ChatCompletions.Model model,
            int choices,
            int tokens) {
        ChatParams params = new ChatParams(shape);
        params.params.model(model.id());
        CachedConversation.of(
                        request, model.caching().filter(_ -> shape.takes(Parameter.PROMPT_CACHE)))
                .addTo(params.params);
        params.generation(request, choices);
        shape.limitField().ifPresent(field -> params.limit(field, tokens));
        request.schema().ifPresent(params::form);
        return params.params.build();
    }

    private void generation(ModelRequest request, int choices) {
        if (choices > 1) {
            params.n(choices);
        }
        if (shape.takes(Parameter.TEMPERATURE)) {
            params.temperature(request.generation().temperature());
        }
        shape.effort()
                .ifPresent(effort -> params.reasoningEffort(ReasoningEffort.of(effort.wireName())));
    }

    @SuppressWarnings("deprecation") // Older servers know no other name for it.
    private void limit(TokenLimitField field, int tokens) {
        switch (field) {
            case MAX_TOKENS -> params.maxTokens(tokens);
            case MAX_COMPLETION_TOKENS -> params.maxCompletionTokens(tokens);
        }
    }

    private void form(ResponseSchema wanted) {
        switch (shape.form()) {
            case SCHEMA -> params.responseFormat(schema(wanted));
            case TOOL -> tool(wanted);
            case PROMPT -> {
                // The prompt says what to answer in.
            }
        }
    }

    private static ResponseFormatJsonSchema schema(ResponseSchema wanted) {
        JsonSchema.Schema.Builder schema = JsonSchema.Schema.builder();
        wanted.schema()
                .forEach((key, value) -> schema.putAdditionalProperty(key, JsonValue.from(value)));
        return ResponseFormatJsonSchema.builder()
                .jsonSchema(
                        JsonSchema.builder()
                                .name(wanted.name())
                                .strict(true)
                                .schema(schema.build())
                                .build())
                .build();
    }

    private void tool(ResponseSchema wanted) {
        FunctionParameters.Builder input = FunctionParameters.builder();
        wanted.schema()
                .forEach((key, value) -> input.putAdditionalProperty(key, JsonValue.from(value)));
        params.addTool(
                        ChatCompletionFunctionTool.builder()
                                .function(
                                        FunctionDefinition.builder()
                                                .name(wanted.name())
                                                .description("Takes the answer.")
                                                .parameters(input.build())
                                                .build())
                                .build())
                .toolChoice(
                        ChatCompletionNamedToolChoice.builder()
                                .function(
                                        ChatCompletionNamedToolChoice.Function.builder()
                                                .name(wanted.name())
                                                .build())
                                .build());
    }
}
