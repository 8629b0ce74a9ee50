package org.code.aiproxy.grading.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.code.aiproxy.grading.evidence.search.StatedLines;

/**
 * The items of an evidence text, read as the teacher's page reads them, and more leniently where
 * the page would see nothing.
 *
 * <p>The page begins an item at {@code Line N:} or {@code Lines N-M:}, takes what stands before the
 * first backtick for its message and what stands between backticks for code, and ends the item at
 * the next {@code Line}, be it in the middle of a word. Models also write {@code Lines 4, 7:},
 * {@code line 3:} and {@code Lines 3 to 5:}, and the message after the code.
 *
 * @param prose what stands before the first item; the page leaves it out
 * @param items in the order of the text
 */
record Claims(String prose, List<Claim> items) {

    /** In lower case only where a sentence begins: "as in line 3: …" goes on with its message. */
    private static final Pattern HEADER =
            Pattern.compile(
                    "(?:(?<![\\p{L}\\p{N}_])Lines?|(?<=(?:^|[`.;])\\s{0,2})lines?)\\s{0,3}+("
                            + StatedLines.REGEX
                            + ")\\s{0,3}+:");

    private static final Pattern WHITE_SPACE = Pattern.compile("\\s++");

    /** Fewer letters than this after a snippet are an "and", not a message. */
    private static final int SHORTEST_LATE_MESSAGE = 4;

    Claims {
        items = List.copyOf(items);
    }

    /** Reads any text, in time that grows with its length. */
    static Claims parse(String evidence) {
        String text = EvidenceText.normalise(evidence);
        List<Section> sections = sections(text);
        String prose = sections.isEmpty() ? text : text.substring(0, sections.getFirst().start());
        return new Claims(
                message(prose), sections.stream().map(section -> section.claim(text)).toList());
    }

    /**
     * A header, and where its text ends.
     *
     * @param quotes how many backticks the text has
     */
    private record Section(int start, String lines, int textStart, int end, int quotes) {

        boolean leavesAQuoteOpen() {
            return quotes % 2 != 0;
        }

        Section joinedWith(Section next) {
            return new Section(start, lines, textStart, next.end, quotes + next.quotes);
        }

        Claim claim(String text) {
            return Claims.claim(StatedLines.parse(lines), text.substring(textStart, end));
        }
    }

    private static List<Section> sections(String text) {
        List<Section> sections = new ArrayList<>();
        Matcher header = HEADER.matcher(text);
        boolean found = header.find();
        while (found) {
            int start = header.start();
            String lines = header.group(1);
            int textStart = header.end();
            found = header.find();
            int end = found ? header.start() : text.length();
            int quotes = (int) text.substring(textStart, end).chars().filter(c -> c == '`').count();
            append(sections, new Section(start, lines, textStart, end, quotes));
        }
        return sections;
    }

    /**
     * A header between two backticks is part of the code that they quote: then the text before it
     * and the text after it each have one backtick too many. If only one has, that was never
     * closed.
     */
    private static void append(List<Section> sections, Section next) {
        if (!sections.isEmpty()
                && sections.getLast().leavesAQuoteOpen()
                && next.leavesAQuoteOpen()) {
            sections.add(sections.removeLast().joinedWith(next));
        } else {
            sections.add(next);
        }
    }

    private static Claim claim(StatedLines lines, String text) {
        List<String> parts = betweenBackticks(text);
        List<String> snippets = new ArrayList<>();
        for (int i = 1; i < parts.size(); i += 2) {
            boolean closed = i + 1 < parts.size();
            if (!parts.get(i).isBlank()) {
                snippets.add(parts.get(i).strip() + (closed ? "" : "..."));
            }
        }
        String message = message(parts.getFirst());
        boolean late = message.isEmpty() && parts.size() % 2 != 0;
        return new Claim(lines, late ? lateMessage(parts.getLast()) : message, snippets);
    }

    private static List<String> betweenBackticks(String text) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int at = text.indexOf('`'); at >= 0; at = text.indexOf('`', from)) {
            parts.add(text.substring(from, at));
            from = at + 1;
        }
        parts.add(text.substring(from));
        return parts;
    }

    private static String lateMessage(String text) {
        boolean speaks = text.chars().filter(Character::isLetter).count() >= SHORTEST_LATE_MESSAGE;
        return speaks ? message(text) : "";
    }

    /** "Line" would end the item on the page, even inside a word. */
    private static String message(String text) {
        return withoutEdges(WHITE_SPACE.matcher(text).replaceAll(" ")).replace("Line", "line");
    }

    /** Without bullets, emphasis and separators, which stand between the items of a list. */
    private static String withoutEdges(String text) {
        int start = 0;
        while (start < text.length()
                && (" *•".indexOf(text.charAt(start)) >= 0 || text.startsWith("- ", start))) {
            start++;
        }
        int end = text.length();
        while (end > start
                && (" *•,;".indexOf(text.charAt(end - 1)) >= 0 || text.startsWith(" -", end - 2))) {
            end--;
        }
        return text.substring(start, end);
    }
}
