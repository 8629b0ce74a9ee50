package org.code.aiproxy.injection;

import java.util.BitSet;
import java.util.function.IntConsumer;

/**
 * Weighs the words that stand together in a reading. At each word it looks at those shortly before,
 * of which it keeps a limited number, so its time is in proportion to the reading's length.
 */
final class Suspicion {

    /** Half words, which are what positions are counted in. */
    private static final int WORD = 2;

    private static final int LONGEST = 24 * WORD;
    private static final int MOST_HITS = 24;

    private final Reading reading;
    private final IntConsumer suspiciousLines;

    /** The last hits, in a ring. */
    private final Hit[] hits = new Hit[MOST_HITS];

    private int first;
    private int count;

    private final BitSet found = new BitSet(Clues.count());
    private int points;
    private int start;
    private int end;
    private boolean joined;

    private Suspicion(Reading reading, IntConsumer suspiciousLines) {
        this.reading = reading;
        this.suspiciousLines = suspiciousLines;
    }

    /** Passes on each line of the words that are suspicious together. */
    static void findIn(Reading reading, IntConsumer suspiciousLines) {
        new WordSearch(reading).forEachHit(new Suspicion(reading, suspiciousLines)::add);
    }

    private void add(Hit hit) {
        while (count == MOST_HITS || (count > 0 && hit.position() - hit(0).position() > LONGEST)) {
            first = (first + 1) % MOST_HITS;
            count--;
        }
        hits[(first + count) % MOST_HITS] = hit;
        count++;
        if (weigh() >= Clues.SUSPICIOUS && (joined || !reading.joins())) {
            reading.text().forEachLine(start, end, suspiciousLines);
        }
    }

    private Hit hit(int index) {
        return hits[(first + index) % MOST_HITS];
    }

    private int weigh() {
        found.clear();
        points = reading.points();
        start = Integer.MAX_VALUE;
        end = 0;
        joined = false;
        long concepts = 0;
        for (int i = 0; i < count; i++) {
            concepts |= hit(i).concepts();
            for (int j = i + 1; j < count; j++) {
                weigh(hit(i), hit(j));
            }
        }
        boolean saysSomething = end > 0 && points >= Clues.FEWEST;
        return saysSomething ? points + Clues.pointsBeside(concepts) : 0;
    }

    private void weigh(Hit one, Hit next) {
        for (long ones = one.concepts(); ones != 0; ones &= ones - 1) {
            int concept = Long.numberOfTrailingZeros(ones);
            long nexts = Clues.followers(concept) & next.concepts();
            for (; nexts != 0; nexts &= nexts - 1) {
                weigh(Clues.number(concept, Long.numberOfTrailingZeros(nexts)), one, next);
            }
        }
    }

    private void weigh(int number, Hit one, Hit next) {
        Clue clue = Clues.get(number);
        if (next.position() - one.position() > clue.within() * WORD || found.get(number)) {
            return;
        }
        found.set(number);
        points += clue.points();
        if (clue.points() > 0) {
            start = Math.min(start, one.start());
            end = Math.max(end, next.end());
            joined |= one.joined() || next.joined();
        }
    }
}
