package org.code.aiproxy.provider.openai;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;

/** Models whose server refuses to be asked for a stream's usage; for a day, since it can learn. */
final class UncountedModels {

    private static final Duration MEMORY = Duration.ofDays(1);
    private static final int MOST = 1_000;

    private final Cache<String, Boolean> models =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(MEMORY).build();

    boolean has(String model) {
        return models.getIfPresent(model) != null;
    }

    void add(String model) {
        models.put(model, true);
    }
}
