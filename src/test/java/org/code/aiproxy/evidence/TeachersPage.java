package org.code.aiproxy.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.code.aiproxy.program.Program;

/** Reads evidence as the teacher's page does, written from its contract and nothing else. */
final class TeachersPage {

    private static final Pattern ITEM =
            Pattern.compile("Lines? (\\d+)(?:\\s*-\\s*(\\d+))?:(.*?)\\s*(?=Line|$)");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

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

    /** Whether the page finds the code: white space folded, comments aside. */
    boolean finds(String snippet) {
        return folded.contains(fold(snippet));
    }

    private static String fold(String code) {
        return code.strip().replaceAll("\\s+", " ");
    }
}
