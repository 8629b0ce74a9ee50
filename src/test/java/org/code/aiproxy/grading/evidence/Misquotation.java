package org.code.aiproxy.grading.evidence;

import java.util.List;
import java.util.Random;

/**
 * An item of evidence as a model may misquote it.
 *
 * @param truth the item as it should be
 * @param statedFirst the first line that is stated
 * @param quoted what is left of the code, white space, quotes and semicolons aside
 * @param snippet the code as it is quoted
 */
record Misquotation(KnownEvidence.Item truth, int statedFirst, String quoted, String snippet) {

    private static final int FARTHEST = 20;
    private static final int SHORTEST_BEGINNING = 8;

    /** Line numbers up to 20 lines away, and any of the ways to misquote code, or none, or all. */
    static Misquotation of(KnownEvidence.Item truth, Random random) {
        int stated = Math.max(1, truth.first() + random.nextInt(-FARTHEST, FARTHEST + 1));
        String quoted = truth.snippet().replace(" ... ", "");
        String ending = "";
        if (quoted.length() > SHORTEST_BEGINNING && random.nextInt(3) == 0) {
            quoted = quoted.substring(0, random.nextInt(SHORTEST_BEGINNING, quoted.length()));
            ending = random.nextBoolean() ? "..." : " ...";
        }
        String snippet = quoted;
        if (random.nextInt(3) == 0) {
            snippet = snippet.replaceAll(" *([=(,]) *", random.nextBoolean() ? "$1" : " $1  ");
        }
        if (random.nextInt(3) == 0) {
            snippet = snippet.replaceAll("[\"']", random.nextBoolean() ? "'" : "”");
        }
        if (random.nextInt(3) == 0) {
            snippet = snippet.replace(";", "");
        }
        return new Misquotation(truth, stated, quoted, snippet + ending);
    }

    String evidence() {
        int statedLast = statedFirst + truth.last() - truth.first();
        return new PageItem(statedFirst, statedLast, "", List.of()).header()
                + " Shows it `"
                + snippet
                + "`";
    }

    /**
     * Whether an item is on the true lines, or on others where the same code is, no farther from
     * those that were stated.
     */
    boolean isCorrectedBy(TeachersPage.Item item, KnownEvidence known) {
        if (item.first() == truth.first()) {
            return item.last() == truth.last();
        }
        return known.has(quoted, item.first())
                && Math.abs(item.first() - statedFirst) <= Math.abs(truth.first() - statedFirst);
    }
}
