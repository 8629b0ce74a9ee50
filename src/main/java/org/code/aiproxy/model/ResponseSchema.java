package org.code.aiproxy.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the JSON that a model writes must look like. Models that can be constrained to a schema are,
 * others have only the prompt.
 *
 * @param name what providers call it in the request: letters, digits, underscores
 * @param schema JSON Schema as plain maps, lists and values, an object at the top; the keys' order
 *     is kept, as providers' caches compare bytes
 */
public record ResponseSchema(String name, Map<String, Object> schema) {

    public ResponseSchema {
        // Map.copyOf would give the keys another order in every process.
        schema = Collections.unmodifiableMap(new LinkedHashMap<>(schema));
    }
}
