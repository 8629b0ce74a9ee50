package org.code.aiproxy.grading.injection;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** All {@link Clue}s, to be looked up by the concepts of two words. */
final class Clues {

    /** From so many points on, neighbouring words are suspicious. */
    static final int SUSPICIOUS = 5;

    /** With fewer points, what stands beside them doesn't matter. */
    static final int FEWEST = 1;

    /** What makes other clues weightier or lighter, wherever it stands beside them. */
    private static final Map<Concept, Integer> CONTEXT =
            Map.of(
                    Concept.POLITE, 1,
                    Concept.MUST, 1,
                    Concept.ALL, 1,
                    Concept.GRADER, 2,
                    Concept.STUDENT, 1,
                    Concept.FIELD, 1,
                    Concept.TEACHER, 1,
                    Concept.ANSWER, 2,
                    Concept.REPORT, -2,
                    Concept.GAME, -2);

    private static final List<Clue> ALL =
            Stream.of(Clue.OVERRIDING, Clue.DEMANDING, Clue.ADDRESSING)
                    .flatMap(List::stream)
                    .toList();

    private static final int CONCEPTS = Concept.values().length;
    private static final int[][] NUMBERS = new int[CONCEPTS][CONCEPTS];
    private static final long[] FOLLOWERS = new long[CONCEPTS];
    private static final int[] POINTS_BESIDE = new int[CONCEPTS];

    static {
        for (int i = 0; i < ALL.size(); i++) {
            Clue clue = ALL.get(i);
            NUMBERS[clue.first().number()][clue.then().number()] = i;
            FOLLOWERS[clue.first().number()] |= clue.then().bit();
        }
        CONTEXT.forEach((concept, points) -> POINTS_BESIDE[concept.number()] = points);
    }

    private Clues() {}

    static int count() {
        return ALL.size();
    }

    static Clue get(int number) {
        return ALL.get(number);
    }

    /** The concepts that say something behind a concept, by its number, as bits. */
    static long followers(int first) {
        return FOLLOWERS[first];
    }

    /** The number of the clue that two concepts are, by their numbers. */
    static int number(int first, int then) {
        return NUMBERS[first][then];
    }

    /** What concepts, given as bits, add to the clues that they stand beside. */
    static int pointsBeside(long concepts) {
        int points = 0;
        for (long rest = concepts; rest != 0; rest &= rest - 1) {
            points += POINTS_BESIDE[Long.numberOfTrailingZeros(rest)];
        }
        return points;
    }
}
