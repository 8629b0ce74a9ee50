package org.code.aiproxy.grading.spec;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.code.aiproxy.grading.evidence.EvidenceItem;

/**
 * Keeps texts within the column that a caller stores them in. What is too long is left out from the
 * end, in whole items or sentences, and a note says how many.
 *
 * @param bytes what the column holds, in bytes of UTF-8
 */
public record ColumnLimit(int bytes) {

    /** MySQL's {@code text}, which the school platform has; a longer value fails its job. */
    public static final ColumnLimit MYSQL_TEXT = new ColumnLimit(65_535);

    /** For callers who want all. */
    private static final ColumnLimit NONE = new ColumnLimit(Integer.MAX_VALUE);

    static final FieldKind.Whole BYTES = new FieldKind.Whole(0, 999_999_999, MYSQL_TEXT.bytes());

    private static final Pattern AFTER_SENTENCE = Pattern.compile("(?<=[.!?] )");

    /** Room for a note, in bytes. */
    private static final int NOTE = 40;

    private static final int FEWEST_BYTES = 1000;

    /**
     * The limit that a caller names.
     *
     * @param bytes what the column holds; 0 for no limit
     * @throws InvalidFieldException for too small a number
     */
    public static ColumnLimit of(int bytes) {
        if (bytes == 0) {
            return NONE;
        }
        if (bytes < FEWEST_BYTES || !BYTES.has(bytes)) {
            throw AssessmentField.EVIDENCE_LIMIT.mustBe("0 or at least " + FEWEST_BYTES);
        }
        return new ColumnLimit(bytes);
    }

    /** Evidence, of which whole items are left out. */
    public String evidence(String text) {
        return fit(text, EvidenceItem::texts, "(%d more places left out)");
    }

    /** Observations or a reason, of which whole sentences are left out. */
    public String prose(String text) {
        return fit(text, ColumnLimit::sentences, "(%d more sentences left out)");
    }

    private String fit(String text, Function<String, List<String>> parting, String note) {
        if (length(text) <= bytes) {
            return text;
        }
        List<String> parts = parting.apply(text);
        StringBuilder kept = new StringBuilder();
        int size = 0;
        int count = 0;
        for (String part : parts) {
            size += length(part);
            if (size > bytes - NOTE) {
                break;
            }
            kept.append(part);
            count++;
        }
        if (count == 0) {
            return beginning(parts.getFirst()) + " …";
        }
        return kept.toString().stripTrailing() + " " + note.formatted(parts.size() - count);
    }

    private static List<String> sentences(String text) {
        return AFTER_SENTENCE.splitAsStream(text).toList();
    }

    /** As much of a text as fits, without half a character. */
    private String beginning(String text) {
        int size = 0;
        int end = 0;
        while (end < text.length()) {
            int next = end + Character.charCount(text.codePointAt(end));
            size += length(text.substring(end, next));
            if (size > bytes - NOTE) {
                break;
            }
            end = next;
        }
        return text.substring(0, end);
    }

    private static int length(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
