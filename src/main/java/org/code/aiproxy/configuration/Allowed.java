package org.code.aiproxy.configuration;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.util.ClassUtils;
import org.springframework.util.unit.DataSize;

/** What a value of a type may be, in words that follow "must be". */
final class Allowed {

    private static final Map<Class<?>, String> WORDS =
            Map.of(
                    Boolean.class, "true or false",
                    Integer.class, "a whole number",
                    Long.class, "a whole number",
                    Double.class, "a number",
                    Duration.class, "a time such as 500ms, 30s or 2m",
                    DataSize.class, "a size such as 500KB or 2MB",
                    URI.class, "an address such as https://example.org/v1");

    private Allowed() {}

    static String of(Class<?> type) {
        return type.isEnum()
                ? Arrays.stream(type.getEnumConstants())
                        .map(it -> it.toString().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", ", "one of ", ""))
                : WORDS.getOrDefault(
                        ClassUtils.resolvePrimitiveIfNecessary(type), "a value that can be read");
    }
}
