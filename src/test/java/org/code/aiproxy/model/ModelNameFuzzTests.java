package org.code.aiproxy.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.code.aiproxy.Mutation;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Puts a name into requests with random changes. */
@Tag("fuzz")
@Timeout(120)
class ModelNameFuzzTests {

    private static final int REQUESTS = Mutation.times(200_000);
    private static final int LONG = 1_000_000;
    private static final String NAME = "another \"model\" 😀";
    private static final JsonMapper MAPPER = new JsonMapper();

    private static final List<String> SAMPLES =
            List.of(
                    """
                    {"model": "gpt-4.1-mini", "messages": [{"role": "user", "content": "Grüße 😀"}]}\
                    """,
                    """
                    {"stream":true,"tools":[{"model":"none"}],"n":1e2,"model":"a","seed":null}\
                    """,
                    """
                    {
                      "messages": [],
                      "mod\\u0065l": "a\\u00e9\\ud83d\\ude00b"
                    }
                    """);

    private static final String[] FRAGMENTS = {
        "{",
        "}",
        "[",
        "]",
        ":",
        ",",
        "\"",
        "\\",
        "\\u",
        "\\u0000",
        "\"model\"",
        "\"model\":",
        "\"model\": \"b\",",
        "\"model\": {\"model\": 1},",
        "null",
        "true",
        "-",
        "1e999",
        "0x",
        "\n",
        "\r",
        "\t",
        "\0",
        "\ufeff",
        "é",
        "😀",
        "\ud83d",
        "//",
        "/*",
        "'",
        "NaN",
        " "
    };

    @Test
    void changesNothingButTheName() {
        Mutation mutation = new Mutation(SAMPLES, FRAGMENTS);
        for (int i = 0; i < REQUESTS; i++) {
            byte[] text = mutation.next().getBytes(StandardCharsets.UTF_8);

            assertOnlyTheNameChanges(text, mutation.toString());
            assertOnlyTheNameChanges(mutation.next(text), mutation.toString());
        }
    }

    @Test
    void readsAMillionCharactersOfAnyFragment() {
        for (String fragment : FRAGMENTS) {
            String flood = fragment.repeat(LONG / fragment.length());
            for (String before : List.of("", "{", "{\"model\": \"", "{\"a\":[")) {
                byte[] json = (before + flood).getBytes(StandardCharsets.UTF_8);

                assertOnlyTheNameChanges(json, before + fragment);
            }
        }
    }

    private static void assertOnlyTheNameChanges(byte[] json, String description) {
        try {
            byte[] replaced = ModelName.replaced(json, NAME);

            tree(json)
                    .ifPresent(before ->
                            assertThat(tree(replaced))
                                    .as("%s: %s", description, before)
                                    .contains(renamed(before)));
        } catch (ModelException.Unsupported e) {
            assertThat(tree(json).filter(JsonNode::isObject)).as(description).isEmpty();
        } catch (RuntimeException e) {
            throw new AssertionError(description, e);
        }
    }

    private static Optional<JsonNode> tree(byte[] json) {
        try {
            return Optional.of(MAPPER.readTree(json));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private static JsonNode renamed(JsonNode before) {
        if (!(before instanceof ObjectNode object) || !object.has("model")) {
            return before;
        }
        return object.deepCopy().put("model", NAME);
    }
}
