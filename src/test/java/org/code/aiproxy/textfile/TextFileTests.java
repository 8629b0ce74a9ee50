package org.code.aiproxy.textfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextFileTests {

    @Test
    void readsNoFileWithoutEnd() {
        assertThatThrownBy(() -> TextFile.read(Path.of("/dev/zero")))
                .isInstanceOf(InvalidTextException.class)
                .hasMessage("/dev/zero: longer than 16 MB, which is the limit of a text file.");
    }

    private static final String TEXT = "Modularit\u00e9 \u2013 \uD83D\uDE00\r\nvar x;\n";

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
    void readsAnEncodingThatItsByteOrderMarkTells(String encoding) {
        assertThat(text(("\uFEFF" + TEXT).getBytes(Charset.forName(encoding)))).isEqualTo(TEXT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void readsAnEncodingThatItsBytesTell(String encoding) {
        assertThat(text("var x = 1;\n".getBytes(Charset.forName(encoding))))
                .isEqualTo("var x = 1;\n");
    }

    @Test
    void readsTheEmptyFile() {
        assertThat(text(new byte[0])).isEmpty();
        assertThat(text("\uFEFF".getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    @Test
    void namesTheLineThatIsNotUtf8() {
        assertThatThrownBy(() ->
                        text("a\r\nb\rc\n\u201cd\u201d".getBytes(Charset.forName("windows-1252"))))
                .isInstanceOf(InvalidTextException.class)
                .hasMessageStartingWith("f.csv, line 4: not UTF-8 (byte 0x93). Save it as UTF-8");
    }

    @Test
    void refusesATextThatEndsInTheMiddleOfACharacter() {
        assertThatThrownBy(() -> text(new byte[] {'a', (byte) 0xE2, (byte) 0x80}))
                .hasMessageContaining("not UTF-8 (byte 0xE2)");
        assertThatThrownBy(() -> text(new byte[] {(byte) 0xFF, (byte) 0xFE, 'a', 0, 'b'}))
                .hasMessageContaining("not valid UTF-16LE");
    }

    @Test
    void refusesWhatIsNotAText() {
        assertThatThrownBy(() -> text("PK\n\u0003\u0000x".getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining(
                        "f.csv, line 2: not a text file; it has the character U+0000");
    }

    private static String text(byte[] bytes) {
        return new TextFile("f.csv", bytes).text();
    }
}
