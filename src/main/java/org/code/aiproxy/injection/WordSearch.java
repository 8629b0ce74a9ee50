package org.code.aiproxy.injection;

import java.util.function.Consumer;

/** Finds the vocabulary's words in a reading, in one pass. */
final class WordSearch {

    private static final Words WORDS = Words.ofTheVocabulary();

    /** Half words. */
    private static final int WORD = 2;

    private static final int SENTENCE = 3 * WORD;
    private static final int STATEMENT = 6 * WORD;

    /** Shorter words than these come about by chance where letters are joined. */
    private static final int SHORTEST_JOINED = 3;

    private final LinedText text;
    private final boolean joins;
    private int position;

    // The last walk from a word's beginning.
    private long concepts;
    private int end;
    private boolean crossedSeam;

    WordSearch(Reading reading) {
        this.text = reading.text();
        this.joins = reading.joins();
    }

    void forEachHit(Consumer<Hit> hits) {
        boolean wordMayBegin = true;
        boolean afterSeam = false;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == Wording.SEAM) {
                wordMayBegin = true;
                afterSeam = true;
            } else if (!Letters.isOfAWord(c) && !Letters.isSign(c)) {
                pause(c);
                wordMayBegin = true;
                afterSeam = false;
            } else {
                boolean begins = wordMayBegin || c >= FIRST_CYRILLIC;
                if (begins) {
                    boolean found = walk(at) && (!joins || end - at >= SHORTEST_JOINED);
                    advance(c, wordMayBegin, afterSeam, found);
                    if (found) {
                        hits.accept(new Hit(concepts, position, at, end, crossedSeam));
                    }
                }
                wordMayBegin = Letters.isSign(c);
                afterSeam = wordMayBegin;
            }
        }
    }

    private void pause(char c) {
        if (c == Wording.SENTENCE) {
            position += SENTENCE;
        } else if (c == Wording.STATEMENT) {
            position += STATEMENT;
        }
    }

    private void advance(char c, boolean wordMayBegin, boolean afterSeam, boolean found) {
        if (Letters.isOfSyllables(c)) {
            position++;
        } else if (wordMayBegin && (!afterSeam || found)) {
            position += WORD;
        }
    }

    private static final char FIRST_CYRILLIC = '\u0400';

    /** Walks as far as a word goes on; says whether words ended on the way. */
    private boolean walk(int start) {
        concepts = 0;
        boolean crossed = false;
        int node = 0;
        int at = start;
        while (at < text.length()) {
            char c = text.charAt(at);
            boolean seam = c == Wording.SEAM;
            if (seam && ++at < text.length()) {
                c = text.charAt(at);
            }
            int next = step(node, c);
            if (seam && next == Words.NOWHERE) {
                int space = WORDS.child(node, ' ');
                next = space == Words.NOWHERE ? Words.NOWHERE : step(space, c);
            } else {
                crossed |= seam;
            }
            if (next == Words.NOWHERE) {
                break;
            }
            node = next;
            at++;
            long said = WORDS.beginning(node) | (isEnd(at) ? WORDS.whole(node) : 0);
            if (said != 0) {
                concepts |= said;
                end = at;
                crossedSeam = crossed;
            }
        }
        return concepts != 0;
    }

    private static int step(int node, char c) {
        int next = WORDS.child(node, c);
        if (next == Words.NOWHERE && Letters.meant(c) != Letters.NONE) {
            next = WORDS.child(node, Letters.meant(c));
        }
        if (next == Words.NOWHERE && Letters.meantToo(c) != Letters.NONE) {
            next = WORDS.child(node, Letters.meantToo(c));
        }
        return next;
    }

    private boolean isEnd(int at) {
        return at == text.length() || !Letters.isOfAWord(text.charAt(at));
    }
}
