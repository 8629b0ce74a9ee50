package org.code.aiproxy.grading.evidence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.code.aiproxy.grading.evidence.search.LineRange;
import org.code.aiproxy.grading.program.Program;

/**
 * Writes evidence so that the teacher's page marks the lines that it states.
 *
 * <p>The page begins an item at {@code Line N:} or {@code Lines N-M:} and ends it before the next
 * {@code Line}, wherever that stands. It looks for each snippet in the program without comments and
 * lights the <em>first</em> place where it stands, and only the snippet's lines, whatever lines are
 * stated. Without a snippet it lights the lines stated. So a snippet is written only where the page
 * lights just those lines with it, and nothing of a program or a message can begin an item.
 */
public final class TeacherPage {

    /** Would end an item on the page, and could begin another. */
    private static final String ITEM = "Line";

    /** The page needs some text to see the last item at all. */
    private static final String NO_MESSAGE = "Seen here";

    /** A longer one is of no use to anyone, and would take long to look for. */
    private static final int LONGEST_SNIPPET = 1000;

    private static final Pattern ELIDED_BLOCK =
            Pattern.compile("\\{\\s{0,99}\\.{1,99}\\s{0,99}\\}");

    private final String code;
    private final List<String> lines;
    private final int count;

    /**
     * @param count how many lines the program has, however they end
     */
    private TeacherPage(String code, int count) {
        this.code = code;
        this.count = count;
        this.lines = Arrays.stream(code.split("\n", -1)).map(PageText::trim).toList();
    }

    /** The page for a program as it was posted. */
    public static TeacherPage showing(Program program) {
        return new TeacherPage(PageText.withoutComments(program.code()), program.lines().size());
    }

    /**
     * The evidence, on one line.
     *
     * @param items in their order; lines beyond the program are left out
     */
    public String evidence(List<PageItem> items) {
        List<PageItem> shown = items.stream().flatMap(item -> within(item).stream()).toList();
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            texts.add(text(shown.get(i), i == shown.size() - 1));
        }
        return String.join(" ", texts);
    }

    private Optional<PageItem> within(PageItem item) {
        int last = Math.min(item.last(), Math.max(count, lines.size()));
        return item.first() > last
                ? Optional.empty()
                : Optional.of(new PageItem(item.first(), last, item.message(), item.snippets()));
    }

    private String text(PageItem item, boolean isLast) {
        String message = message(item.message());
        String snippets =
                exact(item).stream().map(one -> " `" + one + "`").collect(Collectors.joining());
        boolean isInvisible = isLast && message.isEmpty() && snippets.isEmpty();
        String words = isInvisible ? NO_MESSAGE : message;
        return item.header() + (words.isEmpty() ? "" : " " + words) + snippets;
    }

    /** A message that neither ends an item nor begins a snippet. */
    private static String message(String text) {
        return PageText.trim(text.replace(ITEM, "line").replace('`', '\''));
    }

    /**
     * All snippets if together they light just the item's lines, or else one that does, or none.
     */
    private List<String> exact(PageItem item) {
        List<String> quotable =
                item.snippets().stream()
                        .map(PageText::trim)
                        .filter(snippet -> !snippet.isEmpty() && isQuotable(snippet))
                        .distinct()
                        .toList();
        if (!quotable.isEmpty() && lightsJust(item, quotable)) {
            return quotable;
        }
        return quotable.stream()
                .filter(snippet -> lightsJust(item, List.of(snippet)))
                .findFirst()
                .map(List::of)
                .orElse(List.of());
    }

    private static boolean isQuotable(String snippet) {
        return snippet.length() <= LONGEST_SNIPPET
                && !snippet.contains(ITEM)
                && snippet.indexOf('`') < 0
                && snippet.indexOf('\n') < 0;
    }

    private boolean lightsJust(PageItem item, List<String> snippets) {
        BitSet lit = new BitSet();
        for (String snippet : snippets) {
            Optional<LineRange> place = place(snippet);
            if (place.isEmpty()) {
                return false;
            }
            lit.set(place.get().first(), place.get().last() + 1);
        }
        return lit.nextSetBit(0) == item.first()
                && lit.length() - 1 == item.last()
                && lit.cardinality() == item.last() - item.first() + 1;
    }

    private Optional<LineRange> place(String snippet) {
        return find(snippet)
                .or(() -> {
                    String head = PageText.trim(ELIDED_BLOCK.split(snippet, 2)[0]);
                    return head.isEmpty() || head.equals(snippet) ? Optional.empty() : find(head);
                });
    }

    /** As it stands, or else as a run of whole lines. */
    private Optional<LineRange> find(String snippet) {
        int at = code.indexOf(snippet);
        return at >= 0
                ? Optional.of(new LineRange(lineAt(at), lineAt(at + snippet.length())))
                : run(snippet);
    }

    private int lineAt(int offset) {
        return 1 + (int) code.substring(0, offset).chars().filter(c -> c == '\n').count();
    }

    /**
     * Lines that follow on each other with blank ones between them, together the snippet. Where one
     * doesn't fit, the page begins again with the next one; it takes a run that reaches the
     * program's end for the snippet, even if more of that is left.
     */
    private Optional<LineRange> run(String snippet) {
        int matched = 0;
        int first = 0;
        int last = 0;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.isEmpty()) {
                continue;
            }
            if (snippet.startsWith(line, matched)) {
                first = first == 0 ? i + 1 : first;
                last = i + 1;
                matched =
                        PageText.skip(
                                snippet, Math.min(matched + line.length() + 1, snippet.length()));
                if (matched == snippet.length()) {
                    return Optional.of(new LineRange(first, last));
                }
            } else {
                matched = 0;
                first = 0;
            }
        }
        return first == 0 ? Optional.empty() : Optional.of(new LineRange(first, last));
    }
}
