package org.code.aiproxy.model.catalogue;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.code.aiproxy.model.catalogue.ModelCard.StructuredOutput;

/**
 * What a model can be asked for.
 *
 * @param refuses parameters that it refuses
 * @param efforts how long it can be told to think, from least to most; empty where it can't be told
 * @param alwaysThinks whether it thinks at any effort
 * @param structuredOutput how it can be constrained to a schema, if it can
 * @param forcedTools whether it can be forced to call a tool
 * @param endpoints how it can be called
 * @param cachedPrefix the fewest tokens of a prefix that the provider caches; empty where it caches
 *     nothing or nothing is known
 */
public record Abilities(
        Set<Parameter> refuses,
        List<Effort> efforts,
        boolean alwaysThinks,
        Optional<StructuredOutput> structuredOutput,
        boolean forcedTools,
        Set<Endpoint> endpoints,
        OptionalInt cachedPrefix) {

    /** Of a plain model, which refuses nothing and doesn't think. */
    static final Abilities PLAIN =
            new Abilities(
                    Set.of(),
                    List.of(),
                    false,
                    Optional.empty(),
                    true,
                    EnumSet.of(Endpoint.CHAT),
                    OptionalInt.empty());

    public Abilities {
        refuses = Set.copyOf(refuses);
        efforts = efforts.stream().sorted().distinct().toList();
        endpoints = Set.copyOf(endpoints);
    }

    Abilities refusing(Set<Parameter> parameters) {
        return new Abilities(
                parameters,
                efforts,
                alwaysThinks,
                structuredOutput,
                forcedTools,
                endpoints,
                cachedPrefix);
    }

    Abilities thinking(List<Effort> allowed, boolean always) {
        return new Abilities(
                refuses, allowed, always, structuredOutput, forcedTools, endpoints, cachedPrefix);
    }

    Abilities heldBy(Optional<StructuredOutput> way) {
        return new Abilities(
                refuses, efforts, alwaysThinks, way, forcedTools, endpoints, cachedPrefix);
    }

    Abilities forcedTools(boolean can) {
        return new Abilities(
                refuses, efforts, alwaysThinks, structuredOutput, can, endpoints, cachedPrefix);
    }

    Abilities cachingFrom(OptionalInt tokens) {
        return new Abilities(
                refuses, efforts, alwaysThinks, structuredOutput, forcedTools, endpoints, tokens);
    }
}
