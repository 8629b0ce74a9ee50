package org.code.aiproxy.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelNameTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"n\": 1, \"model\" : \"a\", \"é\": 2} | {\"n\": 1, \"model\" : \"b\", \"é\": 2}",
                "{\"of\": {\"model\": \"a\"}} | {\"of\": {\"model\": \"a\"}}",
                "{\"model\": [{\"x\": 1}], \"model\":\"a\"} | {\"model\": \"b\", \"model\":\"b\"}"
            })
    void takesTheOldOnesPlaceWhateverThatWas(String json, String expected) {
        byte[] replaced = ModelName.replaced(json.getBytes(StandardCharsets.UTF_8), "b");

        assertThat(new String(replaced, StandardCharsets.UTF_8)).isEqualTo(expected);
    }
}
