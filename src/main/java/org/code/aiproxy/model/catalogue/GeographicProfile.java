package org.code.aiproxy.model.catalogue;

import java.util.Optional;
import java.util.Set;

/**
 * A Bedrock model's name, and the geography that a cross-region inference profile puts before it
 * (<a
 * href="https://docs.aws.amazon.com/bedrock/latest/userguide/inference-profiles-support.html">supported
 * profiles</a>).
 *
 * @param geography where requests stay, such as {@code us}; empty for the model itself
 * @param modelId the model's id without it
 */
public record GeographicProfile(Optional<String> geography, String modelId) {

    private static final Set<String> GEOGRAPHIES =
            Set.of(
                    "us", "us-gov", "eu", "apac", "jp", "au", "ca", "sa", "me", "af", "in",
                    "global");

    /** Reads a model's id, a profile's id, or an ARN of either. */
    public static GeographicProfile parse(String name) {
        // The last part of an ARN is a model id or profile id too, but for a profile of one's own.
        String id = name.substring(name.lastIndexOf('/') + 1);
        int dot = id.indexOf('.');
        return dot > 0 && GEOGRAPHIES.contains(id.substring(0, dot))
                ? new GeographicProfile(Optional.of(id.substring(0, dot)), id.substring(dot + 1))
                : new GeographicProfile(Optional.empty(), id);
    }
}
