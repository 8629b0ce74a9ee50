package org.code.aiproxy.rubrictester.statistics;

import java.util.List;
import java.util.stream.IntStream;
import org.code.aiproxy.grading.rubric.Label;

/** Ratings written as digits, one for each label: 0 for No Evidence up to 3 for Extensive. */
public final class Ratings {

    private static final List<Label> LABELS =
            List.of(Label.NO, Label.LIMITED, Label.CONVINCING, Label.EXTENSIVE);

    private Ratings() {}

    static Label label(int number) {
        return LABELS.get(number);
    }

    /** Each of a student of its own, all on one key concept. */
    public static List<Rating> of(String people, String ai) {
        return of(people, ai, 1);
    }

    /** One student after the other, each with a rating on each of some key concepts. */
    public static List<Rating> of(String people, String ai, int keyConcepts) {
        return IntStream.range(0, people.length())
                .mapToObj(index ->
                        new Rating(
                                "student_" + index / keyConcepts,
                                "Concept " + index % keyConcepts,
                                label(people.charAt(index) - '0'),
                                label(ai.charAt(index) - '0')))
                .toList();
    }

    static VotedRating voted(int people, int ai, String votes) {
        return new VotedRating(
                new Rating("student", "Concept", label(people), label(ai)),
                votes.chars().mapToObj(vote -> label(vote - '0')).toList());
    }
}
