package org.code.aiproxy.web.access;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A key of this service, and what may be done with it.
 *
 * @param name what logs, metrics and messages call it
 * @param hashes the SHA-256 of each of its values, in lower-case hexadecimal; several while one is
 *     replaced
 * @param dailyBudgetUsd what may be spent in a day, in USD, if that is limited
 * @param maxInFlight how many requests may be in flight at once, if that is limited
 * @param models the names of the models that may be used, each of which may end with {@code *}; all
 *     if there are none
 */
record ApiKey(
        String name,
        Set<String> hashes,
        Optional<BigDecimal> dailyBudgetUsd,
        Optional<Integer> maxInFlight,
        List<String> models) {

    private static final String ANYTHING = "*";

    ApiKey {
        hashes = Set.copyOf(hashes);
        models = List.copyOf(models);
    }

    /** One that may do everything. */
    ApiKey(String name, Set<String> hashes) {
        this(name, hashes, Optional.empty(), Optional.empty(), List.of());
    }

    boolean allows(String model) {
        return models.isEmpty() || models.stream().anyMatch(it -> matches(it, model));
    }

    private static boolean matches(String pattern, String model) {
        return pattern.endsWith(ANYTHING)
                ? model.startsWith(pattern.substring(0, pattern.length() - ANYTHING.length()))
                : model.equals(pattern);
    }
}
