package org.code.aiproxy.injection;

import java.util.List;

/**
 * The words of a program, in lower case with single spaces between them, wherever they stand: in
 * comments, strings or names, which are split at capitals and underscores. A bar stands where a
 * sentence ends.
 */
final class Wording {

    private final boolean undisguised;
    private final LinedText words = new LinedText();

    private Wording(boolean undisguised) {
        this.undisguised = undisguised;
    }

    /** The words as they are written. */
    static LinedText of(List<String> lines) {
        return new Wording(false).read(lines);
    }

    /** The words as they are meant where digits, signs or foreign letters stand for letters. */
    static LinedText undisguised(List<String> lines) {
        return new Wording(true).read(lines);
    }

    /** Their letters alone, so that neither spaces nor quotes nor plus signs keep words apart. */
    static LinedText run(LinedText words) {
        LinedText run = new LinedText();
        for (int i = 0; i < words.length(); i++) {
            if (Character.isLetter(words.charAt(i))) {
                run.append(words.charAt(i), words.lineAt(i));
            }
        }
        return run;
    }

    private LinedText read(List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            read(lines.get(i), i + 1);
            words.space(i + 1);
        }
        return words;
    }

    private void read(String line, int number) {
        for (int at = 0; at < line.length(); at++) {
            char c = line.charAt(at);
            if (undisguised && Letters.isDisguise(c) && touchesLetter(line, at)) {
                words.append(Letters.meant(c), number);
            } else if (Character.isLetterOrDigit(c)) {
                if (beginsHump(line, at)) {
                    words.space(number);
                }
                words.append(Character.toLowerCase(c), number);
            } else if (endsSentence(line, at)) {
                words.append(" | ", number);
            } else if (!isApostrophe(line, at)) {
                words.space(number);
            }
        }
    }

    private static boolean touchesLetter(String line, int at) {
        return isLetter(line, at - 1) || isLetter(line, at + 1);
    }

    /** {@code ignoreAll} and {@code AIGrader} have two. */
    private static boolean beginsHump(String line, int at) {
        return Character.isUpperCase(line.charAt(at))
                && at > 0
                && (Character.isLowerCase(line.charAt(at - 1))
                        || (Character.isUpperCase(line.charAt(at - 1))
                                && at + 1 < line.length()
                                && Character.isLowerCase(line.charAt(at + 1))));
    }

    private static boolean endsSentence(String line, int at) {
        return ".!?".indexOf(line.charAt(at)) >= 0
                && isLetter(line, at - 1)
                && (at + 1 == line.length() || Character.isWhitespace(line.charAt(at + 1)));
    }

    private static boolean isApostrophe(String line, int at) {
        return "'’".indexOf(line.charAt(at)) >= 0
                && isLetter(line, at - 1)
                && isLetter(line, at + 1);
    }

    private static boolean isLetter(String line, int at) {
        return at >= 0 && at < line.length() && Character.isLetter(line.charAt(at));
    }
}
