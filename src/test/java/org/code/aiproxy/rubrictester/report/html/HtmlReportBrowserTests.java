package org.code.aiproxy.rubrictester.report.html;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.code.aiproxy.grading.rubric.Label.CONVINCING;
import static org.code.aiproxy.grading.rubric.Label.EXTENSIVE;
import static org.code.aiproxy.grading.rubric.Label.LIMITED;
import static org.code.aiproxy.grading.rubric.Label.NO;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Clicks through reports in a real browser. */
class HtmlReportBrowserTests extends ReportInBrowser {

    private static final String CODE =
            """
            // A cat and a dog
            var cat = createSprite(100, 100);
            var dog = createSprite(200, 200);

            function draw() {
              cat.x = cat.x + 1;
              drawSprites();
            }
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    All               | ann, bob, cy, dee, eve
                    Disagreements     | bob, cy
                    Off by two or more| cy
                    Errors            | dee, eve
                    Split votes       | bob
                    """)
    void showsTheStudentsOfAMode(String mode, String students) {
        Page page = open(few());

        page.locator("#modes button", text(mode)).click();

        assertThat(shown(page)).isEqualTo(students);
        assertThat(page.locator("#modes [aria-pressed=true]")).hasText(mode);
        assertThat(page.locator("#count"))
                .hasText(students.split(", ", -1).length + " of 5 students");
    }

    @Test
    void filtersByKeyConceptAndLabels() {
        Page page = open(few());

        page.locator("[name=people]").selectOption("Extensive Evidence");
        assertThat(shown(page)).isEqualTo("ann, cy");
        page.locator("[name=concept]").selectOption("Loops");
        assertThat(shown(page)).isEmpty();
        page.locator("[name=people]").selectOption("any");
        page.locator("[name=ai]").selectOption("Convincing Evidence");
        assertThat(shown(page)).isEqualTo("bob");
        page.locator("#reset").click();
        assertThat(shown(page)).isEqualTo("ann, bob, cy, dee, eve");
    }

    @Test
    void searchesNamesProgramsAndReasons() {
        Page page = open(few());

        page.locator("[name=q]").fill("BOB");
        assertThat(shown(page)).isEqualTo("bob");
        page.locator("[name=q]").fill("var bird");
        assertThat(shown(page)).isEqualTo("cy");
        page.locator("[name=q]").fill("hardly any");
        assertThat(shown(page)).isEqualTo("cy");
        page.locator("[name=q]").fill("nobody wrote this");
        assertThat(page.locator("#list")).hasText("No student is like that.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    name               | ann, bob, cy, dee, eve
                    most disagreements | bob, cy, ann, dee, eve
                    largest error      | cy, bob, ann, dee, eve
                    slowest            | cy, bob, ann, dee, eve
                    most expensive     | cy, bob, ann, dee, eve
                    """)
    void sorts(String key, String students) {
        Page page = open(few());

        page.locator("[name=sort]").selectOption(key);

        assertThat(shown(page)).isEqualTo(students);
    }

    @Test
    void leadsFromAHeatMapsCellToItsStudents() {
        Page page = open(few());
        Locator cell =
                page.locator("figure", text("Sprites"))
                        .locator(
                                ".heat a[aria-label*='people Extensive Evidence, AI Limited Evidence']");

        assertThat(cell).hasText("1");
        cell.click();

        assertThat(shown(page)).isEqualTo("cy");
        assertThat(page.locator("[name=concept]")).hasValue("1");
        assertThat(page.locator("#students")).isFocused();
    }

    @Test
    void showsAHeatMapInPercent() {
        Page page = open(few());
        Locator cell = page.locator("figure", text("Sprites")).locator("[data-count]").last();

        assertThat(cell).hasText("1");
        page.locator("#heat-mode button", text("% of row")).click();
        assertThat(cell).hasText("50 %");
        page.locator("#heat-mode button", text("% of column")).click();
        assertThat(cell).hasText("100 %");
    }

    @Test
    void marksEvidenceOnTheLinesWhereTheCodeIs() {
        Page page = open(few(), "#open=ann");
        Locator student = student(page, "ann");

        assertThat(marked(student)).isEqualTo("2, 3, 5, 6, 7, 8");
        assertThat(student.locator("li[data-line='2'] .mark")).hasText("1");
        student.locator("[data-concept='1'] .mark-toggle").click();
        assertThat(marked(student)).isEqualTo("2, 3");
        student.locator("[data-concept='1'] .mark-toggle").click();
        student.locator(".places button:text-is('Lines 5–8')").click();
        assertThat(student.locator("li.pointed")).hasCount(4);
        assertThat(student.locator(".places li:has-text('var dog')"))
                .containsText("on other lines than the AI says");
    }

    @Test
    void coloursProgramsAndNumbersTheirLines() {
        Page page = open(few(), "#open=ann");
        Locator program = student(page, "ann").locator(".program");

        assertThat(program.locator("li")).hasCount(8);
        assertThat(program.locator("li[data-line='1'] .comment")).hasText("// A cat and a dog");
        assertThat(program.locator("li[data-line='2'] .word")).hasText("var");
        assertThat(program.locator("li[data-line='2'] .number").first()).hasText("100");
        assertThat(String.join("\n", program.locator("li > code").allTextContents()) + "\n")
                .isEqualTo(CODE);
    }

    @Test
    void showsLabelsVotesReasonsAndResponses() {
        Page page = open(few(), "#open=bob&open=dee");
        Locator concept = student(page, "bob").locator("[data-concept='2']");

        assertThat(concept).hasClass(Pattern.compile("near-1"));
        assertThat(concept.locator(".label").first()).containsText("Limited Evidence");
        assertThat(concept.locator(".label").last()).containsText("Convincing Evidence");
        assertThat(concept.locator(".vote"))
                .hasText(new String[] {"Convincing", "Convincing", "Limited"});
        assertThat(concept).containsText("One loop.");
        assertThat(concept).containsText("+1, too generous");
        student(page, "dee").locator(".responses summary").click();
        assertThat(student(page, "dee").locator(".responses pre")).hasText("Sorry!");
        assertThat(student(page, "dee")).containsText("The model said no.");
    }

    @Test
    void isDarkWhereTheSystemIsOrOneWantsIt() {
        Page page = open(few());
        String light = background(page);

        page.locator("#theme").click();
        String dark = background(page);

        assertThat(dark).isNotEqualTo(light);
        assertThat(page.locator("#theme")).hasAttribute("aria-pressed", "true");
        page.reload();
        assertThat(background(page)).isEqualTo(dark);
        page.locator("#theme").click();
        assertThat(background(page)).isEqualTo(light);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        assertThat(background(page)).isEqualTo(light);
        Page another = open(few());
        another.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        assertThat(background(another)).isEqualTo(dark);
    }

    @Test
    void keepsItsStateInTheAddress() {
        Page page = open(few());

        page.locator("#modes button", text("Disagreements")).click();
        page.locator("[name=concept]").selectOption("Loops");
        page.locator("[name=q]").fill("loop");
        page.locator("[name=sort]").selectOption("slowest");
        page.locator("#heat-mode button", text("% of row")).click();
        student(page, "bob").locator(".opener").click();
        String address = page.url();
        page.reload();

        assertThat(address)
                .endsWith("#mode=disagreements&concept=2&q=loop&sort=slow&heat=row&open=bob");
        assertThat(page.url()).isEqualTo(address);
        assertThat(shown(page)).isEqualTo("bob");
        assertThat(page.locator("[name=q]")).hasValue("loop");
        assertThat(page.locator("#heat-mode [aria-pressed=true]")).hasText("% of row");
        assertThat(student(page, "bob").locator(".program")).isVisible();
    }

    @Test
    void canBeUsedByKeyboard() {
        Page page = open(few());

        page.keyboard().press("Tab");
        assertThat(page.locator(".skip")).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.locator("#students")).isFocused();
        page.keyboard().press("Tab");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertThat(shown(page)).isEqualTo("bob, cy");
        page.locator(".opener").first().focus();
        page.keyboard().press("Enter");
        assertThat(page.locator(".opener").first()).hasAttribute("aria-expanded", "true");
        page.keyboard().press("Tab");
        assertThat(student(page, "bob").locator(".program")).isFocused();
        page.locator("[data-mode=disagreements]").focus();
        page.keyboard().press("Shift+Tab");
        page.keyboard().press("Space");
        assertThat(shown(page)).isEqualTo("ann, bob, cy, dee, eve");
    }

    @Test
    void leadsFromTheMatrixToAStudent() {
        Page page = open(few());

        page.locator(".matrix tr", text("cy")).locator("a:text-is('−2')").click();

        assertThat(student(page, "cy").locator(".program")).isVisible();
        assertThat(student(page, "cy").locator(".opener")).isFocused();
        assertThat(student(page, "cy").locator("[data-concept='1']"))
                .hasClass(Pattern.compile("chosen"));
    }

    @Test
    void printsWithoutControls() {
        Page page = open(few(), "#open=ann");

        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

        assertThat(page.locator("#filters")).isHidden();
        assertThat(student(page, "ann").locator(".program")).isVisible();
    }

    @Test
    void showsAHundredStudents() {
        Page page = open(Results.many(100));

        assertThat(page.locator("#count")).hasText("100 of 100 students");
        page.locator("#open-all").click();
        assertThat(page.locator(".program:visible")).hasCount(100);
        page.locator("[name=q]").fill("student_042");
        assertThat(shown(page)).isEqualTo("student_042");
    }

    private static Results few() {
        Results few = new Results("Sprites", "Loops");
        few.student("ann", CODE, EXTENSIVE, NO)
                .graded(
                        few.concept(
                                0,
                                EXTENSIVE,
                                "Two sprites.",
                                "Line 2: A cat `var cat = createSprite(100, 100);` Line 7: A dog `var dog = createSprite(200, 200);`",
                                EXTENSIVE,
                                EXTENSIVE,
                                EXTENSIVE),
                        few.concept(1, NO, "None.", "Lines 5-8: The draw loop only", NO, NO, NO));
        few.student("bob", CODE, CONVINCING, LIMITED)
                .graded(
                        few.concept(0, CONVINCING, "Some.", "", CONVINCING, CONVINCING, CONVINCING),
                        few.concept(
                                1,
                                CONVINCING,
                                "<b>Votes: [Convincing Evidence, Convincing Evidence, Limited Evidence]</b><br>One loop.",
                                "",
                                CONVINCING,
                                CONVINCING,
                                LIMITED));
        few.student("cy", "var bird = 1;\n", EXTENSIVE, NO)
                .graded(
                        few.concept(0, LIMITED, "Hardly any.", "", LIMITED, LIMITED, LIMITED),
                        few.concept(1, NO, "None.", "", NO, NO, NO));
        few.student("dee", CODE, NO, NO).failed("The model said no.", "Sorry!");
        few.student("eve", CODE, NO, NO).notRun();
        return few;
    }

    private static String marked(Locator student) {
        return String.join(
                ", ",
                student.locator("li.evidence").all().stream()
                        .map(line -> String.valueOf(line.getAttribute("data-line")))
                        .toList());
    }

    private static Locator student(Page page, String name) {
        return page.locator("[data-student='" + name + "']");
    }

    private static String background(Page page) {
        return String.valueOf(page.evaluate("getComputedStyle(document.body).backgroundColor"));
    }

    private static Page.LocatorOptions text(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }
}
