package org.code.aiproxy.grading.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class EvidenceItemTests {

    @Test
    void readsLinesMessageAndCode() {
        assertThat(
                        EvidenceItem.in(
                                "Line 3: Makes a cat `var cat;` `var dog;` Lines 9-5: Moves Line 7: `a`"))
                .containsExactly(
                        new EvidenceItem(3, 3, "Makes a cat", List.of("var cat;", "var dog;")),
                        new EvidenceItem(5, 9, "Moves", List.of()),
                        new EvidenceItem(7, 7, "", List.of("a")));
    }

    @Test
    void quotesNothingAfterABacktickThatIsNeverClosed() {
        assertThat(EvidenceItem.in("Line 2: `` Line 3: Two `a` and `b"))
                .containsExactly(
                        new EvidenceItem(2, 2, "", List.of()),
                        new EvidenceItem(3, 3, "Two", List.of("a")));
    }

    @Test
    void leavesOutWhatStandsBeforeTheFirstItem() {
        assertThat(EvidenceItem.in("There is a sprite. Line 3: Here")).hasSize(1);
        assertThat(EvidenceItem.in("There is none.")).isEmpty();
    }

    @Test
    void partsTheTextWithoutLosingAnything() {
        String evidence = "Seen. Line 3: Makes a cat `var cat;` Lines 5-9: Moves ";

        assertThat(EvidenceItem.texts(evidence))
                .containsExactly("Seen. ", "Line 3: Makes a cat `var cat;` ", "Lines 5-9: Moves ");
        assertThat(EvidenceItem.texts("")).isEmpty();
    }
}
