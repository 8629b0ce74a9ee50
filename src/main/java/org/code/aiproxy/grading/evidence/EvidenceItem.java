package org.code.aiproxy.grading.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One place in a program that an assessment's evidence points at, such as {@code Line 3: Makes a
 * sprite `var p = …`}, read as the teacher's page reads it.
 *
 * @param first the first line stated, counted from 1
 * @param last the last line stated, not before the first
 * @param message what is to be seen there; possibly empty
 * @param code what it quotes; empty where it quotes nothing
 */
public record EvidenceItem(int first, int last, String message, List<String> code) {

    private static final Pattern HEADER =
            Pattern.compile("\\bLines? (\\d{1,9})(?: ?[-–] ?(\\d{1,9}))?:");

    private static final Pattern BEFORE_HEADER = Pattern.compile("(?=" + HEADER.pattern() + ")");

    public EvidenceItem {
        code = List.copyOf(code);
    }

    /** The items of some evidence, in its order; what stands before the first is left out. */
    public static List<EvidenceItem> in(String evidence) {
        List<EvidenceItem> items = new ArrayList<>();
        for (String text : texts(evidence)) {
            Matcher header = HEADER.matcher(text);
            if (header.lookingAt()) {
                items.add(read(header, text.substring(header.end())));
            }
        }
        return items;
    }

    /** The evidence in parts: what stands before the first item, if anything, and each item. */
    public static List<String> texts(String evidence) {
        return BEFORE_HEADER.splitAsStream(evidence).filter(text -> !text.isBlank()).toList();
    }

    private static EvidenceItem read(Matcher header, String text) {
        int one = Integer.parseInt(header.group(1));
        int other = header.group(2) == null ? one : Integer.parseInt(header.group(2));
        String[] parts = text.split("`", -1);
        List<String> code = new ArrayList<>();
        // What follows a backtick that is never closed is not a quotation.
        for (int i = 1; i + 1 < parts.length; i += 2) {
            if (!parts[i].isBlank()) {
                code.add(parts[i].strip());
            }
        }
        return new EvidenceItem(Math.min(one, other), Math.max(one, other), parts[0].strip(), code);
    }
}
