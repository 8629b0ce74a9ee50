package org.code.aiproxy.grading.injection;

import java.util.ArrayList;
import java.util.List;

/**
 * A program's text in the ways in which someone could read it: all of it, its comments as one text,
 * its strings as one text, letters that stand apart, backwards, and with letters shifted.
 */
final class Readings {

    private static final String RETURN = "return ";
    private static final int FEWEST_LETTERS = 6;

    private enum In {
        CODE,
        LINE_COMMENT,
        COMMENT,
        STRING
    }

    private final String program;
    private final Wording words = new Wording();
    private final Wording comments = new Wording();
    private final Wording strings = new Wording();
    private In in = In.CODE;
    private char quote;
    private int line = 1;

    private Readings(String program) {
        this.program = program;
    }

    /** All readings of a program whose letters are plain. */
    static List<ProgramReading> of(String program) {
        Readings readings = new Readings(program);
        readings.read();
        LinedText words = readings.words.text();
        List<ProgramReading> all = new ArrayList<>();
        all.add(ProgramReading.asItStands(words));
        all.add(ProgramReading.asItStands(readings.comments.text()));
        all.add(ProgramReading.joined(readings.strings.text()));
        all.add(ProgramReading.joined(spacedLetters(words)));
        all.add(ProgramReading.disguised(words.reversed()));
        all.add(ProgramReading.disguised(rotated(words)));
        return all;
    }

    private void read() {
        for (int at = 0; at < program.length(); at++) {
            char c = program.charAt(at);
            boolean isEscape = in == In.STRING && c == '\\';
            if (c == '\n') {
                endLine();
            } else if (isEscape) {
                at = escape(at);
            } else if (in == In.CODE && isReturn(at)) {
                at += RETURN.length() - 1;
            } else {
                switch (in) {
                    case CODE -> code(at);
                    case LINE_COMMENT -> comment(at);
                    case COMMENT -> comment(at);
                    case STRING -> string(at);
                }
            }
        }
        endLine();
    }

    private void endLine() {
        words.space(line);
        comments.space(line);
        if (in == In.LINE_COMMENT || (in == In.STRING && quote != '`')) {
            in = In.CODE;
        }
        line++;
    }

    /** An escaped character ends nothing; a line break counts as a space. */
    private int escape(int at) {
        words.space(line);
        char next = at + 1 < program.length() ? program.charAt(at + 1) : ' ';
        if (next == '\n') {
            return at;
        }
        if (next == 'n' || next == 't' || next == 'r') {
            strings.space(line);
        } else {
            words.append(program, Math.min(at + 1, program.length() - 1), line);
        }
        return at + 1;
    }

    private void code(int at) {
        char c = program.charAt(at);
        words.append(program, at, line);
        if (c == '/' && next(at) == '/') {
            in = In.LINE_COMMENT;
        } else if (c == '/' && next(at) == '*') {
            in = In.COMMENT;
        } else if (c == '"' || c == '\'' || c == '`') {
            in = In.STRING;
            quote = c;
            strings.seam(line);
        } else if (c == ';' || c == '{' || c == '}') {
            words.mark(Wording.STATEMENT, line);
        }
    }

    /** A keyword that isn't an order to anyone. */
    private boolean isReturn(int at) {
        return program.startsWith(RETURN, at)
                && (at == 0 || !Letters.isOfAWord(program.charAt(at - 1)));
    }

    private void comment(int at) {
        words.append(program, at, line);
        comments.append(program, at, line);
        if (in == In.COMMENT && program.charAt(at) == '*' && next(at) == '/') {
            in = In.CODE;
        }
    }

    private void string(int at) {
        char c = program.charAt(at);
        words.append(program, at, line);
        if (c == quote) {
            in = In.CODE;
            strings.seam(line);
        } else if (quote == '`' && "${}'\"+".indexOf(c) >= 0) {
            strings.seam(line);
        } else {
            strings.append(program, at, line);
        }
    }

    private char next(int at) {
        return at + 1 < program.length() ? program.charAt(at + 1) : Letters.NONE;
    }

    /** Runs of letters that stand apart, with seams instead of what keeps them apart. */
    private static LinedText spacedLetters(LinedText words) {
        LinedText letters = new LinedText();
        int start = 0;
        while (start < words.length()) {
            int end = start;
            while (end + 1 < words.length() && isAlone(words, end)) {
                end += 2;
            }
            if (end - start >= 2 * FEWEST_LETTERS) {
                for (int i = start; i < end; i += 2) {
                    letters.append(words.charAt(i), words.lineAt(i));
                    letters.append(Wording.SEAM, words.lineAt(i));
                }
                letters.append(' ', words.lineAt(end - 1));
            }
            start = Math.max(end, start + 1);
        }
        return letters;
    }

    private static boolean isAlone(LinedText words, int at) {
        return Letters.isOfAWord(words.charAt(at))
                && !Letters.isOfAWord(words.charAt(at + 1))
                && (at == 0 || !Letters.isOfAWord(words.charAt(at - 1)));
    }

    /** ROT13. */
    private static LinedText rotated(LinedText words) {
        LinedText rotated = new LinedText();
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            boolean isLatin = c >= 'a' && c <= 'z';
            rotated.append(isLatin ? (char) ('a' + (c - 'a' + 13) % 26) : c, words.lineAt(i));
        }
        return rotated;
    }
}
