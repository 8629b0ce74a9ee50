package org.code.aiproxy.model;

import java.util.Map;

/**
 * What the JSON that a model writes must look like. Models that can be held to a schema are, others
 * have only the prompt.
 *
 * @param name what providers call it in the request: letters, digits, underscores
 * @param schema JSON Schema as plain maps, lists and values, an object at the top
 */
public record ResponseSchema(String name, Map<String, Object> schema) {

    public ResponseSchema {
        schema = Map.copyOf(schema);
    }
}
