package org.code.aiproxy.injection;

import java.text.Normalizer;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Undoes what makes text look different to a program and the same to a reader. */
final class Letters {

    private static final Pattern ESCAPED =
            Pattern.compile("\\\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|u\\{([0-9a-fA-F]{1,5})})");

    /** Zero-width spaces, direction marks, soft hyphens. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Mn}]++");

    /** Letters of other alphabets that look like those of the same index in {@link #LATIN}. */
    private static final String LOOK_ALIKES = "аеорсухіјѕһԁԛԝɡαεορυικντ";

    private static final String LATIN = "aeopcyxijshdqwgaeopuiknt";

    private static final String DIGITS_AND_SIGNS = "0134578@$!|€";
    private static final String MEANT = "oieastbasile";

    private Letters() {}

    /** Text with escapes read, without accents, full-width and invisible characters. */
    static String plain(String text) {
        String read = ESCAPED.matcher(text).replaceAll(Letters::unescaped);
        if (read.chars().allMatch(c -> c < 128)) {
            return read;
        }
        String composed =
                INVISIBLE.matcher(Normalizer.normalize(read, Normalizer.Form.NFKC)).replaceAll("");
        StringBuilder plain = new StringBuilder(composed.length());
        composed.chars().forEach(c -> plain.append(withoutAccent((char) c)));
        return plain.toString();
    }

    private static String unescaped(MatchResult escape) {
        String hex =
                escape.group(1) != null
                        ? escape.group(1)
                        : escape.group(2) != null ? escape.group(2) : escape.group(3);
        return Matcher.quoteReplacement(Character.toString(Integer.parseInt(hex, 16)));
    }

    private static char withoutAccent(char c) {
        boolean latin = c > 127 && Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN;
        return latin ? Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD).charAt(0) : c;
    }

    /** The Latin letter that a character may stand for, such as an o for a 0; else itself. */
    static char meant(char c) {
        int sign = DIGITS_AND_SIGNS.indexOf(c);
        if (sign >= 0) {
            return MEANT.charAt(sign);
        }
        int lookAlike = LOOK_ALIKES.indexOf(Character.toLowerCase(c));
        return lookAlike >= 0 ? LATIN.charAt(lookAlike) : c;
    }

    /** Whether a character is one that {@link #meant(char)} reads as a letter. */
    static boolean isDisguise(char c) {
        return meant(c) != c;
    }
}
