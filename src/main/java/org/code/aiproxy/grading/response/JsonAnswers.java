package org.code.aiproxy.grading.response;

import java.util.ArrayList;
import java.util.List;
import org.code.aiproxy.grading.response.WrittenAnswer.Form;
import org.code.aiproxy.grading.response.json.BrokenJsonException;
import org.code.aiproxy.grading.response.json.JsonScanner;
import org.code.aiproxy.grading.response.json.LenientJson;
import org.code.aiproxy.grading.response.json.Steps;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Finds the arrays and objects in a completion that have rows, wherever they stand. */
final class JsonAnswers {

    private final JsonRows rows;

    JsonAnswers(JsonRows rows) {
        this.rows = rows;
    }

    /** All, in their order; takes time linear in the text's length. */
    List<WrittenAnswer> find(String text) {
        List<WrittenAnswer> found = new ArrayList<>();
        Steps steps = Steps.of(text);
        int from = nextStart(text, 0);
        while (from >= 0 && !steps.areOver()) {
            from = nextStart(text, read(text, from, steps, found));
        }
        return found;
    }

    /** An array of something in braces, or an object with a key. */
    private static int nextStart(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '[' || c == '{') {
                int next = i + 1;
                while (next < text.length() && JsonScanner.isSpace(text.charAt(next))) {
                    next++;
                }
                if (next < text.length() && begins(c, text.charAt(next))) {
                    return i;
                }
                i = next - 1;
            }
        }
        return -1;
    }

    private static boolean begins(char opener, char next) {
        return opener == '['
                ? "{/#".indexOf(next) >= 0
                : JsonScanner.isQuote(next) || JsonScanner.isNameStart(next) || next == '/';
    }

    /** Adds what begins there, and tells where to go on. */
    private int read(String text, int from, Steps steps, List<WrittenAnswer> found) {
        LenientJson strict = new LenientJson(text, from, false, steps);
        try {
            JsonNode root = strict.read();
            return add(root, strict, from, strict.isExact() ? Form.EXACT : Form.DIALECT, found);
        } catch (BrokenJsonException _) {
            return mend(text, from, steps, strict, found);
        }
    }

    private int mend(
            String text, int from, Steps steps, LenientJson strict, List<WrittenAnswer> found) {
        LenientJson mending = new LenientJson(text, from, true, steps);
        try {
            return add(mending.read(), mending, from, Form.MENDED, found);
        } catch (BrokenJsonException _) {
            boolean mendedMore = mending.wholeObjects().size() > strict.wholeObjects().size();
            return salvage(from, mendedMore ? mending : strict, found);
        }
    }

    private int add(
            JsonNode root, LenientJson json, int from, Form form, List<WrittenAnswer> found) {
        rows.groups(root, json::source)
                .forEach(group -> found.add(new WrittenAnswer(from, json.end(), group, form)));
        return json.end();
    }

    /** Of what ends early, the objects before the break. */
    private int salvage(int from, LenientJson json, List<WrittenAnswer> found) {
        List<WrittenRow> whole = new ArrayList<>();
        for (ObjectNode object : json.wholeObjects()) {
            rows.groups(object, json::source).forEach(whole::addAll);
        }
        if (!whole.isEmpty() || json.ranOut()) {
            found.add(new WrittenAnswer(from, json.afterBreak(), whole, Form.BROKEN));
        }
        return Math.max(from + 1, json.afterBreak());
    }
}
