package org.code.aiproxy.grading.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.code.aiproxy.grading.program.Program;

/** Reads evidence as the teacher's page does, written from its contract and nothing else. */
final class TeachersPage {

    private static final Pattern ITEM =
            Pattern.compile("Lines? (\\d+)(?:\\s*-\\s*(\\d+))?:(.*?)\\s*(?=Line|$)");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    private static final Pattern SHOWN_ITEM =
            Pattern.compile("Lines? (\\d+)(?:\\s*-\\s*(\\d+))?:(.+?)\\s*(?=Line|$)");
    private static final Pattern ELIDED = Pattern.compile("\\{\\s*\\.+\\s*\\}");
    private static final Pattern COMMENT_OR_STRING =
            Pattern.compile(
                    "//[^\\n]*|/\\*(?s:.*?)(?:\\*/|\\z)"
                            + "|\"(?:\\\\(?s:.)|[^\"\\\\\\n])*+\"?|'(?:\\\\(?s:.)|[^'\\\\\\n])*+'?");
    private static final String SPACE =
            "[\\s\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff]";

    private final String folded;

    TeachersPage(Program program) {
        this.folded = fold(program.withoutComments().code());
    }

    /** An item as the page marks it. */
    record Item(int first, int last, String message, List<String> snippets) {

        boolean isMarkedUnverified() {
            return message.endsWith("(unverified)");
        }
    }

    static List<Item> items(String evidence) {
        List<Item> items = new ArrayList<>();
        Matcher item = ITEM.matcher(evidence);
        while (item.find()) {
            int first = Integer.parseInt(item.group(1));
            int last = item.group(2) == null ? first : Integer.parseInt(item.group(2));
            String text = item.group(3);
            int code = text.indexOf('`');
            List<String> snippets =
                    CODE.matcher(text).results().map(result -> result.group(1)).toList();
            items.add(
                    new Item(
                            first,
                            last,
                            (code < 0 ? text : text.substring(0, code)).strip(),
                            snippets));
        }
        return items;
    }

    /**
     * The lines that the page lights for each item of an evidence text, written after its rules.
     */
    static List<Lit> lit(String evidence, String code) {
        String program = blanked(code);
        List<Lit> all = new ArrayList<>();
        Matcher item = SHOWN_ITEM.matcher(evidence);
        while (item.find()) {
            int first = Integer.parseInt(item.group(1));
            int last = item.group(2) == null ? first : Integer.parseInt(item.group(2));
            String text = item.group(3);
            int code0 = text.indexOf('`');
            TreeSet<Integer> lines = new TreeSet<>();
            Matcher snippet = CODE.matcher(code0 < 0 ? "" : text.substring(code0));
            while (snippet.find()) {
                lines.addAll(place(trim(snippet.group(1)), program));
            }
            TreeSet<Integer> stated = new TreeSet<>();
            for (int line = first; line <= last; line++) {
                stated.add(line);
            }
            all.add(new Lit(stated, lines.isEmpty() ? stated : lines));
        }
        return all;
    }

    /** The lines that an item states, and those that the page lights. */
    record Lit(SortedSet<Integer> stated, SortedSet<Integer> lit) {

        boolean isRight() {
            return stated.equals(lit);
        }
    }

    private static SortedSet<Integer> place(String snippet, String program) {
        if (snippet.isEmpty()) {
            return new TreeSet<>();
        }
        SortedSet<Integer> found = find(snippet, program);
        Matcher elided = ELIDED.matcher(snippet);
        if (found.isEmpty() && elided.find()) {
            String head = trim(snippet.substring(0, elided.start()));
            return head.isEmpty() ? found : find(head, program);
        }
        return found;
    }

    private static SortedSet<Integer> find(String snippet, String program) {
        int at = program.indexOf(snippet);
        if (at >= 0) {
            return range(line(program, at), line(program, at + snippet.length()));
        }
        String rest = snippet;
        int first = 0;
        int last = 0;
        String[] lines = program.split("\n", -1);
        for (int n = 0; n < lines.length; n++) {
            String line = trim(lines[n]);
            if (line.isEmpty()) {
                continue;
            }
            if (!rest.startsWith(line)) {
                rest = snippet;
                first = 0;
                continue;
            }
            first = first == 0 ? n + 1 : first;
            last = n + 1;
            rest = rest.length() <= line.length() ? "" : trim(rest.substring(line.length() + 1));
            if (rest.isEmpty()) {
                break;
            }
        }
        return first == 0 ? new TreeSet<>() : range(first, last);
    }

    private static SortedSet<Integer> range(int first, int last) {
        SortedSet<Integer> range = new TreeSet<>();
        for (int line = first; line <= last; line++) {
            range.add(line);
        }
        return range;
    }

    private static int line(String program, int offset) {
        return program.substring(0, offset).split("\n", -1).length;
    }

    /** Comments blanked; the page knows strings, but no templates. */
    private static String blanked(String code) {
        Matcher part = COMMENT_OR_STRING.matcher(code);
        return part.replaceAll(found ->
                Matcher.quoteReplacement(
                        found.group().startsWith("/")
                                ? found.group().replaceAll("[^\n]", " ")
                                : found.group()));
    }

    private static String trim(String text) {
        return text.replaceAll("^" + SPACE + "+|" + SPACE + "+$", "");
    }

    /** Whether the page finds the code: white space folded, comments aside. */
    boolean finds(String snippet) {
        return folded.contains(fold(snippet));
    }

    private static String fold(String code) {
        return code.strip().replaceAll("\\s+", " ");
    }
}
