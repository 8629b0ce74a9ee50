package org.code.aiproxy.model.bedrock;

import java.util.Set;

/**
 * The parts of a Bedrock model's name.
 *
 * @param modelId what Converse takes: a model id, an inference profile's id, or an ARN
 * @param vendor who made the model, such as {@code anthropic}; {@code bedrock} where the name
 *     doesn't tell
 * @param cardId the id without the geography that an inference profile begins with
 */
record BedrockModelName(String modelId, String vendor, String cardId) {

    static final String PREFIX = "bedrock.";

    /**
     * What a cross-region inference profile's id begins with (<a
     * href="https://docs.aws.amazon.com/bedrock/latest/userguide/inference-profiles-support.html">supported
     * profiles</a>).
     */
    private static final Set<String> GEOGRAPHIES =
            Set.of("us", "us-gov", "eu", "apac", "jp", "au", "ca", "sa", "me", "af", "global");

    static BedrockModelName parse(String model) {
        String modelId = model.substring(PREFIX.length());
        // The last part of an ARN is a model id or profile id too, but for a profile of one's own.
        String cardId = modelId.substring(modelId.lastIndexOf('/') + 1);
        int dot = cardId.indexOf('.');
        if (dot > 0 && GEOGRAPHIES.contains(cardId.substring(0, dot))) {
            cardId = cardId.substring(dot + 1);
            dot = cardId.indexOf('.');
        }
        return new BedrockModelName(
                modelId, dot > 0 ? cardId.substring(0, dot) : "bedrock", cardId);
    }
}
