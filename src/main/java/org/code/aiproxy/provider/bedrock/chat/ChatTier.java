package org.code.aiproxy.provider.bedrock.chat;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.bedrockruntime.model.ServiceTier;

/**
 * How soon an answer is wanted, and at what price (<a
 * href="https://docs.aws.amazon.com/bedrock/latest/userguide/service-tiers-inference.html">service
 * tiers</a>).
 */
final class ChatTier {

    /** Leaves the choice to Bedrock, which takes its default. */
    private static final String AUTO = "auto";

    private static final Set<String> TIERS = Set.of("priority", "default", "flex", "reserved");

    private ChatTier() {}

    /** The tier that a request names; empty where it names none. */
    static Optional<ServiceTier> read(RequestField tier) {
        if (!tier.isGiven() || tier.text().equals(AUTO)) {
            return Optional.empty();
        }
        if (!TIERS.contains(tier.text())) {
            throw tier.refused(
                    "must be \"auto\", \"default\", \"flex\", \"priority\" or \"reserved\" for a model"
                            + " on Bedrock.");
        }
        return Optional.of(ServiceTier.builder().type(tier.text()).build());
    }

    /** The tier that Bedrock used, as callers write it; empty where it doesn't tell. */
    static Optional<String> used(@Nullable ServiceTier tier) {
        return Optional.ofNullable(tier).map(ServiceTier::typeAsString);
    }
}
