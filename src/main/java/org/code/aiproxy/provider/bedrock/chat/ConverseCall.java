package org.code.aiproxy.provider.bedrock.chat;

import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.document.Document;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseRequest;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamRequest;
import software.amazon.awssdk.services.bedrockruntime.model.InferenceConfiguration;
import software.amazon.awssdk.services.bedrockruntime.model.OutputConfig;
import software.amazon.awssdk.services.bedrockruntime.model.ServiceTier;
import software.amazon.awssdk.services.bedrockruntime.model.ToolConfiguration;

/**
 * What is asked of a model, whether its answer comes whole or as a stream.
 *
 * @param modelId a model id, an inference profile's id, or an ARN
 * @param messages the conversation so far
 * @param settings how the model is to write
 * @param thinking the vendor's fields for how long it thinks
 * @param tools the tools that it can call
 * @param output the form of its answer, by Converse's structured output
 * @param tier how soon it is wanted, where that is said
 * @param metadata what Bedrock's log of invocations says of the call
 */
record ConverseCall(
        String modelId,
        ChatMessages messages,
        InferenceConfiguration settings,
        Optional<Document> thinking,
        Optional<ToolConfiguration> tools,
        Optional<OutputConfig> output,
        Optional<ServiceTier> tier,
        Map<String, String> metadata) {

    ConverseRequest.Builder whole() {
        ConverseRequest.Builder request =
                ConverseRequest.builder()
                        .modelId(modelId)
                        .messages(messages.turns())
                        .inferenceConfig(settings);
        if (!messages.system().isEmpty()) {
            request.system(messages.system());
        }
        thinking.ifPresent(request::additionalModelRequestFields);
        tools.ifPresent(request::toolConfig);
        output.ifPresent(request::outputConfig);
        tier.ifPresent(request::serviceTier);
        if (!metadata.isEmpty()) {
            request.requestMetadata(metadata);
        }
        return request;
    }

    ConverseStreamRequest.Builder streamed() {
        ConverseStreamRequest.Builder request =
                ConverseStreamRequest.builder()
                        .modelId(modelId)
                        .messages(messages.turns())
                        .inferenceConfig(settings);
        if (!messages.system().isEmpty()) {
            request.system(messages.system());
        }
        thinking.ifPresent(request::additionalModelRequestFields);
        tools.ifPresent(request::toolConfig);
        output.ifPresent(request::outputConfig);
        tier.ifPresent(request::serviceTier);
        if (!metadata.isEmpty()) {
            request.requestMetadata(metadata);
        }
        return request;
    }
}
