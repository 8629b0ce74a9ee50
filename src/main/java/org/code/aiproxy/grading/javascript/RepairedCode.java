package org.code.aiproxy.grading.javascript;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.code.aiproxy.grading.javascript.Token.Gap;

/** Code that a parser can read, and where in the student's program each part of it comes from. */
final class RepairedCode {

    private final StringBuilder text;
    private int[] starts;
    private int[] ends;
    private int lastEnd;
    private final List<Integer> pieceStarts = new ArrayList<>(List.of(0));

    RepairedCode(int expectedLength) {
        this.text = new StringBuilder(expectedLength);
        this.starts = new int[expectedLength];
        this.ends = new int[expectedLength];
    }

    void append(Token token) {
        gap(token.gap());
        boolean verbatim = token.text().length() == token.end() - token.start();
        for (int i = 0; i < token.text().length(); i++) {
            int start = verbatim ? token.start() + i : token.start();
            append(token.text().charAt(i), start, verbatim ? start + 1 : token.end());
        }
        lastEnd = token.end();
    }

    /** Adds what the program lacks. It counts as part of what stands before it. */
    void insert(String missing) {
        for (int i = 0; i < missing.length(); i++) {
            append(missing.charAt(i), Math.max(0, lastEnd - 1), lastEnd);
        }
    }

    void gap(Gap gap) {
        for (int i = 0; i < gap.text().length(); i++) {
            append(gap.text().charAt(i), lastEnd, lastEnd);
        }
    }

    /** Notes that a statement begins here that lies in no other. */
    void startPiece() {
        pieceStarts.add(text.length());
    }

    /** The statements of the program, each of which can be parsed without the others. */
    List<Piece> pieces() {
        List<Piece> pieces = new ArrayList<>(pieceStarts.size());
        for (int i = 0; i < pieceStarts.size(); i++) {
            int start = pieceStarts.get(i);
            int end = i + 1 < pieceStarts.size() ? pieceStarts.get(i + 1) : text.length();
            pieces.add(new Piece(start, text.substring(start, end)));
        }
        return pieces;
    }

    /** A part of the repaired code that starts at an offset of it. */
    record Piece(int start, String text) {}

    /** Where the character at this offset of the repaired code starts in the program. */
    int start(int offset) {
        return offset < text.length() ? starts[offset] : lastEnd;
    }

    /** Where a part of the repaired code that ends before this offset ends in the program. */
    int end(int offset) {
        return offset == 0 ? 0 : ends[Math.min(offset, text.length()) - 1];
    }

    private void append(char c, int start, int end) {
        if (text.length() == starts.length) {
            int capacity = starts.length * 2 + 16;
            starts = Arrays.copyOf(starts, capacity);
            ends = Arrays.copyOf(ends, capacity);
        }
        starts[text.length()] = start;
        ends[text.length()] = end;
        text.append(c);
    }
}
