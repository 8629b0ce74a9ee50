package org.code.aiproxy.rubrictester.report.html;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.Objects;
import org.code.aiproxy.rubrictester.evaluation.Verdict;
import org.code.aiproxy.rubrictester.statistics.Scale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** Reports in a real browser, which must find nothing to complain of. */
@Tag("browser")
abstract class ReportInBrowser {

    private static @Nullable Chromium chromium;

    @TempDir private Path folder;

    @BeforeAll
    static void start() {
        chromium = Chromium.start().orElse(null);
    }

    @BeforeEach
    void requireChromium() {
        assumeTrue(chromium != null, "No Chromium is installed, such as Debian's package chromium");
    }

    @AfterAll
    static void stop() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @AfterEach
    void seesNothingToComplainOf() {
        if (chromium != null) {
            chromium.assertNoComplaints();
        }
    }

    static Chromium chromium() {
        return Objects.requireNonNull(chromium);
    }

    Page open(Results results) {
        return open(results, "");
    }

    Page open(Results results, String fragment) {
        return chromium().open(write(results), fragment);
    }

    Path write(Results results) {
        Path file = folder.resolve("a report & more.html");
        HtmlReport.write(results.evaluation(), Scale.EXACT, Verdict.NONE, file);
        return file;
    }

    static String shown(Page page) {
        return String.join(", ", page.locator("#list .student-name").allTextContents());
    }
}
