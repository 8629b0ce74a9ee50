package org.code.aiproxy.rubrictester.report.html;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.INTEGER;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reports on a phone's screen and on paper, with names as long as people make them. */
class PageLayoutBrowserTests extends ReportInBrowser {

    /** The width of A4 without the margins, in CSS pixels. */
    private static final int PAPER = 700;

    /** Text that is cut off, or that lies on its neighbour or beyond the window. */
    private static final String STICKING_OUT =
            """
            () => {
              const width = document.documentElement.clientWidth;
              const seen = (it) => it.checkVisibility() && it.getBoundingClientRect().width > 1;
              const scrolls = (it) => it && (/auto|scroll/.test(getComputedStyle(it).overflowX) || scrolls(it.parentElement));
              const name = (it) => it.tagName + " " + it.getAttribute("class") + " " + it.textContent.slice(0, 40);
              const beyond = [...document.querySelectorAll("main *, header *, nav *")].filter((it) =>
                seen(it) && it.getBoundingClientRect().right > width + 1 && !scrolls(it.parentElement));
              const overlapping = [...document.querySelectorAll("th, td")].filter((it) =>
                seen(it) && it.scrollWidth > it.clientWidth + 1 && getComputedStyle(it).overflowX === "visible");
              return [
                ...(document.documentElement.scrollWidth > width ? ["the page scrolls to " + document.documentElement.scrollWidth] : []),
                ...beyond.map((it) => "beyond: " + name(it)),
                ...overlapping.map((it) => "overlapping: " + name(it))];
            }
            """;

    /** Sections whose explanations are larger than their figures. */
    private static final String LOUD_EXPLANATIONS =
            """
            () => [...document.querySelectorAll("main > *")].flatMap((section) => {
              const sizes = (selector) => [...section.querySelectorAll(selector)]
                .filter((it) => it.checkVisibility() && it.textContent.trim())
                .map((it) => parseFloat(getComputedStyle(it).fontSize));
              const figure = Math.min(...sizes(".value, td.number, .heat td:not(.axes), .bar-text, .facts dd, td.error"));
              const explanation = Math.max(...sizes("small, p.quiet, figcaption.quiet, .detail, .facts dt"));
              return explanation > figure ? [section.textContent.trim().slice(0, 30) + ": " + explanation + " > " + figure] : [];
            })
            """;

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {390, 320})
    void fitsAPhone(int width) {
        Page page = openAll(report());

        page.setViewportSize(width, 844);

        assertThat(found(page, STICKING_OUT)).isEmpty();
    }

    @Test
    void scrollsWideTablesInABoxThatCanBeReachedByKeyboard() {
        Page page = openAll(report());
        page.setViewportSize(390, 844);

        for (Locator box : page.locator(".scroll:visible").all()) {
            assertThat(box).hasAttribute("tabindex", "0");
            assertThat(box).hasAttribute("role", "region");
        }
        assertThat(page.locator(".figures").evaluate("it => it.offsetWidth"))
                .asInstanceOf(INTEGER)
                .isGreaterThan(390);
    }

    @Test
    void fitsPaper() {
        Page page = openAll(report());

        print(page);

        assertThat(found(page, STICKING_OUT)).isEmpty();
        assertThat(page.locator(".scroll, .program").all())
                .allSatisfy(box -> assertThat(style(box, "overflowX")).isEqualTo("visible"));
    }

    @ParameterizedTest
    @EnumSource(Media.class)
    void keepsFiguresAtLeastAsLargeAsExplanations(Media media) {
        for (Path file : List.of(report(), cascade())) {
            Page page = openAll(file);

            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(media));

            assertThat(found(page, LOUD_EXPLANATIONS)).isEmpty();
        }
    }

    @Test
    void printsThresholdsAndWhatIsOpen() {
        Page page = chromium().open(report(), "#open=student_1");
        Locator prompt = page.locator("#configuration ~ details", text("Prompt")).first();

        print(page);

        assertThat(page.locator(".verdict details td", text("missed")).first()).isVisible();
        assertThat(page.locator(".program:visible")).hasCount(1);
        assertThat(prompt).isHidden();
        prompt.evaluate("it => it.open = true");
        assertThat(prompt.locator("pre")).isVisible();
    }

    @Test
    void printsDarkTextOnWhite() {
        Page page = chromium().open(report(), "#theme=dark");
        page.locator("#theme").click();
        page.locator("#theme").click();

        print(page);

        assertThat(style(page.locator("body"), "backgroundColor")).isEqualTo("rgb(255, 255, 255)");
        assertThat(style(page.locator("body"), "color")).isEqualTo("rgb(27, 36, 48)");
    }

    @Test
    void fitsACascadeToPhonesAndPaper() {
        Page page = chromium().open(cascade(), "");

        page.setViewportSize(390, 844);
        assertThat(found(page, STICKING_OUT)).isEmpty();
        print(page);
        assertThat(found(page, STICKING_OUT)).isEmpty();
    }

    private static Page openAll(Path file) {
        Page page = chromium().open(file, "");
        if (page.locator("#open-all").count() > 0) {
            page.locator("#open-all").click();
        }
        page.evaluate("document.querySelectorAll('details').forEach(it => it.open = true)");
        return page;
    }

    private static void print(Page page) {
        page.setViewportSize(PAPER, 1000);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    }

    private static List<?> found(Page page, String script) {
        return (List<?>) page.evaluate(script);
    }

    private static String style(Locator element, String property) {
        return String.valueOf(
                element.evaluate("(it, name) => getComputedStyle(it)[name]", property));
    }

    private static Page.LocatorOptions text(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }

    private Path report() {
        return LongNames.report(folder.resolve("report.html"));
    }

    private Path cascade() {
        return LongNames.cascade(folder.resolve("cascade.html"));
    }
}
