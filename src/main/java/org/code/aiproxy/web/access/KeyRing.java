package org.code.aiproxy.web.access;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The keys that are good now. */
final class KeyRing {

    /** The name of the keys that have none, those of {@code AIPROXY_API_KEY}. */
    static final String PLAIN = "default";

    private final List<ApiKey> plain;
    private final Supplier<List<ApiKey>> named;

    /**
     * @param plain keys without names
     * @param named keys with names, which may change
     */
    KeyRing(List<String> plain, Supplier<List<ApiKey>> named) {
        this.plain =
                plain.isEmpty()
                        ? List.of()
                        : List.of(
                                new ApiKey(
                                        PLAIN,
                                        plain.stream()
                                                .map(KeyHash::of)
                                                .collect(Collectors.toSet())));
        this.named = named;
    }

    /** The key that a caller gave. One that is there with a name and without has its limits. */
    Optional<ApiKey> find(String given) {
        String hash = KeyHash.of(given);
        // All are compared, whichever is equal: the time taken tells nothing.
        List<ApiKey> equal =
                Stream.concat(named.get().stream(), plain.stream())
                        .filter(key -> hasHash(key, hash))
                        .toList();
        return given.isEmpty() ? Optional.empty() : equal.stream().findFirst();
    }

    private static boolean hasHash(ApiKey key, String hash) {
        return key.hashes().stream().filter(it -> KeyHash.areEqual(it, hash)).count() > 0;
    }
}
