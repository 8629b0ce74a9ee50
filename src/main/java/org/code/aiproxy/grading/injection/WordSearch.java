package org.code.aiproxy.grading.injection;

import java.util.function.Consumer;

/** Finds the vocabulary's words in a reading, in one pass. */
final class WordSearch {

    private static final Words WORDS = Words.ofTheVocabulary();

    private static final char FIRST_CYRILLIC = '\u0400';

    /** Half words. */
    private static final int WORD = 2;

    private static final int SENTENCE = 4 * WORD;
    private static final int STATEMENT = 6 * WORD;

    /** Shorter words than these come about by chance where letters are joined. */
    private static final int SHORTEST_JOINED = 3;

    /** These too, and would excuse what they stand beside. */
    private static final long SMALL_WORDS = Concept.SELF.bit() | Concept.IF.bit();

    private final LinedText text;
    private final boolean joins;
    private int position;

    // The last walk from a word's beginning.
    private long concepts;
    private int end;
    private boolean crossedSeam;
    private boolean disguised;

    WordSearch(ProgramReading reading) {
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

    /**
     * Walks as far as a word goes on; says whether words ended on the way. Where what is written
     * leads nowhere, it walks as what is written may be meant.
     */
    private boolean walk(int start) {
        concepts = 0;
        disguised = false;
        walk(start, false);
        if (concepts == 0 && disguised) {
            walk(start, true);
        }
        return concepts != 0;
    }

    private void walk(int start, boolean asMeant) {
        boolean crossed = false;
        boolean isANumber = true;
        int node = Words.ROOT;
        int at = start;
        while (node != Words.NOWHERE && at < text.length()) {
            boolean seam = text.charAt(at) == Wording.SEAM;
            if (seam && ++at == text.length()) {
                return;
            }
            int next = step(node, text.charAt(at), asMeant);
            if (seam && next == Words.NOWHERE) {
                next = step(WORDS.child(node, ' '), text.charAt(at), asMeant);
            } else {
                crossed |= seam;
            }
            isANumber &= !Letters.isALetter(text.charAt(at));
            node = next;
            at++;
            if (node != Words.NOWHERE && !isANumber) {
                arriveAt(node, at, crossed);
            }
        }
    }

    private void arriveAt(int node, int at, boolean crossed) {
        long said = WORDS.beginning(node) | (isEnd(at) ? WORDS.whole(node) : 0);
        if (said != 0) {
            concepts |= joins || crossed ? said & ~SMALL_WORDS : said;
            end = at;
            crossedSeam = crossed;
        }
    }

    private int step(int node, char c, boolean asMeant) {
        if (node == Words.NOWHERE) {
            return Words.NOWHERE;
        }
        char meant = Letters.meant(c);
        int next = asMeant && meant != Letters.NONE ? Words.NOWHERE : WORDS.child(node, c);
        if (meant == Letters.NONE) {
            return next;
        }
        disguised = true;
        next = next == Words.NOWHERE ? WORDS.child(node, meant) : next;
        char meantToo = Letters.meantToo(c);
        return next == Words.NOWHERE && meantToo != Letters.NONE
                ? WORDS.child(node, meantToo)
                : next;
    }

    private boolean isEnd(int at) {
        return at == text.length() || !Letters.isOfAWord(text.charAt(at));
    }
}
