package org.code.aiproxy.model.catalogue;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What is known of a model.
 *
 * @param provider who serves it: {@code openai}, {@code bedrock}, or a configured server's name
 * @param id the provider's name for it, without a snapshot's date
 * @param callAs a name that the provider takes, where it doesn't take the id
 * @param limits how much it can read and write
 * @param abilities what it can be asked for
 * @param prices what its tokens cost, if known
 * @param lifetime how long it is served
 */
public record ModelCard(
        String provider,
        String id,
        Optional<String> callAs,
        Limits limits,
        Abilities abilities,
        Optional<Prices> prices,
        Lifetime lifetime) {

    /** How a model is constrained to a schema. */
    public enum StructuredOutput {
        /** By the provider's own structured output. */
        @JsonProperty("schema")
        SCHEMA,
        /** By a tool that it has to call, whose input has the schema. */
        @JsonProperty("tool")
        TOOL
    }

    /**
     * How much a model can read and write.
     *
     * @param contextWindow tokens of input
     * @param maxOutputTokens tokens of output, thinking included
     */
    public record Limits(long contextWindow, int maxOutputTokens) {}

    /** A card with these limits that refuses nothing, and of which nothing else is known. */
    public static ModelCard of(
            String provider, String id, long contextWindow, int maxOutputTokens) {
        return new ModelCard(
                provider,
                id,
                Optional.empty(),
                new Limits(contextWindow, maxOutputTokens),
                Abilities.PLAIN,
                Optional.empty(),
                Lifetime.OPEN);
    }

    /** A name that the provider takes. */
    public String callName() {
        return callAs.orElse(id);
    }

    /** Tokens of input that it can read. */
    public long contextWindow() {
        return limits.contextWindow();
    }

    /** Tokens that it can write, thinking included. */
    public int maxOutputTokens() {
        return limits.maxOutputTokens();
    }

    /** Parameters that it refuses. */
    public Set<Parameter> refuses() {
        return abilities.refuses();
    }

    /** Whether one call can ask for several completions. */
    public boolean takesN() {
        return !refuses().contains(Parameter.N);
    }

    /** Whether the temperature can be set. */
    public boolean takesTemperature() {
        return !refuses().contains(Parameter.TEMPERATURE);
    }

    /** How long it can be told to think, from least to most; empty where it can't be told. */
    public List<Effort> efforts() {
        return abilities.efforts();
    }

    /**
     * Whether it thinks where nothing is said about effort. <a
     * href="https://platform.claude.com/docs/en/build-with-claude/adaptive-thinking">Claude</a> and
     * Nova don't, but for those that always do; others that can think do so by default.
     */
    public boolean thinksUntold() {
        return abilities.alwaysThinks()
                || (!efforts().isEmpty()
                        && !id.startsWith("anthropic.")
                        && !id.startsWith("amazon."));
    }

    /** Whether it can think before it answers, and so needs room for that. */
    public boolean thinks() {
        return abilities.alwaysThinks() || !efforts().isEmpty();
    }

    /** How it can be constrained to a schema, if it can. */
    public Optional<StructuredOutput> structuredOutput() {
        return abilities.structuredOutput();
    }

    /** Whether it can be forced to call a tool. */
    public boolean forcedTools() {
        return abilities.forcedTools();
    }

    /** How it can be called. */
    public Set<Endpoint> endpoints() {
        return abilities.endpoints();
    }

    /**
     * The fewest tokens of a prefix that the provider caches; empty where it caches nothing or
     * nothing is known.
     */
    public OptionalInt cachedPrefix() {
        return abilities.cachedPrefix();
    }

    /** The first day on which it isn't served any more, if known. */
    public Optional<LocalDate> shutdown() {
        return lifetime.shutdown();
    }

    /** The model that the provider names in its place. */
    public Optional<String> successor() {
        return lifetime.successor();
    }

    /** Whether it isn't served any more on this day. */
    public boolean isShutDown(LocalDate today) {
        return lifetime.isOver(today);
    }

    /** The same of a model that refuses these parameters. */
    public ModelCard refusing(Set<Parameter> parameters) {
        return with(abilities.refusing(parameters));
    }

    /** The same of a model that thinks, as long as it is told to. */
    public ModelCard thinking(List<Effort> allowed) {
        return with(abilities.thinking(allowed, abilities.alwaysThinks()));
    }

    /** The same of a model that is constrained to a schema in another way, or can't be. */
    public ModelCard heldBy(Optional<StructuredOutput> way) {
        return with(abilities.heldBy(way));
    }

    /** The same of a model that can't be forced to call a tool. */
    public ModelCard withoutForcedTools() {
        return with(abilities.forcedTools(false));
    }

    /** The same of a model whose provider caches prefixes of that many tokens or more. */
    public ModelCard cachingFrom(int tokens) {
        return with(abilities.cachingFrom(OptionalInt.of(tokens)));
    }

    /** The same with other abilities. */
    ModelCard with(Abilities others) {
        return new ModelCard(provider, id, callAs, limits, others, prices, lifetime);
    }

    /** The same at other prices, or at unknown ones. */
    public ModelCard priced(Optional<Prices> others) {
        return new ModelCard(provider, id, callAs, limits, abilities, others, lifetime);
    }

    /** The same of a model that is served until this day. */
    public ModelCard ending(Optional<LocalDate> shutdown, Optional<String> successor) {
        return new ModelCard(
                provider, id, callAs, limits, abilities, prices, new Lifetime(shutdown, successor));
    }
}
