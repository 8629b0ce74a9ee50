package org.code.aiproxy.grading.injection;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * Weighs the words that stand together in a reading. For each word it looks at a limited number of
 * those before and behind, so its time is in proportion to the reading's length.
 */
final class Suspicion {

    /** Half words, which are what positions are counted in. */
    private static final int WORD = 2;

    private static final int BEFORE = 24 * WORD;
    private static final int MOST_BEFORE = 24;
    private static final int BEHIND = 8 * WORD;
    private static final int MOST_BEHIND = 8;

    private final ProgramReading reading;
    private final IntConsumer suspiciousLines;
    private final List<Hit> hits = new ArrayList<>();
    private final BitSet found = new BitSet(Clues.count());
    private int points;
    private int start;
    private int end;
    private boolean joined;

    private Suspicion(ProgramReading reading, IntConsumer suspiciousLines) {
        this.reading = reading;
        this.suspiciousLines = suspiciousLines;
        new WordSearch(reading).forEachHit(hits::add);
    }

    /** Passes on each line of the words that are suspicious together. */
    static void findIn(ProgramReading reading, IntConsumer suspiciousLines) {
        new Suspicion(reading, suspiciousLines).find();
    }

    private void find() {
        int first = 0;
        for (int last = 1; last < hits.size(); last++) {
            while (last - first > MOST_BEFORE || distance(first, last) > BEFORE) {
                first++;
            }
            weigh(first, last);
            if (points >= Clues.SUSPICIOUS && (joined || !reading.joins())) {
                reading.text().forEachLine(start, end, suspiciousLines);
            }
        }
    }

    private int distance(int first, int last) {
        return hits.get(last).position() - hits.get(first).position();
    }

    private void weigh(int first, int last) {
        found.clear();
        points = 0;
        start = Integer.MAX_VALUE;
        end = 0;
        joined = false;
        for (int i = first; i < last; i++) {
            for (int j = i + 1; j <= last; j++) {
                weigh(hits.get(i), hits.get(j));
            }
        }
        if (points >= Clues.FEWEST) {
            points += reading.points() + Clues.pointsBeside(concepts(first, last));
        }
    }

    /** The concepts of some hits, and of those that follow closely. */
    private long concepts(int first, int last) {
        long concepts = 0;
        for (int i = first; i < hits.size() && isBeside(last, i); i++) {
            concepts |= hits.get(i).concepts();
        }
        return concepts;
    }

    private boolean isBeside(int last, int other) {
        return other <= last || (other - last <= MOST_BEHIND && distance(last, other) <= BEHIND);
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
