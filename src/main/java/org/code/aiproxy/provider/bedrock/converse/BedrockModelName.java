package org.code.aiproxy.provider.bedrock.converse;

import org.code.aiproxy.model.catalogue.GeographicProfile;

/**
 * The parts of a Bedrock model's name.
 *
 * @param modelId what Converse takes: a model id, an inference profile's id, or an ARN
 * @param vendor who made the model, such as {@code anthropic}; {@code bedrock} where the name
 *     doesn't tell
 * @param cardId the id without the geography that an inference profile begins with
 */
public record BedrockModelName(String modelId, String vendor, String cardId) {

    public static final String PREFIX = "bedrock.";

    public static BedrockModelName parse(String model) {
        String modelId = model.substring(PREFIX.length());
        String cardId = GeographicProfile.parse(modelId).modelId();
        int dot = cardId.indexOf('.');
        return new BedrockModelName(
                modelId, dot > 0 ? cardId.substring(0, dot) : "bedrock", cardId);
    }
}
