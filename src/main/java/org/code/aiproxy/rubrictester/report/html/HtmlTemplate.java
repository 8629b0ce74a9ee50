package org.code.aiproxy.rubrictester.report.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.templateresolver.StringTemplateResolver;

/**
 * A page as one HTML file that needs no network. Its Content-Security-Policy lets nothing run but
 * its own script, so that what students and models wrote stays text.
 */
final class HtmlTemplate {

    private static final String FOLDER = "/rubrictester/report/";
    private static final TemplateEngine ENGINE = engine();

    private HtmlTemplate() {}

    /** The page as HTML; the same variables give the same text. */
    static String render(String name, Map<String, Object> variables) {
        String style = resource("report.css");
        String script = resource("report.js");
        Map<String, Object> all = new HashMap<>(variables);
        all.put("policy", policy(style, script));
        all.put("style", style);
        all.put("script", script);
        return ENGINE.process(resource(name), new Context(Locale.ROOT, all));
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
        try (InputStream resource = HtmlTemplate.class.getResourceAsStream(FOLDER + name)) {
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
