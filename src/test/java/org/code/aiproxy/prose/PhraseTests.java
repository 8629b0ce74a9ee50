package org.code.aiproxy.prose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The English of documents, messages and comments, by the list of phrases to leave behind. */
class PhraseTests {

    private static final Path LIST = Path.of("src/test/resources/prose/phrases.txt");

    /** Where a comment, a literal or a paragraph goes on in the next line. */
    private static final Pattern NEXT_LINE =
            Pattern.compile("\"\\s*\\n\\s*\\+ \"|\\s*\\n\\s*(?:\\*|//|#)? ?");

    private static final int CONTEXT = 30;

    private record Phrase(Pattern pattern, String instead) {

        static Phrase of(String line) {
            String[] sides = line.split(" => ", 2);
            return new Phrase(Pattern.compile(sides[0]), sides[1]);
        }
    }

    @Test
    void usesNoneOfThePhrasesToLeaveBehind() throws IOException {
        List<Phrase> phrases =
                Files.readAllLines(LIST).stream()
                        .filter(line -> !line.startsWith("#"))
                        .map(Phrase::of)
                        .toList();
        List<String> found = new ArrayList<>();
        for (Path file : Documents.all()) {
            String text = NEXT_LINE.matcher(Documents.text(file)).replaceAll(PhraseTests::joined);
            for (Phrase phrase : phrases) {
                phrase.pattern()
                        .matcher(text)
                        .results()
                        .map(it ->
                                "%s: …%s…: write %s"
                                        .formatted(file, around(text, it), phrase.instead()))
                        .forEach(found::add);
            }
        }
        assertThat(found).isEmpty();
    }

    private static String joined(MatchResult end) {
        return end.group().startsWith("\"") ? "" : " ";
    }

    private static String around(String text, MatchResult phrase) {
        return text.substring(
                Math.max(0, phrase.start() - CONTEXT),
                Math.min(text.length(), phrase.end() + CONTEXT));
    }
}
