package org.code.aiproxy.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What is known of a model.
 *
 * @param provider who serves it: {@code openai}, {@code bedrock}, or a configured server's name
 * @param id the provider's name for it, or the beginning that its dated versions share
 * @param callAs a name that the provider takes, where the id is only the beginning of names
 * @param contextWindow tokens that it can read and write together
 * @param maxOutputTokens tokens that it can write
 * @param takesN whether one call can ask for several completions
 * @param takesTemperature whether the temperature can be set
 * @param structuredOutput how it can be held to a schema, if it can
 * @param price what its tokens cost, if known
 */
public record ModelCard(
        String provider,
        String id,
        Optional<String> callAs,
        long contextWindow,
        int maxOutputTokens,
        boolean takesN,
        boolean takesTemperature,
        Optional<StructuredOutput> structuredOutput,
        Optional<Price> price) {

    /** How a model is held to a schema. */
    public enum StructuredOutput {
        /** By the provider's own structured output. */
        @JsonProperty("schema")
        SCHEMA,
        /** By a tool that it has to call, whose input has the schema. */
        @JsonProperty("tool")
        TOOL
    }

    /**
     * What tokens cost.
     *
     * @param inputUsd USD per million tokens of input
     * @param outputUsd USD per million tokens of output
     * @param asOf when this was so; prices change
     */
    public record Price(double inputUsd, double outputUsd, LocalDate asOf) {

        private static final double MILLION = 1e6;

        /** What the tokens cost in USD, cached input counted as any other. */
        public double usd(Usage usage) {
            return (usage.promptTokens() * inputUsd + usage.completionTokens() * outputUsd)
                    / MILLION;
        }
    }

    /** The provider's model ids can carry a date or a version after the card's id. */
    boolean describes(String provider, String modelId) {
        return this.provider.equals(provider)
                && modelId.startsWith(id)
                && (modelId.length() == id.length()
                        || "-:@.".indexOf(modelId.charAt(id.length())) >= 0);
    }
}
