package org.code.aiproxy.grading.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClaimsTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "Line 3: Creates a sprite `var p = 1;` | 3 Creates a sprite [var p = 1;]",
                "Lines 5-7: Moves it `p.x = p.x + 1;` | 5-7 Moves it [p.x = p.x + 1;]",
                "Line 3-5: a | 3-5 a []",
                "Lines 4, 5: a | 4-5 a []",
                "Lines 4, 7 and 9 to 12: a | 4,7,9-12 a []",
                "Lines 3–5: a | 3-5 a []",
                "Lines 9-7: a | 7-9 a []",
                "line 3: a | 3 a []",
                "Line 3 : a | 3 a []",
                "**Line 3:** a | 3 a []",
                "- Line 3: a - Line 4: b | 3 a []; 4 b []",
                "Line 3: a, Line 4: b; line 5: c | 3 a []; 4 b []; 5 c []",
                "Line 3: a as in line 4: b | 3 a as in line 4: b []",
                "Line 3: draws a Line from 1 to 2 | 3 draws a line from 1 to 2 []",
                "Line 3: a `b` and `c` | 3 a [b, c]",
                "Line 3: `b` | 3  [b]",
                "Line 3: `b` makes a sprite | 3 makes a sprite [b]",
                "Line 3: `b` or `c` | 3  [b, c]",
                "Line 3: a ` ` | 3 a []",
                "Line 3: a ```b``` | 3 a [b]",
                "Line 3: a `b | 3 a [b...]",
                "Line 3: a `b Line 4: c `d` | 3 a [b...]; 4 c [d]",
                "Line 3: a `text(\"Line 4: b\");` Line 5: c | 3 a [text(\"Line 4: b\");]; 5 c []",
                "Line 3: | 3  []",
                "Line 3 draws | ",
                "Line: a | ",
            })
    void readsItems(String evidence, String expected) {
        String items =
                Claims.parse(evidence).items().stream()
                        .map(ClaimsTests::describe)
                        .collect(Collectors.joining("; "));
        assertThat(items).isEqualTo(expected == null ? "" : expected);
    }

    private static String describe(Claim claim) {
        String lines =
                claim.lines().ranges().stream()
                        .map(range ->
                                range.first() == range.last()
                                        ? "" + range.first()
                                        : range.first() + "-" + range.last())
                        .collect(Collectors.joining(","));
        return lines + " " + claim.message() + " " + claim.snippets();
    }

    @Test
    void keepsWhatStandsBeforeTheFirstItem() {
        assertThat(Claims.parse("See:\n Line 3: a").prose()).isEqualTo("See:");
        assertThat(Claims.parse("Nothing `x`").prose()).isEqualTo("Nothing `x`");
    }

    @Test
    void readsItemsOnLinesOfTheirOwn() {
        assertThat(Claims.parse("* Line 3: a\n* Lines 4-5: b `c\n d`\n").items())
                .extracting(Claim::message, Claim::snippets)
                .containsExactly(tuple("a", List.of()), tuple("b", List.of("c  d")));
    }
}
