package org.code.aiproxy.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Assertions;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What {@code /openapi.json} says, to hold answers against.
 *
 * @param root the whole description
 */
record Description(JsonNode root) {

    private static final JsonMapper MAPPER = new JsonMapper();

    /** Each method with its route, such as {@code get /v1/models}. */
    Set<String> operations() {
        Set<String> operations = new TreeSet<>();
        for (var path : root.get("paths").properties()) {
            path.getValue()
                    .propertyNames()
                    .forEach(method -> operations.add(method + " " + path.getKey()));
        }
        return operations;
    }

    /** Those of them that can be answered with a status. */
    Set<String> operationsWith(String status) {
        Set<String> operations = operations();
        operations.removeIf(operation -> !responses(operation).has(status));
        return operations;
    }

    /** Fails unless the status is described, the type of the content too, and the content is so. */
    void tellsOf(String operation, HttpResponse<String> answer) {
        tellsOf(
                operation,
                answer.statusCode(),
                answer.headers().firstValue("Content-Type").orElse(""),
                answer.body());
    }

    void tellsOf(String operation, int status, String contentType, String body) {
        String what = "%s: %d %s %s".formatted(operation, status, contentType, body);
        JsonNode response = response(operation, status);
        assertThat(response.isMissingNode()).as(what).isFalse();
        if (contentType.isEmpty()) {
            assertThat(body).as(what).isEmpty();
            assertThat(response.has("content")).as(what).isFalse();
            return;
        }
        JsonNode content = response.path("content").path(mediaType(contentType));
        assertThat(content.isMissingNode()).as(what).isFalse();
        if (contentType.contains("json")) {
            fits(json(body), content.get("schema"), what);
        }
    }

    private JsonNode responses(String operation) {
        int space = operation.indexOf(' ');
        return root.get("paths")
                .path(operation.substring(space + 1))
                .path(operation.substring(0, space))
                .path("responses");
    }

    private JsonNode response(String operation, int status) {
        JsonNode responses = responses(operation);
        JsonNode response = responses.path(String.valueOf(status));
        return referredTo(
                response.isMissingNode() ? responses.path(status / 100 + "XX") : response);
    }

    private void fits(JsonNode value, JsonNode reference, String what) {
        JsonNode schema = referredTo(reference);
        switch (schema.path("type").asString("")) {
            case "object" -> assertThat(value.isObject()).as(what).isTrue();
            case "array" -> {
                assertThat(value.isArray()).as(what).isTrue();
                value.forEach(item -> fits(item, schema.get("items"), what));
            }
            case "string" -> assertThat(value.isString()).as(what).isTrue();
            case "integer" -> assertThat(value.isIntegralNumber()).as(what).isTrue();
            default -> {}
        }
        schema.path("required")
                .forEach(name -> assertThat(value.has(name.stringValue())).as(what).isTrue());
        schema.path("properties").properties().stream()
                .filter(property -> value.has(property.getKey()))
                .forEach(property -> fits(value.get(property.getKey()), property.getValue(), what));
    }

    private JsonNode referredTo(JsonNode node) {
        JsonNode reference = node.path("$ref");
        return reference.isString() ? root.at(reference.stringValue().substring(1)) : node;
    }

    private static String mediaType(String contentType) {
        int parameters = contentType.indexOf(';');
        return parameters < 0 ? contentType : contentType.substring(0, parameters);
    }

    private static JsonNode json(String body) {
        try {
            return MAPPER.readTree(body);
        } catch (JacksonException e) {
            return Assertions.fail("no JSON: " + body, e);
        }
    }
}
