package org.code.aiproxy.grading.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.code.aiproxy.grading.program.Program;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class GroundingTests {

    private static final String PROGRAM =
            """
            // a fish
            var p = createSprite(100, 100);
            p.setAnimation("fish");

            function draw() {
              background('white'); // every frame
              if (keyDown("up")) {
                p.velocityY = -5;
                p.x = p.x + 1;
              } else {
                p.x = p.x + 1;
              }
              text("it's /* not */ a comment", 10, 20);
              /* rect(1, 2, 3, 4); */
              drawSprites();
            }
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "Line 9: Makes a sprite `var p = createSprite(100, 100);`"
                        + "| Line 2: Makes a sprite `var p = createSprite(100, 100);`",
                "Line 9: White space `var p=createSprite( 100,100 ) ;`"
                        + "| Line 2: White space `var p = createSprite(100, 100);`",
                "Line 1: Quotes `p.setAnimation('fish')` | Line 3: Quotes `p.setAnimation(\"fish\");`",
                "Line 1: Curly `p.setAnimation(“fish”);` | Line 3: Curly `p.setAnimation(\"fish\");`",
                "Line 1: Typo `p.setAnimatoin(\"fish\");` | Line 3: Typo `p.setAnimation(\"fish\");`",
                "Line 1: No bracket `p.setAnimation\"fish\");` | Line 3: No bracket `p.setAnimation(\"fish\");`",
                "Line 1: Braces `if (keyDown(\"up\")) { ... }` | Line 7: Braces `if (keyDown(\"up\")) {`",
                "Lines 1-3: Dots `p.setAnima...` | Lines 3-5: Dots",
                "Line 1: One sign `function draw() {…}` | Line 5: One sign `function draw() {`",
                "Line 1: A comment in it `background('white'); // every frame`"
                        + "| Line 6: A comment in it `background('white');`",
                "Line 1: Commented out `rect(1, 2, 3, 4);` | Line 1: Commented out (unverified)",
                "Line 1: In a string `it's /* not */ a comment` | Line 13: In a string `\"it's /* not */ a comment\"`",
                "Line 8: First `p.x = p.x + 1;` | Line 9: First `p.x = p.x + 1;`",
                "Line 14: Second `p.x = p.x + 1;` | Line 11: Second",
                "Line 3: Invented `q.x = q.x + 1;` | Line 3: Invented (unverified)",
                "Line 3: Another operator `p.x = p.x - 1;` | Line 3: Another operator (unverified)",
                "Line 3: Another number `createSprite(100, 200)` | Line 3: Another number (unverified)",
                "Line 3: Another name `p.velocityX = -5;` | Line 3: Another name (unverified)",
                "Line 99: Nowhere | Nowhere (unverified)",
                "Line 99: Invented nowhere `q();` | Invented nowhere (unverified)",
                "Lines 15-99: The end | Lines 15-16: The end",
                "Line 0: Zero Lines 0-2: From zero | Zero (unverified) Lines 1-2: From zero",
                "Lines 6-5: Reversed | Lines 5-6: Reversed",
                "Line 5: Stays | Line 5: Stays",
                "Line 7: `p.velocityY = -5;` | Line 8: `p.velocityY = -5;`",
                "Line 7: `q.velocityY = -5;` | Line 7: (unverified)",
                "See below. Line 5: Draws | See below. Line 5: Draws",
                "Nothing to see | Nothing to see",
                "~~ | ~~",
            })
    void grounds(String evidence, String expected) {
        assertThat(ground(evidence).text()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Lines 7-12: The same `if (keyDown(\"up\")) {` | 7-12",
                "Lines 17-22: Shifted `if (keyDown(\"up\")) {` | 7-12",
                "Lines 1-2: Too short `if (keyDown(\"up\")) { ... }` | 7-12",
                "Line 3: One line `if (keyDown(\"up\")) {` | 7-7",
                "Lines 2-9: A whole statement `p.velocityY = -5;` | 8-8",
                "Lines 8-20: From its line on `p.x = p.x + 1` | 9-9",
                "Line 1: Several lines `if (keyDown('up')) { p.velocityY = -5; p.x = p.x + 1; }` | 7-10",
                "Line 1: With a comment `function draw() { background('white'); // every frame if (keyDown(\"up\")) {` | 5-7",
            })
    void takesTheLinesOfTheCode(String evidence, String expected) {
        assertThat(TeachersPage.items(ground(evidence).text()))
                .singleElement()
                .satisfies(
                        item -> assertThat(item.first() + "-" + item.last()).isEqualTo(expected));
    }

    @Test
    void foldsCodeOfSeveralLinesLineByLine() {
        assertThat(ground("Line 9: Goes up `if(keyDown('up')){p.velocityY=-5` ").text())
                .isEqualTo("Lines 7-8: Goes up `if (keyDown(\"up\")) { p.velocityY = -5;`");
    }

    @Test
    void putsItemsInTheOrderOfTheirLines() {
        assertThat(ground("Line 5: b Line 15: c `drawSprites()` Line 4: a `p.setAnimation`").text())
                .isEqualTo("Line 3: a `p.setAnimation` Line 5: b Line 15: c `drawSprites();`");
    }

    @Test
    void keepsSeveralSnippetsTogetherOnTheLinesStated() {
        String evidence =
                "Lines 2-3: A fish `var p = createSprite(100, 100);` `p.setAnimation(\"fish\");`";
        assertThat(ground(evidence)).isEqualTo(new GroundedEvidence(evidence, 1, 0, 0));
    }

    @Test
    void givesSnippetsInOtherPlacesItemsOfTheirOwn() {
        assertThat(ground("Line 4: Calls `createSprite(100, 100)` `drawSprites();` `no()`").text())
                .isEqualTo(
                        "Line 2: Calls `createSprite(100, 100);` Line 15: Calls `drawSprites();`");
    }

    @Test
    void leavesOutMereMentionsBesideCode() {
        assertThat(ground("Line 3: Sets `p` to `createSprite(100, 100)`").text())
                .isEqualTo("Line 2: Sets `createSprite(100, 100);`");
    }

    @Test
    void countsItems() {
        GroundedEvidence grounded =
                ground(
                        "Line 2: right `createSprite` Line 9: wrong `p.setAnimation` Line 3: no"
                                + " `q()` Line 99: nowhere Lines 14-99: too far");
        assertThat(grounded)
                .extracting("items", "corrected", "unverified")
                .containsExactly(5, 2, 2);
    }

    static Stream<Arguments> programsThatTalkLikeEvidence() {
        return Stream.of(
                Arguments.of(
                        "x();\ntext(\"Line 3: hi\", 1, 2);",
                        "Line 1: Writes `text(\"Line 3: hi\", 1, 2);`",
                        "Line 2: Writes"),
                Arguments.of(
                        "x();\ndrawLine(1, 2);", "Line 1: Draws `drawLine(1,2)`", "Line 2: Draws"),
                Arguments.of(
                        "x();\ntext(`hi`, 1, 2);",
                        "Line 1: Writes `text(`hi`, 1, 2);`",
                        "Line 2: Writes `text(` `, 1, 2);`"));
    }

    @ParameterizedTest
    @MethodSource("programsThatTalkLikeEvidence")
    void writesNothingThatBeginsAnItem(String code, String evidence, String expected) {
        GroundedEvidence grounded = Grounding.in(new Program(code)).ground(evidence);
        assertThat(grounded.text()).isEqualTo(expected);
        assertThat(Grounding.in(new Program(code)).ground(expected).text()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"'a\r\nb();\r\nc', 2", "'a\rb();\rc', 2", "'\n\n\nb();', 4"})
    void countsLinesHoweverTheyEnd(String code, int line) {
        assertThat(Grounding.in(new Program(code)).ground("Line 1: x `b();`").text())
                .startsWith("Line " + line + ": x");
    }

    private static GroundedEvidence ground(String evidence) {
        return Grounding.in(new Program(PROGRAM)).ground(evidence);
    }
}
