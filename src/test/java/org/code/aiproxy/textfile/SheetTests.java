package org.code.aiproxy.textfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.code.aiproxy.textfile.Sheet.Row;
import org.junit.jupiter.api.Test;

class SheetTests {

    @Test
    void countsRowsAndColumnsAsTheSpreadsheetDoes() {
        Sheet sheet = Sheet.read("\n,,\n,id,\"x\ny\"\n\n,a,1\n", "ID");
        Row row = sheet.rows().getFirst();
        assertThat(row.number()).isEqualTo(5);
        assertThat(sheet.columns()).containsExactly(1, 2);
        assertThat(sheet.place(row, 2)).isEqualTo("row 5, column C (`x[U+000A]y`)");
        assertThat(sheet.place(sheet.header(), 27)).isEqualTo("row 3, column AB");
        assertThat(sheet.prefaced()).isFalse();
    }

    @Test
    void choosesTheSeparatorThatGivesTheHeading() {
        assertThat(Sheet.read("id;a,b\n1;2\n", "id").separator()).isEqualTo(';');
        assertThat(Sheet.read("a;b,id\n1;2,3\n", "id").separator()).isEqualTo(',');
        assertThat(Sheet.read("id\ta,\"b\n", "id").separator()).isEqualTo('\t');
        assertThat(Sheet.read("sep=|\nid|a\n", "id").column("A")).contains(1);
        assertThat(Sheet.read("sep=;\nid,a\n", "id").separator()).isEqualTo(',');
    }

    @Test
    void readsCommasWhereNoSeparatorGivesTheHeading() {
        Sheet sheet = Sheet.read("a,b\n1,2\n", "id");
        assertThat(sheet.header().cells()).containsExactly("a", "b");
        assertThat(sheet.column("id")).isEmpty();
    }

    @Test
    void refusesAQuotationMarkThatIsNeverClosed() {
        assertThatThrownBy(() -> Sheet.read("id,b\n1,\"2\n", "id"))
                .isInstanceOf(InvalidTextException.class)
                .hasMessageContaining("never closed");
    }

    @Test
    void isEmptyWhereNothingIsWritten() {
        assertThat(Sheet.read("\uFEFF , \n\u00a0", "id").columns()).isEmpty();
    }
}
