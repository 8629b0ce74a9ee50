package org.code.aiproxy.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;

/** Ten megabytes of each kind: refused by a limit, or read at once. */
@Timeout(60)
class ForeignJsonTests {

    private static final int BYTES = 10_000_000;

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":", "1", "-1.1", "1e", "[1,", "{},", "0,"})
    void refusesWhatIsOutOfProportion(String piece) {
        String json = "[" + piece.repeat(BYTES / piece.length());
        assertThatExceptionOfType(JacksonException.class)
                .isThrownBy(() -> ForeignJson.MAPPER.readTree(json));
    }

    @Test
    void refusesALongNumberAsSuch() {
        assertThatExceptionOfType(StreamConstraintsException.class)
                .isThrownBy(() -> ForeignJson.MAPPER.readTree("1".repeat(1_001)));
        assertThatExceptionOfType(StreamConstraintsException.class)
                .isThrownBy(() ->
                        ForeignJson.MAPPER.readTree("{\"%s\":1}".formatted("a".repeat(20_000))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "\\u0041", "\\n", "€", "😀", " "})
    void readsALongText(String piece) {
        String json = "\"" + piece.repeat(BYTES / piece.length()) + "\"";
        assertThat(ForeignJson.MAPPER.readTree(json).asString()).hasSizeGreaterThan(BYTES / 7);
    }
}
