package org.code.aiproxy.provider.catalogue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.code.aiproxy.model.catalogue.Abilities;
import org.code.aiproxy.model.catalogue.Effort;
import org.code.aiproxy.model.catalogue.Endpoint;
import org.code.aiproxy.model.catalogue.Lifetime;
import org.code.aiproxy.model.catalogue.ModelCard;
import org.code.aiproxy.model.catalogue.ModelCard.Limits;
import org.code.aiproxy.model.catalogue.ModelCard.StructuredOutput;
import org.code.aiproxy.model.catalogue.Parameter;
import org.code.aiproxy.model.catalogue.Prices;
import org.code.aiproxy.model.catalogue.Rates;
import org.code.aiproxy.model.catalogue.Tariff;
import org.code.aiproxy.model.catalogue.Tariff.LongContext;
import org.code.aiproxy.model.catalogue.Tier;
import tools.jackson.databind.JsonNode;

/** Reads a card as this service writes it; docs/operators.md lists the fields. */
final class CardJson {

    private static final String PRICE = "price";

    private CardJson() {}

    /**
     * Reads one card.
     *
     * @throws IllegalArgumentException when it has no provider, id or limits, or a value that can't
     *     be used
     */
    static ModelCard read(JsonNode json) {
        return new ModelCard(
                required(json, "provider"),
                required(json, "id"),
                text(json, "callAs"),
                new Limits(
                        Long.parseLong(required(json, "contextWindow")),
                        Integer.parseInt(required(json, "maxOutputTokens"))),
                abilities(json),
                json.path(PRICE).isObject()
                        ? Optional.of(prices(json.path(PRICE)))
                        : Optional.empty(),
                new Lifetime(
                        text(json, "shutdown").map(LocalDate::parse), text(json, "successor")));
    }

    private static Abilities abilities(JsonNode json) {
        return new Abilities(
                refuses(json),
                List.copyOf(all(json.path("efforts"), Effort.values(), Effort::wireName)),
                json.path("alwaysThinks").asBoolean(false),
                text(json, "structuredOutput")
                        .map(way -> one(way, StructuredOutput.values(), CardJson::name)),
                json.path("forcedTools").asBoolean(true),
                json.has("endpoints")
                        ? all(json.path("endpoints"), Endpoint.values(), Endpoint::wireName)
                        : Set.of(Endpoint.CHAT),
                text(json, "cachedPrefix").stream().mapToInt(Integer::parseInt).findFirst());
    }

    /** Earlier cards say what a model takes, and that of two parameters only. */
    private static Set<Parameter> refuses(JsonNode json) {
        Set<Parameter> refused =
                new LinkedHashSet<>(
                        all(json.path("refuses"), Parameter.values(), Parameter::wireName));
        if (!json.path("takesN").asBoolean(true)) {
            refused.add(Parameter.N);
        }
        if (!json.path("takesTemperature").asBoolean(true)) {
            refused.add(Parameter.TEMPERATURE);
        }
        return refused;
    }

    private static Prices prices(JsonNode price) {
        Map<Tier, Tariff> tiers = new EnumMap<>(Tier.class);
        for (Tier tier : Tier.values()) {
            if (price.path(tier.wireName()).isObject()) {
                tiers.put(tier, tariff(price.path(tier.wireName())));
            }
        }
        Map<String, BigDecimal> surcharges = new HashMap<>();
        price.path("surcharges")
                .properties()
                .forEach(it -> surcharges.put(it.getKey(), it.getValue().asDecimal()));
        return new Prices(
                tariff(price),
                tiers,
                surcharges,
                Map.of(),
                text(price, "asOf").map(LocalDate::parse));
    }

    private static Tariff tariff(JsonNode price) {
        JsonNode step = price.path("longContext");
        return new Tariff(
                rates(price),
                step.isObject()
                        ? Optional.of(
                                new LongContext(
                                        Long.parseLong(required(step, "over")), rates(step)))
                        : Optional.empty());
    }

    private static Rates rates(JsonNode price) {
        return new Rates(
                new BigDecimal(required(price, "inputUsd")),
                text(price, "cachedInputUsd").map(BigDecimal::new),
                text(price, "cacheWriteUsd").map(BigDecimal::new),
                new BigDecimal(required(price, "outputUsd")));
    }

    private static String name(StructuredOutput way) {
        return switch (way) {
            case SCHEMA -> "schema";
            case TOOL -> "tool";
        };
    }

    private static <T> Set<T> all(JsonNode names, T[] values, Function<T, String> wireName) {
        Set<T> all = new LinkedHashSet<>();
        names.forEach(name -> all.add(one(name.asString(""), values, wireName)));
        return all;
    }

    private static <T> T one(String name, T[] values, Function<T, String> wireName) {
        return Arrays.stream(values)
                .filter(value -> wireName.apply(value).equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("`%s` is unknown".formatted(name)));
    }

    private static Optional<String> text(JsonNode json, String field) {
        return json.path(field).asStringOpt();
    }

    private static String required(JsonNode json, String field) {
        return text(json, field)
                .orElseThrow(
                        () -> new IllegalArgumentException("`%s` is missing".formatted(field)));
    }
}
