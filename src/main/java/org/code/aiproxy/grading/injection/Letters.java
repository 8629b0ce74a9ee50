package org.code.aiproxy.grading.injection;

import java.text.Normalizer;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Undoes what makes text look different to a program and the same to a reader. */
final class Letters {

    /** No letter follows a text's last one. */
    static final char NONE = '\0';

    private static final Pattern ESCAPED =
            Pattern.compile("\\\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|u\\{([0-9a-fA-F]{1,5})})");

    /** Zero-width spaces, direction marks, soft hyphens. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Mn}]++");

    /** Invisible copies of the ASCII characters. */
    private static final int FIRST_TAG = 0xE0020;

    private static final int LAST_TAG = 0xE007E;
    private static final int TAGS = 0xE0000;

    /** One character that is normalised to eighteen; no other grows so. */
    private static final int A_SENTENCE = 0xFDFA;

    /** Letters that look like those of the same index in {@link #LATIN}, where they aren't them. */
    private static final String LOOK_ALIKES =
            "аеорсухіјѕһԁԛԝѵӏ"
                    + "αεορυικντγηρχβω"
                    + "օոսցհ"
                    + "ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢɡɑı"
                    + "łøđð";

    private static final String LATIN =
            "aeopcyxijshdqwvi"
                    + "aeopuikntynpxbw"
                    + "onugh"
                    + "abcdefghijklmnoprstuvwyzgai"
                    + "lodd";

    private static final String DIGITS_AND_SIGNS = "01345789@$!|€";
    private static final String MEANT = "oieastbgasiie";

    private static final char FIRST_ARABIC = '\u0600';
    private static final char FIRST_OF_SYLLABLES = '\u3040';
    private static final char FIRST_HANGUL = '\uac00';

    private Letters() {}

    /** Text with escapes read, without accents, full-width and invisible characters. */
    static String plain(String text) {
        String read =
                text.indexOf('\\') < 0
                        ? text
                        : ESCAPED.matcher(text).replaceAll(Letters::unescaped);
        return isAscii(read) ? read : withoutDisguise(read);
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 127) {
                return false;
            }
        }
        return true;
    }

    private static String withoutDisguise(String text) {
        String visible =
                text.codePoints()
                        .map(c -> c >= FIRST_TAG && c <= LAST_TAG ? c - TAGS : c)
                        .filter(c -> c != A_SENTENCE)
                        .collect(
                                StringBuilder::new,
                                StringBuilder::appendCodePoint,
                                StringBuilder::append)
                        .toString();
        String composed =
                INVISIBLE
                        .matcher(Normalizer.normalize(visible, Normalizer.Form.NFKC))
                        .replaceAll("");
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
        if (c <= 127) {
            return c;
        }
        return switch (Character.UnicodeScript.of(c)) {
            case LATIN, GREEK, CYRILLIC ->
                    Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD).charAt(0);
            default -> c;
        };
    }

    /** The Latin letter that a character may stand for, such as an o for a 0; else none. */
    static char meant(char c) {
        int sign = c < 128 || c == '€' ? DIGITS_AND_SIGNS.indexOf(c) : -1;
        if (sign >= 0) {
            return MEANT.charAt(sign);
        }
        int lookAlike = c < 128 ? -1 : LOOK_ALIKES.indexOf(c);
        return lookAlike >= 0 ? LATIN.charAt(lookAlike) : NONE;
    }

    /** Another letter that a character may stand for: a 1 may be an l too. */
    static char meantToo(char c) {
        return c == '1' || c == '|' || c == '!' || c == 'ӏ' ? 'l' : NONE;
    }

    /** Whether a character is a sign that may stand for a letter. */
    static boolean isSign(char c) {
        return c == '@' || c == '$' || c == '!' || c == '|' || c == '€';
    }

    /** Whether a character is a letter, whatever it stands for. */
    static boolean isALetter(char c) {
        return c > '9' && !isSign(c);
    }

    /** Whether a character can be part of a word. */
    static boolean isOfAWord(char c) {
        if (c < 128) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        }
        return Character.isLetterOrDigit(c)
                || Character.getType(c) == Character.COMBINING_SPACING_MARK;
    }

    /** Whether a script puts no space between words, or joins small words to others. */
    static boolean hasNoSpaces(char c) {
        return c >= FIRST_ARABIC;
    }

    /** Whether a script has a letter for a word, or for a syllable. */
    static boolean isOfSyllables(char c) {
        return c >= FIRST_OF_SYLLABLES && c < FIRST_HANGUL;
    }
}
