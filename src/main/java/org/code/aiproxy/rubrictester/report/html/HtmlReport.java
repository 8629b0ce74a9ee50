package org.code.aiproxy.rubrictester.report.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.code.aiproxy.rubrictester.evaluation.Evaluation;
import org.code.aiproxy.rubrictester.evaluation.Verdict;
import org.code.aiproxy.rubrictester.report.file.Output;
import org.code.aiproxy.rubrictester.statistics.Scale;
import org.code.aiproxy.textfile.Visible;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.templateresolver.StringTemplateResolver;

/**
 * The report that people look at: one HTML file that needs no network. Its Content-Security-Policy
 * lets nothing run but its own script, so that what students and models wrote stays text.
 */
public final class HtmlReport {

    private static final String FOLDER = "/rubrictester/report/";
    private static final TemplateEngine ENGINE = engine();

    private HtmlReport() {}

    /**
     * Writes a report; whatever happens, the file is the old one or the new one.
     *
     * @param scale how finely the report tells labels apart
     */
    public static void write(Evaluation evaluation, Scale scale, Verdict verdict, Path file) {
        Output.write(
                file, writer -> writer.write(Visible.text(render(evaluation, scale, verdict))));
    }

    /** The report as HTML; the same evaluation gives the same text. */
    static String render(Evaluation evaluation, Scale scale, Verdict verdict) {
        List<StudentEntry> students = StudentEntries.of(evaluation.result(), scale);
        String style = resource("report.css");
        String script = resource("report.js");
        return ENGINE.process(
                resource("report.html"),
                new Context(
                        Locale.ROOT,
                        Map.of(
                                "policy",
                                policy(style, script),
                                "style",
                                style,
                                "script",
                                script,
                                "json",
                                PageScript.json(
                                        students,
                                        evaluation.result().experiment().rubric().keyConcepts(),
                                        scale),
                                "report",
                                new ReportViews(evaluation, scale, verdict, students).view())));
    }

    private static String policy(String style, String script) {
        return "default-src 'none'; script-src '%s'; style-src '%s'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
                .formatted(hash(script), hash(style));
    }

    private static String hash(String text) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** With the line ends that a browser would make of others, or the hash would not fit. */
    private static String resource(String name) {
        try (InputStream resource = HtmlReport.class.getResourceAsStream(FOLDER + name)) {
            return new String(
                            Objects.requireNonNull(resource, name).readAllBytes(),
                            StandardCharsets.UTF_8)
                    .replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TemplateEngine engine() {
        TemplateEngine engine = new TemplateEngine();
        engine.setTemplateResolver(new StringTemplateResolver());
        return engine;
    }
}
