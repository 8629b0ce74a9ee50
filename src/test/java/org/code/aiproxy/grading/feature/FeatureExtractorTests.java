package org.code.aiproxy.grading.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import org.code.aiproxy.grading.feature.Fact.Loop.Kind;
import org.code.aiproxy.grading.feature.Fact.Shape;
import org.junit.jupiter.api.Test;

class FeatureExtractorTests {

    private final FeatureExtractor extractor = new FeatureExtractor();

    @Test
    void countsANameDeclaredTwiceOnce() {
        CodeFeatures program =
                extractor.extract("var p = createSprite(1, 2);\nvar p = createSprite(3, 4);");

        assertThat(program.spriteNames()).containsExactly("p");
        assertThat(program.sprites()).hasSize(2);
    }

    @Test
    void takesAVariableThatIsLaterAssignedASpriteForOne() {
        assertThat(extractor.extract("var p;\np = createSprite(1, 2);").spriteNames())
                .containsExactly("p");
    }

    @Test
    void takesEveryVariableOfAChainOfAssignmentsForASprite() {
        assertThat(extractor.extract("var p = q = createSprite(1);\na = b = p;").spriteNames())
                .containsExactlyInAnyOrder("p", "q");
    }

    @Test
    void takesNoPropertyOrArgumentForASprite() {
        assertThat(extractor.extract("a.p = createSprite(1);\ng.add(createSprite(2));").sprites())
                .isEmpty();
    }

    @Test
    void countsCallsWhereverTheyStandAsStatements() {
        CodeFeatures program =
                extractor.extract(
                        """
                        rect(1);
                        function f() { ellipse(1); }
                        if (a) circle(1); else { for (;;) { text("a"); } }
                        var x = quad(1), y = a && triangle(1);
                        background(rect(1));
                        """);

        assertThat(program.shapes())
                .extracting(Shape::function)
                .containsExactly("rect", "ellipse", "circle");
        assertThat(program.texts()).hasSize(1);
        assertThat(program.backgrounds()).hasSize(1);
    }

    @Test
    void tellsPropertyChangesInsideTheDrawLoopFromThoseOutside() {
        CodeFeatures program =
                extractor.extract(
                        """
                        p.x = 1;
                        p.setAnimation("a");
                        function draw() {
                          p["y"] += 2;
                          for (;;) { p.scale--; }
                        }
                        function other() { p.velocityX = 3; }
                        a.b.c = 4;
                        f().x = 5;
                        """);

        assertThat(program.propertyChanges())
                .extracting("object", "property", "inDrawLoop", "place.firstLine")
                .containsExactly(
                        tuple("p", "x", false, 1),
                        tuple("p", "animation", false, 2),
                        tuple("p", "y", true, 4),
                        tuple("p", "scale", true, 5),
                        tuple("p", "velocityX", false, 7));
    }

    @Test
    void findsFunctionsOtherThanDrawAndTheCallsOfThem() {
        CodeFeatures program =
                extractor.extract(
                        """
                        jump();
                        function jump() {}
                        function draw() {
                          function inner() {}
                          jump();
                          p.jump();
                          var x = jump();
                        }
                        var f = function named() {};
                        """);

        assertThat(program.functionDefinitions())
                .extracting("name", "inDrawLoop")
                .containsExactly(tuple("jump", false), tuple("inner", true));
        assertThat(program.functionCalls())
                .extracting("name", "place.firstLine")
                .containsExactly(tuple("jump", 1), tuple("jump", 5));
    }

    @Test
    void tellsVariablesThatAreReassigned() {
        CodeFeatures program =
                extractor.extract(
                        "var a = 1, b;\nlet c = 2;\nconst d = 3;\nif (x) { b = a; c++; }\nd.x = 1;");

        assertThat(program.variables())
                .extracting("name", "reassigned", "place.firstLine")
                .containsExactly(
                        tuple("a", false, 1),
                        tuple("b", true, 1),
                        tuple("c", true, 2),
                        tuple("d", false, 3));
    }

    @Test
    void findsLoopsOfEveryKind() {
        CodeFeatures program =
                extractor.extract(
                        """
                        for (var i = 0; i < 3; i++) {
                        }
                        for (var k in o) {}
                        function draw() { while (a) {} do {} while (b); }
                        """);

        assertThat(program.loops())
                .extracting("kind", "inDrawLoop", "place.firstLine", "place.lastLine")
                .containsExactly(
                        tuple(Kind.FOR, false, 1, 2),
                        tuple(Kind.FOR, false, 3, 3),
                        tuple(Kind.WHILE, true, 4, 4),
                        tuple(Kind.DO, true, 4, 4));
    }

    @Test
    void findsUserInputAnywhere() {
        CodeFeatures program =
                extractor.extract("if (a && keyDown('up')) {}\nvar m = mouseDown('left');");

        assertThat(program.userInputs())
                .extracting("function", "place.firstLine")
                .containsExactly(tuple("keyDown", 1), tuple("mouseDown", 2));
    }

    @Test
    void countsLinesThatEndWithLineFeedsOrCarriageReturnsOrBoth() {
        for (String end : new String[] {"\n", "\r", "\r\n"}) {
            CodeFeatures program =
                    extractor.extract(String.join(end, "// a", "", "rect(1,", "2);", "text(1)"));

            assertThat(program.facts())
                    .filteredOn(fact -> !(fact instanceof Fact.FunctionCall))
                    .extracting("place.firstLine", "place.lastLine")
                    .containsExactly(tuple(3, 4), tuple(5, 5));
        }
    }

    @Test
    void quotesTheFirstLineOfAPlaceAsTheProgramHasIt() {
        CodeFeatures program =
                extractor.extract(
                        "  if (a)  { // why\n  }\nrect(1); text(`a`);\ntext('"
                                + "x".repeat(200)
                                + "');");

        assertThat(program.conditionals().getFirst().place().snippet())
                .isEqualTo("if (a)  { // why");
        assertThat(program.shapes().getFirst().place().snippet()).isEqualTo("rect(1);");
        assertThat(program.texts())
                .extracting(text -> text.place().snippet())
                .containsExactly("text(", "text('" + "x".repeat(94) + " ... ");
    }
}
