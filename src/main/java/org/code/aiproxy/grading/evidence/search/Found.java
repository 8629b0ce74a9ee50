package org.code.aiproxy.grading.evidence.search;

import java.util.OptionalInt;

/**
 * A snippet where the program has it.
 *
 * @param lines the lines that it covers
 * @param code the program's own text there, as far as the teacher's page can find it; possibly
 *     empty
 * @param mention whether it is no more than one word or sign, which stands in many places
 * @param quotation whether the snippet was longer
 * @param blockEnd the line where the brackets close that it leaves open, if it leaves any open
 */
public record Found(
        LineRange lines, String code, boolean mention, Quotation quotation, OptionalInt blockEnd) {

    /**
     * The lines of the item that quotes it. Where the code stands on the first of the lines stated,
     * it confirms them, because the beginning is often all that is quoted. Elsewhere, what may go
     * on goes on to the end of its block, or for as many lines as were stated.
     *
     * @param stated the lines that the item stated
     * @param count how many lines the program has
     */
    public LineRange linesOfItem(LineRange stated, int count) {
        int last = stated.first() == lines.first() ? stated.last() : lastLine(stated);
        boolean oneLine = stated.first() == stated.last();
        return new LineRange(
                lines.first(),
                oneLine ? lines.last() : Math.max(lines.last(), Math.min(last, count)));
    }

    private int lastLine(LineRange stated) {
        boolean severalLines = lines.first() < lines.last();
        if (quotation == Quotation.WHOLE && (severalLines || blockEnd.isEmpty())) {
            return lines.last();
        }
        int sameLength = lines.first() + stated.last() - stated.first();
        boolean partOfTheStated =
                stated.contains(lines.first()) && blockEnd.orElse(sameLength) <= stated.last();
        return quotation == Quotation.ELIDED_BLOCK || partOfTheStated
                ? blockEnd.orElse(sameLength)
                : sameLength;
    }
}
