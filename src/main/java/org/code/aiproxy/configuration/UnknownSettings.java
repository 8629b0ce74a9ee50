package org.code.aiproxy.configuration;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.code.aiproxy.textfile.Nearest;
import org.code.aiproxy.textfile.Shown;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.StandardEnvironment;

/** Finds settings that do nothing, since their names are misspelt. */
public final class UnknownSettings {

    private static final String VARIABLES =
            StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
    private static final String OURS = "AIPROXY_";

    private final KnownSettings known;

    UnknownSettings(KnownSettings known) {
        this.known = known;
    }

    /**
     * Those of the environment and of config.txt.
     *
     * @param context an application that has started
     * @return a sentence for each
     */
    public static List<String> of(ConfigurableApplicationContext context) {
        UnknownSettings unknown = new UnknownSettings(KnownSettings.of(context));
        ConfigurableEnvironment environment = context.getEnvironment();
        Stream<String> ofVariables =
                names(environment.getPropertySources().get(VARIABLES))
                        .flatMap(name -> unknown.ofVariable(name).stream());
        Stream<String> ofLines =
                environment.getPropertySources().stream()
                        .filter(ConfigText.class::isInstance)
                        .flatMap(UnknownSettings::names)
                        .flatMap(name -> unknown.ofLine(name).stream());
        return Stream.concat(ofVariables, ofLines).distinct().toList();
    }

    private static Stream<String> names(@Nullable Object source) {
        return source instanceof EnumerablePropertySource<?> all
                ? Arrays.stream(all.getPropertyNames()).sorted()
                : Stream.empty();
    }

    /** What to say of an environment variable. */
    Optional<String> ofVariable(String name) {
        if (!name.startsWith(OURS)) {
            return Optional.empty();
        }
        Map<String, String> candidates = new LinkedHashMap<>();
        known.variables().forEach(it -> candidates.put(it, it));
        for (String property : known.properties()) {
            candidates.put(
                    KnownSettings.variable(property, "_"), KnownSettings.variable(property, ""));
            candidates.put(
                    KnownSettings.variable(property, ""), KnownSettings.variable(property, ""));
        }
        return candidates.containsKey(name.replaceAll("_\\d+", "_0"))
                ? Optional.empty()
                : Optional.of(sentence(name, candidates));
    }

    /** What to say of a line in config.txt, where Spring's own properties may stand as well. */
    Optional<String> ofLine(String name) {
        Map<String, String> candidates = new LinkedHashMap<>();
        for (String property : known.properties()) {
            candidates.put(KnownSettings.variable(property, "_"), property);
            candidates.put(KnownSettings.variable(property, ""), property);
            candidates.put(property, property);
        }
        known.variables().forEach(it -> candidates.put(it, it));
        boolean isKnown =
                known.variables().contains(name)
                        || known.properties().stream()
                                .anyMatch(it -> uniform(it).equals(uniform(name)));
        return isKnown || !(isOurs(name) || nearest(name, candidates).isPresent())
                ? Optional.empty()
                : Optional.of("config.txt: " + sentence(name, candidates));
    }

    private String sentence(String name, Map<String, String> candidates) {
        return "%s is unknown; %s"
                .formatted(
                        new Shown(name),
                        nearest(name, candidates)
                                .map("did you mean %s?"::formatted)
                                .orElse("docs/operators.md lists the settings."));
    }

    private Optional<String> nearest(String name, Map<String, String> candidates) {
        String stripped = name.startsWith(OURS) ? name.substring(OURS.length()) : name;
        return Optional.of(stripped)
                .filter(known.variables()::contains)
                .or(() ->
                        candidates.keySet().stream()
                                .filter(it -> Nearest.distance(name, it) <= mostErrors(name))
                                .min(Comparator.comparingInt(it -> Nearest.distance(name, it)))
                                .map(candidates::get));
    }

    private static boolean isOurs(String name) {
        return KnownSettings.variable(name, "_").startsWith(OURS);
    }

    /** The letters after the prefix that all our names share. */
    private static int mostErrors(String name) {
        return isOurs(name) ? Math.max(2, (name.length() - OURS.length()) / 3) : 2;
    }

    /** Spring takes camelCase and other cases too. */
    private static String uniform(String property) {
        return property.replaceAll("[-_]", "")
                .replaceAll("\\[\\d+]", "[0]")
                .toLowerCase(Locale.ROOT);
    }
}
