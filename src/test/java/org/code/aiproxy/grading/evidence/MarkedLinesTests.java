package org.code.aiproxy.grading.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.code.aiproxy.grading.decisiontree.StaticAssessor;
import org.code.aiproxy.grading.evidence.TeachersPage.Lit;
import org.code.aiproxy.grading.feature.CodeFeatures;
import org.code.aiproxy.grading.feature.FeatureExtractor;
import org.code.aiproxy.grading.feature.Finding;
import org.code.aiproxy.grading.program.Program;
import org.code.aiproxy.grading.program.SampledProgram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The teacher's page marks the lines that evidence states, over all programs there are. */
class MarkedLinesTests {

    private static final long SEED = 20_261_126;
    private static final double LEAST_SHARE_RIGHT = 0.998;

    /** Counts items that the page marks. */
    private static final class Tally {

        private final List<String> wrong = new ArrayList<>();
        private int items;

        void count(String name, String evidence, String code) {
            int lines = code.split("\r\n|\r|\n", -1).length;
            for (Lit item : TeachersPage.lit(evidence, code)) {
                items++;
                if (!item.isRight() || item.lit().last() > lines) {
                    wrong.add("%s: %s in %s%n".formatted(name, item, evidence));
                }
            }
        }

        void requireRight(String what, TestReporter reporter) {
            double share = 1 - (double) wrong.size() / items;
            reporter.publishEntry(what, "%d items, %.4f right".formatted(items, share));
            assertThat(items).isPositive();
            assertThat(share).as("%s", wrong).isGreaterThanOrEqualTo(LEAST_SHARE_RIGHT);
        }
    }

    @Test
    void marksWhatDecisionTreesShow(TestReporter reporter) {
        Tally tally = new Tally();
        StaticAssessor assessor = new StaticAssessor();
        for (SampledProgram sample : SampledProgram.all()) {
            CodeFeatures features = new FeatureExtractor().extract(sample.program().code());
            TeacherPage page = TeacherPage.showing(sample.program());
            for (String lesson : assessor.lessons()) {
                for (String concept : assessor.keyConcepts(lesson)) {
                    List<PageItem> items =
                            assessor.assess(lesson, concept, features).evidence().stream()
                                    .map(MarkedLinesTests::shown)
                                    .toList();
                    String evidence = page.evidence(items);
                    assertThat(TeachersPage.lit(evidence, sample.program().code()))
                            .hasSameSizeAs(items);
                    tally.count(sample.name(), evidence, sample.program().code());
                }
            }
        }
        tally.requireRight("decision trees", reporter);
    }

    @Test
    void marksWhatModelsQuoteHoweverTheyQuoteIt(TestReporter reporter) {
        Tally tally = new Tally();
        Random random = new Random(SEED);
        for (SampledProgram sample : SampledProgram.all()) {
            KnownEvidence known = new KnownEvidence(sample.program());
            Grounding grounding = Grounding.in(sample.program());
            Stream.of(
                            misquoted(known, random),
                            repeated(sample.program(), random),
                            invented(known, random))
                    .flatMap(List::stream)
                    .forEach(evidence ->
                            tally.count(
                                    sample.name(),
                                    grounding.ground(evidence).text(),
                                    sample.program().code()));
        }
        tally.requireRight("models", reporter);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text(\"Line 1: roses\", 10, 20);",
                "var Line = 1; // Line 1: roses",
                "/* Lines 1-9: all of it */ var x = 1;",
                "drawLine(1, 2);",
                "var tick = '`'; text('Line 2: `a`');"
            })
    void makesNoItemsOfAProgramsOwnText(String line) {
        String code = "var a = 1;\n" + line + "\nvar b = 2;\n";
        PageItem item = new PageItem(2, 2, "Writes Line 1: roses", List.of(line));

        String evidence = TeacherPage.showing(new Program(code)).evidence(List.of(item));

        assertThat(TeachersPage.lit(evidence, code))
                .singleElement()
                .satisfies(lit -> assertThat(lit.lit()).containsExactly(2));
    }

    @Test
    void quotesCodeOnlyWhereItStandsFirst() {
        TeacherPage page = TeacherPage.showing(new Program("fill(1);\nrect(2);\nfill(1);\n"));

        assertThat(page.evidence(List.of(item(1, 1, "fill(1);"))))
                .isEqualTo("Line 1: x `fill(1);`");
        assertThat(page.evidence(List.of(item(3, 3, "fill(1);")))).isEqualTo("Line 3: x");
    }

    @Test
    void keepsABlocksWholeRange() {
        String code = "if (a) {\n  b();\n}\nc();\n";
        TeacherPage page = TeacherPage.showing(new Program(code));

        assertThat(page.evidence(List.of(item(1, 3, "if (a) {")))).isEqualTo("Lines 1-3: x");
        assertThat(page.evidence(List.of(item(1, 3, "if (a) { b(); }"))))
                .isEqualTo("Lines 1-3: x `if (a) { b(); }`");
    }

    @Test
    void namesNoLineBeyondTheProgram() {
        TeacherPage page = TeacherPage.showing(new Program("a();\nb();"));

        assertThat(page.evidence(List.of(item(2, 9, ""), item(5, 6, "")))).isEqualTo("Line 2: x");
    }

    @Test
    void keepsTheLastItemVisibleThatHasNeitherMessageNorCode() {
        String code = "a();\na();";
        TeacherPage page = TeacherPage.showing(new Program(code));

        String evidence = page.evidence(List.of(new PageItem(2, 2, "", List.of("a();"))));

        assertThat(TeachersPage.lit(evidence, code)).hasSize(1);
    }

    private static PageItem item(int first, int last, String snippet) {
        return new PageItem(first, last, "x", List.of(snippet));
    }

    private static PageItem shown(Finding item) {
        return new PageItem(
                item.place().firstLine(),
                item.place().lastLine(),
                item.message(),
                List.of(item.place().snippet()));
    }

    private static List<String> misquoted(KnownEvidence known, Random random) {
        return known.items().stream()
                .map(truth -> Misquotation.of(truth, random).evidence())
                .toList();
    }

    /** Whole lines, wrapped ones, and lines that stand in several places. */
    private static List<String> repeated(Program program, Random random) {
        List<String> lines = program.lines();
        List<String> evidence = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            int last = Math.min(lines.size(), i + 1 + random.nextInt(3));
            String snippet = String.join(" ", lines.subList(i, last)).strip();
            if (!snippet.isEmpty() && snippet.indexOf('`') < 0) {
                evidence.add("Lines %d-%d: Shows it `%s`".formatted(i + 1, last, snippet));
            }
        }
        return evidence;
    }

    private static List<String> invented(KnownEvidence known, Random random) {
        return known.invented(random).stream()
                .map(snippet ->
                        "Line %d: Shows it `%s`"
                                .formatted(random.nextInt(1, known.lines() + 20), snippet))
                .toList();
    }
}
