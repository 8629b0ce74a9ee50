package org.code.aiproxy.textfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SheetWriterTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1",
                "-2+3",
                "-x",
                "@SUM(A1)",
                "\tx",
                "\rx",
                "\n=x",
                " =1",
                "\u00a0=1",
                "\u200b=1",
                "\uff1d1",
                "=HYPERLINK(\"http://x\", \"y\")",
                "-1\n=2"
            })
    void startsNoFormula(String cell) {
        assertThat(written(cell)).matches("(?s)\"?'.*");
        assertThat(SheetWriter.cell("'" + cell)).isEqualTo(cell);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "-2.5", "0", "3", "student_1", "a=b", "No Evidence", "'quoted'"})
    void leavesNumbersAndPlainTextAsTheyAre(String cell) {
        assertThat(written(cell)).isEqualTo(cell);
        assertThat(SheetWriter.cell(cell)).isEqualTo(cell);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"=x", "'=x", "''=x", "'x", "''", "'", "'-1", "-1", "+x", "'@", "' =x", "-"})
    void isReadBackEqual(String cell) {
        Sheet sheet = Sheet.read("student\r\n" + written(cell) + "\r\n", "student");
        assertThat(SheetWriter.cell(sheet.rows().getFirst().cell(0))).isEqualTo(cell);
    }

    @Test
    void writesRows() {
        StringWriter out = new StringWriter();
        SheetWriter sheet = new SheetWriter(out);
        sheet.row(List.of("student", "a, b"));
        sheet.row(List.of("=x", "-1"));
        assertThat(out.toString()).isEqualToNormalizingNewlines("student,\"a, b\"\n'=x,-1\n");
    }

    private static String written(String cell) {
        StringWriter out = new StringWriter();
        new SheetWriter(out).row(List.of(cell));
        return out.toString().replaceFirst("\r\n\\z", "");
    }
}
