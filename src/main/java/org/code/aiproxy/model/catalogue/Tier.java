package org.code.aiproxy.model.catalogue;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What kind of service a request is paid for as. */
public enum Tier {
    STANDARD,
    BATCH,
    FLEX,
    PRIORITY,
    /** OpenAI's decisions endpoint, which has prices of its own. */
    DECISIONS;

    /** The tier as the catalogue writes it, such as {@code "flex"}. */
    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The tier that a request's or an answer's {@code service_tier} stands for: providers call the
     * standard one {@code default}, and {@code auto} where they choose.
     */
    public static Tier of(String serviceTier) {
        return Arrays.stream(values())
                .filter(tier -> tier.wireName().equals(serviceTier))
                .findFirst()
                .orElse(STANDARD);
    }

    /** The same for one that may be missing. */
    public static Tier of(Optional<String> serviceTier) {
        return serviceTier.map(Tier::of).orElse(STANDARD);
    }
}
