package org.code.aiproxy.rubrictester.report.html;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.code.aiproxy.grading.program.Program;

/**
 * One place in a program that the AI points at: {@code Line 3: Makes a sprite `var p = …`}.
 *
 * @param from the first line, from 1: where the quoted code is, or else as the AI says
 * @param to the last line
 * @param message what is to be seen there
 * @param code the code quoted; blank where none is
 * @param found how the code quoted fits the program
 */
record EvidenceItem(int from, int to, String message, String code, Found found) {

    /** How the code quoted fits the program. */
    enum Found {
        /** It is on the lines stated. */
        AS_STATED,
        /** It is on other lines. */
        ELSEWHERE,
        /** It is not in the program. */
        NOWHERE,
        /** No code is quoted. */
        NOT_QUOTED
    }

    /** As the teacher's page reads it: a message ends at code in backticks, or at another item. */
    private static final Pattern ITEM =
            Pattern.compile(
                    "\\bLines? (\\d{1,6})(?: ?[-–] ?(\\d{1,6}))?:([^`]*?)(?:`([^`]*)`|(?=\\bLines? \\d)|$)");

    /** All items of some evidence, in its order. */
    static List<EvidenceItem> of(String evidence, Program program) {
        CodeSearch search = new CodeSearch(program);
        List<EvidenceItem> items = new ArrayList<>();
        Matcher matcher = ITEM.matcher(evidence);
        while (matcher.find()) {
            items.add(item(matcher, search));
        }
        return items;
    }

    private static EvidenceItem item(Matcher item, CodeSearch search) {
        int first = Integer.parseInt(item.group(1));
        int last = item.group(2) == null ? first : Integer.parseInt(item.group(2));
        int from = Math.min(first, last);
        int to = Math.max(first, last);
        String message = item.group(3).strip();
        String code = item.group(4) == null ? "" : item.group(4).strip();
        if (code.isEmpty()) {
            return new EvidenceItem(from, to, message, code, Found.NOT_QUOTED);
        }
        return search.nearest(code, from)
                .map(lines ->
                        new EvidenceItem(
                                lines.first(),
                                lines.last(),
                                message,
                                code,
                                lines.first() >= from && lines.last() <= to
                                        ? Found.AS_STATED
                                        : Found.ELSEWHERE))
                .orElseGet(() -> new EvidenceItem(from, to, message, code, Found.NOWHERE));
    }
}
