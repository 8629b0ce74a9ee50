package org.code.aiproxy.rubrictester.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.code.aiproxy.grading.evidence.search.SnippetFinder;
import org.code.aiproxy.grading.program.Program;
import org.code.aiproxy.rubrictester.report.html.PlacedItem.Found;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlacedItemTests {

    private static final Program PROGRAM =
            new Program(
                    """
                    // var cat = createSprite(1, 2);
                    var dog = createSprite(1, 2);
                    var cat = createSprite(1, 2);
                    function draw() {
                      cat.x = 3;
                    }
                    cat.x = 3;
                    """);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Line 3: Makes a cat `var cat = createSprite(1, 2);`   | 3-3 Makes a cat, AS_STATED
                    Line 9: Makes a cat `var  cat=createSprite( 1,2 )`    | 3-3 Makes a cat, ELSEWHERE
                    Line 6: Moves `cat.x = 3`                             | 5-5 Moves, ELSEWHERE
                    Line 8: Moves `cat.x = 3`                             | 7-7 Moves, ELSEWHERE
                    Lines 4-6: Draws `function draw() { cat.x = 3; }`     | 4-6 Draws, AS_STATED
                    Lines 4-6: Draws `function draw() { ... }`            | 4-4 Draws, AS_STATED
                    Lines 6-4: Draws                                      | 4-6 Draws, NOT_QUOTED
                    Line 2: Makes a bird `var bird = 1`                   | 2-2 Makes a bird, NOWHERE
                    Line 1: Tells of cats `// var cat`                    | 1-1 Tells of cats, AS_STATED
                    Line 2: `` Line 3:                                    | 2-2 , NOT_QUOTED; 3-3 , NOT_QUOTED
                    Line 2: One Line 3: Two `var cat`                     | 2-2 One, NOT_QUOTED; 3-3 Two, AS_STATED
                    There is none.                                        | ''
                    """)
    void readsEvidenceAndFindsItsCode(String evidence, String items) {
        assertThat(PlacedItem.of(evidence, new SnippetFinder(PROGRAM)))
                .extracting(it ->
                        "%d-%d %s, %s".formatted(it.from(), it.to(), it.message(), it.found()))
                .containsExactlyElementsOf(
                        items.isEmpty() ? List.of() : List.of(items.split("; ", -1)));
    }

    @Test
    void findsNothingInABlankProgram() {
        assertThat(PlacedItem.of("Line 1: A `b`", new SnippetFinder(new Program(""))))
                .extracting(PlacedItem::found)
                .containsExactly(Found.NOWHERE);
    }
}
