package org.code.aiproxy.textfile;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A name as a reader takes it in: without what spreadsheets and word processors change on their
 * own, which are case, blanks, dashes, quotation marks, composed letters and invisible characters.
 *
 * @param key the same for names that differ in nothing else
 */
public record Spelling(String key) {

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\p{C}]+");
    private static final Pattern DASHES = Pattern.compile("[\\p{Pd}\u2212]");
    private static final Pattern SINGLE_QUOTES = Pattern.compile("[\u2018-\u201B\u2032\u00B4`]");
    private static final Pattern DOUBLE_QUOTES =
            Pattern.compile("[\u201C-\u201F\u2033\u00AB\u00BB]");

    /** Names are shorter; whoever looks for one in a long text need not read all of it. */
    private static final int LONGEST = 1000;

    /** The spelling of a text. */
    public static Spelling of(String text) {
        // Compatibility composition would take U+00B4 apart, so quotation marks come first.
        String quotes =
                DOUBLE_QUOTES.matcher(SINGLE_QUOTES.matcher(text).replaceAll("'")).replaceAll("\"");
        String composed = Normalizer.normalize(quotes, Normalizer.Form.NFKC);
        String dashes = DASHES.matcher(composed).replaceAll("-");
        String joined = BLANKS.matcher(dashes).replaceAll("");
        return new Spelling(withoutQuotes(joined).toLowerCase(Locale.ROOT));
    }

    /** Whether a text is written alike. */
    public boolean fits(String text) {
        return text.length() <= LONGEST && equals(of(text));
    }

    private static String withoutQuotes(String text) {
        int begin = 0;
        int end = text.length();
        while (begin < end && isQuote(text.charAt(begin))) {
            begin++;
        }
        while (begin < end && isQuote(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(begin, end);
    }

    private static boolean isQuote(char character) {
        return character == '\'' || character == '"';
    }
}
