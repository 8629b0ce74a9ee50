package org.code.aiproxy.textfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTests {

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\": 1}", "{\"a\": 1, // one\n}", "/* all */ {\"a\": 1,}\n\n"})
    void readsWhatPeopleWrite(String text) {
        assertThat(new JsonText("f.json", text).read().path("a").asInt()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "'{\n\"a\": x}', 'f.json, line 2, column 6'",
        "'{} {}', f.json",
        "'{\"a\": 1', f.json"
    })
    void namesThePlaceThatIsNotJson(String text, String place) {
        assertThatThrownBy(() -> new JsonText("f.json", text).read())
                .isInstanceOf(InvalidTextException.class)
                .hasMessageStartingWith(place)
                .hasMessageContaining("not JSON");
    }
}
