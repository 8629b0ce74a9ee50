package org.code.aiproxy.provider.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import org.code.aiproxy.model.catalogue.GeographicProfile;
import org.code.aiproxy.model.catalogue.ModelCard;
import org.code.aiproxy.model.catalogue.ModelCard.Limits;
import org.code.aiproxy.model.catalogue.Prices;
import org.code.aiproxy.model.catalogue.Snapshot;
import tools.jackson.databind.JsonNode;

/**
 * Makes cards of LiteLLM's model map (<a
 * href="https://github.com/BerriAI/litellm/blob/main/model_prices_and_context_window.json">{@code
 * model_prices_and_context_window.json}</a>): an object with an entry for each name of a model.
 * What OpenAI and Bedrock serve is read, and all else left out.
 */
final class LiteLlmMap {

    private static final Map<String, String> PROVIDERS =
            Map.of("openai", "openai", "bedrock", "bedrock", "bedrock_converse", "bedrock");

    private static final String BEDROCK = "bedrock";

    private static final Set<String> MODES = Set.of("chat", "responses");

    private LiteLlmMap() {}

    /** Whether the JSON has the map's form. */
    static boolean isMap(JsonNode json) {
        return json.isObject()
                && json.valueStream().anyMatch(entry -> entry.has("litellm_provider"));
    }

    /**
     * Reads all entries that can be called here.
     *
     * @throws IllegalArgumentException when one has a value that can't be used
     */
    static List<ModelCard> read(JsonNode map) {
        SequencedMap<String, List<Entry>> models = new LinkedHashMap<>();
        map.properties().stream()
                .map(it -> new Entry(it.getKey(), it.getValue()))
                .filter(Entry::isCallable)
                .forEach(it ->
                        models.computeIfAbsent(
                                        it.provider() + ' ' + it.model(), _ -> new ArrayList<>())
                                .add(it));
        Map<String, Long> snapshots =
                models.values().stream()
                        .map(List::getFirst)
                        .collect(
                                Collectors.groupingBy(
                                        it -> it.provider() + ' ' + Snapshot.modelOf(it.model()),
                                        Collectors.counting()));
        return models.values().stream()
                .map(profiles -> {
                    Entry first = profiles.getFirst();
                    String plain = first.provider() + ' ' + Snapshot.modelOf(first.model());
                    return card(profiles, snapshots.getOrDefault(plain, 0L) == 1);
                })
                .toList();
    }

    /**
     * An entry of the map.
     *
     * @param name the model's name, with a geographic profile
     * @param facts what is known of it
     */
    private record Entry(String name, JsonNode facts) {

        String provider() {
            return PROVIDERS.getOrDefault(facts.path("litellm_provider").asString(""), "");
        }

        /** Names with a slash are for a region or a commitment, and those of images for a size. */
        boolean isCallable() {
            return !provider().isEmpty()
                    && MODES.contains(facts.path("mode").asString(""))
                    && facts.path("max_input_tokens").asLong(0) > 0
                    && facts.path("max_output_tokens").asInt(0) > 0
                    && name.indexOf('/') < 0
                    && name.indexOf('@') < 0
                    && (provider().equals("openai") || name.indexOf('.') > 0);
        }

        String model() {
            return provider().equals(BEDROCK) ? GeographicProfile.parse(name).modelId() : name;
        }

        String geography() {
            return provider().equals(BEDROCK)
                    ? GeographicProfile.parse(name).geography().orElse("")
                    : "";
        }
    }

    /**
     * The card of a model and its profiles.
     *
     * @param alone whether it is the only snapshot of its model, whose name can do for it
     */
    private static ModelCard card(List<Entry> profiles, boolean alone) {
        Map<String, Entry> byGeography =
                profiles.stream()
                        .collect(Collectors.toMap(Entry::geography, it -> it, (one, _) -> one));
        Entry model = first(byGeography, "", "global", "us").orElse(profiles.getFirst());
        boolean onBedrock = model.provider().equals(BEDROCK);
        String id = onBedrock && alone ? Snapshot.modelOf(model.model()) : model.model();
        String callAs = first(byGeography, "us", "global", "").orElse(model).name();
        JsonNode facts = model.facts();
        return new ModelCard(
                model.provider(),
                id,
                Optional.of(callAs).filter(name -> !name.equals(id)),
                new Limits(
                        facts.path("max_input_tokens").asLong(),
                        facts.path("max_output_tokens").asInt()),
                LiteLlmAbilities.of(model.name(), facts, onBedrock),
                prices(model, byGeography),
                LiteLlmFacts.lifetime(facts));
    }

    private static Optional<Prices> prices(Entry model, Map<String, Entry> byGeography) {
        Map<String, Prices> profiles = new LinkedHashMap<>();
        byGeography.forEach((geography, entry) ->
                LiteLlmFacts.prices(entry.facts())
                        .filter(_ -> !geography.isEmpty())
                        .ifPresent(prices -> profiles.put(geography, prices)));
        return LiteLlmFacts.prices(model.facts()).map(prices -> prices.withProfiles(profiles));
    }

    private static Optional<Entry> first(Map<String, Entry> entries, String... geographies) {
        return List.of(geographies).stream()
                .filter(entries::containsKey)
                .map(entries::get)
                .findFirst();
    }
}
