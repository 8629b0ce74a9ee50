package org.code.aiproxy.textfile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class VisibleTests {

    @ParameterizedTest
    @CsvSource({
        "'a\u001b[31mb', 'a[U+001B][31mb'",
        "'a\u009b31mb', 'a[U+009B]31mb'",
        "'a\u0007\u007f', 'a[U+0007][U+007F]'",
        "'a\nb\tc\rd', 'a[U+000A]b[U+0009]c[U+000D]d'",
        "'a\u202eb\u2066c\u200f', 'a[U+202E]b[U+2066]c[U+200F]'",
        "'Zo\u00eb \u4e2d\ud83d\ude00', 'Zo\u00eb \u4e2d\ud83d\ude00'"
    })
    void writesOutWhatActsInALine(String text, String shown) {
        assertThat(Visible.line(text)).isEqualTo(shown);
    }

    @Test
    void keepsLinesAndTabsOfAText() {
        assertThat(Visible.text("a\tb\r\nc\rd\u001be")).isEqualTo("a\tb\r\nc[U+000D]d[U+001B]e");
    }

    @Test
    void leavesJsonTheSame() {
        JsonMapper mapper = new JsonMapper();
        String json = mapper.writeValueAsString("a\u009b\u007f\u202e\u001b\\");
        assertThat(Visible.json(json)).isEqualTo("\"a\\u009b\\u007f\\u202e\\u001B\\\\\"");
        assertThat(mapper.readTree(Visible.json(json))).isEqualTo(mapper.readTree(json));
    }
}
