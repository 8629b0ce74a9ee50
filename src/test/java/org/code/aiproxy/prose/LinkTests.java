package org.code.aiproxy.prose;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Links from one document to another, and to its headings. Nothing outside is called. */
class LinkTests {

    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s#]*)(?:#([^)\\s]+))?\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");
    private static final Pattern CODE = Pattern.compile("(?ms)^```.*?^```");

    @Test
    void leadSomewhere() {
        List<String> broken = new ArrayList<>();
        for (Path document : Documents.markdown()) {
            LINK.matcher(withoutCode(document))
                    .results()
                    .filter(link -> !link.group(1).contains("://"))
                    .filter(link -> !isThere(document, link))
                    .forEach(link -> broken.add(document + ": " + link.group()));
        }
        assertThat(broken).isEmpty();
    }

    private static boolean isThere(Path document, MatchResult link) {
        Path target =
                link.group(1).isEmpty()
                        ? document
                        : Path.of("").resolve(document).resolveSibling(link.group(1)).normalize();
        return Files.exists(target)
                && (link.group(2) == null || anchors(target).contains(link.group(2)));
    }

    /** As GitHub makes them of headings. */
    private static Set<String> anchors(Path document) {
        return HEADING.matcher(withoutCode(document))
                .results()
                .map(heading -> heading.group(1).replaceAll("\\[([^]]*)]\\([^)]*\\)", "$1"))
                .map(heading ->
                        heading.toLowerCase(Locale.ROOT)
                                .replaceAll("[^\\p{L}\\p{N}_ -]", "")
                                .strip()
                                .replace(' ', '-'))
                .collect(Collectors.toSet());
    }

    private static String withoutCode(Path document) {
        return CODE.matcher(Documents.text(document)).replaceAll("");
    }
}
