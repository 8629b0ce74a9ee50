package org.code.aiproxy.rubrictester.report.html;

import java.util.List;
import org.code.aiproxy.grading.evidence.EvidenceItem;
import org.code.aiproxy.grading.evidence.search.LineRange;
import org.code.aiproxy.grading.evidence.search.SnippetFinder;
import org.code.aiproxy.grading.evidence.search.StatedLines;

/**
 * An item of evidence where the program has it.
 *
 * @param from the first line, from 1: where the quoted code is, or else as stated
 * @param to the last line
 * @param message what is to be seen there
 * @param code the code quoted; blank where none is
 * @param found how the code quoted fits the program
 */
record PlacedItem(int from, int to, String message, String code, Found found) {

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

    /** All items of some evidence, in its order. */
    static List<PlacedItem> of(String evidence, SnippetFinder program) {
        return EvidenceItem.in(evidence).stream().map(item -> place(item, program)).toList();
    }

    private static PlacedItem place(EvidenceItem item, SnippetFinder program) {
        if (item.code().isEmpty()) {
            return new PlacedItem(item.first(), item.last(), item.message(), "", Found.NOT_QUOTED);
        }
        String code = item.code().getFirst();
        LineRange stated = new LineRange(item.first(), item.last());
        return program.findAsQuoted(code, new StatedLines(List.of(stated)))
                .map(lines ->
                        new PlacedItem(
                                lines.first(),
                                lines.last(),
                                item.message(),
                                code,
                                stated.contains(lines.first()) && stated.contains(lines.last())
                                        ? Found.AS_STATED
                                        : Found.ELSEWHERE))
                .orElseGet(() ->
                        new PlacedItem(
                                item.first(), item.last(), item.message(), code, Found.NOWHERE));
    }
}
