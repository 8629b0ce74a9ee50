package org.code.aiproxy.rubrictester.report.html;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.code.aiproxy.grading.rubric.Label.EXTENSIVE;
import static org.code.aiproxy.grading.rubric.Label.LIMITED;
import static org.code.aiproxy.grading.rubric.Label.NO;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.code.aiproxy.model.Adjustment;
import org.code.aiproxy.model.catalogue.Parameter;
import org.junit.jupiter.api.Test;
import org.unbescape.html.HtmlEscape;

/** What would be a script elsewhere is text in a report. */
class HostileReportBrowserTests extends ReportInBrowser {

    @Test
    void runsNothingThatStudentsOrModelsWrote() {
        Results hostile = hostile();
        Page page = open(hostile);

        page.locator("#open-all").click();
        for (Locator summary : page.locator("summary:visible").all()) {
            summary.click();
        }
        for (Locator link : page.locator(".matrix a, .missing a").all()) {
            link.dispatchEvent("click");
        }
        page.locator("[name=q]").fill("<script>");

        assertThat(page.evaluate("window.__pwned")).isNull();
        assertThat(page.locator("img, iframe, object, embed, base, link")).hasCount(0);
        assertThat(page.locator("script")).hasCount(2);
        assertThat(page.locator("#list .student")).not().hasCount(0);
        // As it was written, once it is out of the markup that leads it.
        assertThat(page.locator("#list .student").first()).containsText("</script><script>");
    }

    @Test
    void runsNothingThatWasSlippedIntoTheFile() throws IOException {
        Path file = write(hostile());
        Files.writeString(
                file,
                Files.readString(file)
                        .replace(
                                "</main>",
                                """
                                <script>window.__pwned = 1</script>
                                <p id="trap" onclick="window.__pwned = 2">trap</p>
                                <a id="link" href="javascript:window.__pwned = 3">link</a>
                                <iframe srcdoc="<script>parent.__pwned = 4</script>"></iframe>
                                </main>
                                """));
        Page page = chromium().open(file, "");

        page.locator("#trap").click();
        page.locator("#link").click();

        assertThat(page.evaluate("window.__pwned")).isNull();
        assertThat(chromium().takeComplaints())
                .isNotEmpty()
                .allMatch(complaint -> complaint.contains("Content Security Policy"));
    }

    private static Results hostile() {
        String concept = "<img src=x onerror=\"window.__pwned=1\">";
        Results results = new Results(concept, "</title><script>window.__pwned=2</script>");
        results.adjusted(
                new Adjustment(
                        Parameter.TEMPERATURE,
                        "<img src=x onerror=window.__pwned=20>",
                        "<script>window.__pwned=21</script>"));
        for (String text :
                List.of(
                        "</script><script>window.__pwned=3</script>",
                        "<img src=x onerror=window.__pwned=4>",
                        "\" autofocus onfocus=\"window.__pwned=5\" x=\"",
                        "javascript:window.__pwned=6",
                        "<!--<script>window.__pwned=7//-->",
                        "&lt;script&gt;window.__pwned=8&lt;/script&gt;",
                        "<svg/onload=window.__pwned=9>\u2028\u2029\0",
                        "__proto__",
                        "${window.__pwned=10}`;window.__pwned=11//")) {
            String program = text + "\n" + "/* " + text + "\n'" + text;
            results.student(text, program, LIMITED, NO)
                    .graded(
                            results.concept(
                                    0, NO, text, "Line 1: " + text + " `" + text + "`", NO, NO, NO),
                            results.concept(
                                    1,
                                    EXTENSIVE,
                                    "<b>Votes: [x]</b><br>" + text + HtmlEscape.escapeHtml5(text),
                                    text,
                                    EXTENSIVE,
                                    NO));
            results.student("failed " + text, program, NO, NO).failed(text, text);
        }
        return results;
    }
}
