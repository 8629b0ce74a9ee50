package org.code.aiproxy.rubrictester.report.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.code.aiproxy.grading.rubric.Label.CONVINCING;
import static org.code.aiproxy.grading.rubric.Label.EXTENSIVE;
import static org.code.aiproxy.grading.rubric.Label.LIMITED;
import static org.code.aiproxy.grading.rubric.Label.NO;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.code.aiproxy.model.Adjustment;
import org.code.aiproxy.model.catalogue.Parameter;
import org.code.aiproxy.rubrictester.evaluation.Verdict;
import org.code.aiproxy.rubrictester.evaluation.Verdict.Threshold;
import org.code.aiproxy.rubrictester.statistics.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class HtmlReportTests {

    private static final Pattern JSON =
            Pattern.compile("<script type=\"application/json\" id=\"content\">(.*?)</script>");

    @TempDir private Path folder;

    @ParameterizedTest
    @EnumSource(Scale.class)
    void isTheSameForTheSameEvaluation(Scale scale) {
        String first = HtmlReport.render(few().evaluation(), scale, Verdict.NONE);

        assertThat(HtmlReport.render(few().evaluation(), scale, Verdict.NONE)).isEqualTo(first);
    }

    @Test
    void isWrittenInPlaceOfAnEarlierOne() throws IOException {
        Path file = folder.resolve("output/report-exact-match.html");
        HtmlReport.write(few().evaluation(), Scale.PASS_FAIL, Verdict.NONE, file);
        HtmlReport.write(few().evaluation(), Scale.EXACT, Verdict.NONE, file);

        assertThat(file).content().startsWith("<!doctype html>").contains("Exact match");
        try (var files = Files.list(folder.resolve("output"))) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void takesNothingFromElsewhere() {
        assertThat(html(few()))
                .contains("default-src &#39;none&#39;; script-src &#39;sha256-")
                .doesNotContainPattern("(?i)<link|<img|<iframe|@import|url\\(|https?://")
                .doesNotContainPattern("<[^>]* (style|on[a-z]+)=");
    }

    @Test
    void saysHowManyWereGradedAndWhatItCost() {
        assertThat(html(few()))
                .contains(
                        "4 of 6 students graded, 1 failed, 1 not run. Cost 0.0026 USD, estimated 0.01 USD.");
    }

    @Test
    void saysWhatWasDoneOtherwiseBecauseTheModelDoesNotTakeIt() {
        assertThat(html(few()))
                .contains("Adjusted for the model", "temperature left out (refused by OpenAI)");
    }

    @Test
    void showsWhetherTheAiIsAsSureAsItShouldBeAndWhoGoesToTheTeacher() {
        String html = html(Results.many(60));

        assertThat(html)
                .contains(
                        "Reliability diagram",
                        "<polyline points=\"",
                        "Expected calibration error",
                        "AUROC of being right",
                        "takes 45 students without an error",
                        "so a person should check all of them.",
                        "60 students with such labels")
                .containsPattern("<th scope=\"row\"><a href=\"[^\"]+\">student_001</a></th>");
    }

    @Test
    void saysNothingOfCertaintyWhereTheAiDoesNot() {
        Results once = new Results("Sprites");
        once.student("a", "var a;", NO).graded(once.concept(0, NO, "", "", NO));

        assertThat(html(once)).doesNotContain("Is the AI as sure", "Brier", "href=\"#certainty\"");
    }

    @Test
    void listsStudentsWithoutLabelsWithTheCause() {
        assertThat(html(few()))
                .contains("No response can be used: 1 was not JSON.")
                .contains("The run was interrupted.");
        assertThat(content(html(few())).path("students").valueStream())
                .extracting(it -> it.path("name").asString() + " " + it.path("status").asString())
                .containsExactly(
                        "student_1 GRADED",
                        "student_2 GRADED",
                        "student_3 GRADED",
                        "student_4 FAILED",
                        "student_5 NOT_RUN",
                        "student_6 GRADED");
    }

    @Test
    void tellsHowFarLabelsAreOffOnEachScale() {
        assertThat(errors(Scale.EXACT))
                .containsExactly("0 0", "1 0", "-2 0", "n/a n/a", "n/a n/a", "0 0");
        assertThat(errors(Scale.PASS_FAIL))
                .containsExactly("0 0", "1 0", "-2 0", "n/a n/a", "n/a n/a", "0 0");
    }

    @Test
    void showsVotesApartFromTheReason() {
        JsonNode concept = content(html(few())).at("/students/1/concepts/0");

        assertThat(concept.path("reason").asString()).isEqualTo("Two of three say so.");
        assertThat(concept.path("votes")).hasToString("[2,2,1]");
        assertThat(concept.path("split").asBoolean()).isTrue();
    }

    @Test
    void saysWhichThresholdsWereMissed() {
        Verdict verdict =
                new Verdict(
                        "",
                        List.of(
                                new Threshold("Overall", 0.5, OptionalDouble.of(0.75)),
                                new Threshold("Sprites", 0.9, OptionalDouble.of(0.5)),
                                new Threshold("Loops", 0.1, OptionalDouble.empty())),
                        List.of("HIGH rests on 4 students."));

        String html = HtmlReport.render(few().evaluation(), Scale.EXACT, verdict);

        assertThat(verdict.isMet()).contains(false);
        assertThat(html)
                .contains("✗ Thresholds missed")
                .contains("1 of 3 thresholds were met.")
                .contains("HIGH rests on 4 students.")
                .contains("misses 90 %");
    }

    @Test
    void showsUndefinedFiguresAsSuch() {
        Results one = new Results("Sprites").student("student_1", "var a;", EXTENSIVE);
        one.graded(one.concept(0, EXTENSIVE, "", ""));

        assertThat(row(html(one), "Cohen&#39;s kappa")).contains("n/a").doesNotContain("0.00");
        assertThat(row(html(one), "Accuracy")).contains("100 %").contains("21 to 100 %");
        assertThat(html(one)).contains("No program had several responses that voted.");
    }

    @Test
    void showsStudentsThatNobodyLabelled() {
        String html = HtmlReport.render(few().unlabelled(), Scale.EXACT, Verdict.NONE);

        assertThat(row(html, "Accuracy")).contains("n/a");
        assertThat(content(html).at("/students/0/concepts/0/people").isNull()).isTrue();
        assertThat(content(html).at("/students/0/concepts/0/ai").asInt()).isEqualTo(3);
    }

    @Test
    void showsARunThatGradedNobody() {
        Results none = new Results("Sprites").student("student_1", "", NO);
        none.notRun();

        assertThat(html(none)).contains("0 of 1 students graded, 1 not run. Cost 0.00 USD");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "</script><script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "\" onmouseover=\"alert(1)",
                "' autofocus onfocus='alert(1)",
                "<!--<script>",
                "javascript:alert(1)",
                "{{constructor.constructor('alert(1)')()}}",
                "[[${77003*13}]] [(${77003*13})] __${77003*13}__ <p th:text=\"${77003*13}\">",
                "line\u2028and paragraph\u2029separators",
                "a null \0, a surrogate \uD800 and a bell \u0007"
            })
    void escapesWhatStudentsAndModelsWrote(String hostile) {
        Results results = new Results("Sprites").student(hostile, hostile, LIMITED);
        results.graded(results.concept(0, NO, hostile, hostile, NO, NO));
        results.student("failed " + hostile, hostile, NO).failed(hostile, hostile);

        String html = html(results);

        assertThat(html)
                .doesNotContainPattern("<script>alert|<img|<p th:|<!--|<[^>]* on[a-z]+=|1001039")
                .doesNotContainPattern("href=\"(?!#)");
        assertThat(json(html)).doesNotContainPattern("[<>&\u2028\u2029]");
        assertThat(content(html).at("/students/0/name").asString()).isEqualTo(hostile);
        assertThat(content(html).at("/students/0/code").asString()).isEqualTo(hostile);
        assertThat(content(html).at("/students/0/concepts/0/reason").asString()).isEqualTo(hostile);
    }

    private static Results few() {
        Results few =
                new Results("Sprites", "Loops")
                        .adjusted(
                                new Adjustment(
                                        Parameter.TEMPERATURE, "left out", "refused by OpenAI"));
        String code =
                "// a program\nvar cat = createSprite(1, 2);\nfunction draw() {\n  cat.x = 3;\n}\n";
        few.student("student_1", code, EXTENSIVE, NO)
                .graded(
                        few.concept(
                                0,
                                EXTENSIVE,
                                "Good.",
                                "Line 2: A sprite `var cat`",
                                EXTENSIVE,
                                EXTENSIVE,
                                EXTENSIVE),
                        few.concept(1, NO, "None.", "", NO, NO, NO));
        few.student("student_2", code, LIMITED, NO)
                .graded(
                        few.concept(
                                0,
                                CONVINCING,
                                "<b>Votes: [Convincing Evidence, Convincing Evidence, Limited Evidence]</b><br>Two of three say so.",
                                "",
                                CONVINCING,
                                CONVINCING,
                                LIMITED),
                        few.concept(1, NO, "None.", "", NO, NO, NO));
        few.student("student_3", code, EXTENSIVE, LIMITED)
                .graded(
                        few.concept(0, LIMITED, "Weak.", "", LIMITED, LIMITED, LIMITED),
                        few.concept(1, LIMITED, "Some.", "", LIMITED, LIMITED, LIMITED));
        few.student("student_4", code, NO, NO)
                .failed("No response can be used: 1 was not JSON.", "Sorry!");
        few.student("student_5", code, NO, NO).notRun();
        few.student("student_6", "", NO, NO)
                .graded(few.concept(0, NO, "Blank.", ""), few.concept(1, NO, "Blank.", ""));
        return few;
    }

    private static String html(Results results) {
        return HtmlReport.render(results.evaluation(), Scale.EXACT, Verdict.NONE);
    }

    private static List<String> errors(Scale scale) {
        return content(HtmlReport.render(few().evaluation(), scale, Verdict.NONE))
                .path("students")
                .valueStream()
                .map(it ->
                        String.join(
                                " ",
                                it.path("concepts")
                                        .valueStream()
                                        .map(concept -> concept.path("error").asString("n/a"))
                                        .toList()))
                .toList();
    }

    private static JsonNode content(String html) {
        return new JsonMapper().readTree(json(html));
    }

    private static String json(String html) {
        return JSON.matcher(html).results().map(match -> match.group(1)).findFirst().orElseThrow();
    }

    private static String row(String html, String figure) {
        return Pattern.compile("<span>" + figure + "</span>.*?</tr>", Pattern.DOTALL)
                .matcher(html)
                .results()
                .map(MatchResult::group)
                .findFirst()
                .orElseThrow();
    }
}
