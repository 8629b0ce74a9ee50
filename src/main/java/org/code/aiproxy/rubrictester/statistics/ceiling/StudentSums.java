package org.code.aiproxy.rubrictester.statistics.ceiling;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.code.aiproxy.rubrictester.statistics.Scale;

/**
 * All that the figures need to know of a student, or of several: it adds up, which makes a resample
 * of students as cheap as one addition for each.
 *
 * @param people each pair of people, either way round, for neither is the other's reference
 * @param ai each person with the AI
 * @param graders people's labels
 * @param gradersAndAi the same, and the AI's as one more
 */
record StudentSums(PairSums people, PairSums ai, Coincidences graders, Coincidences gradersAndAi) {

    static StudentSums none(Scale scale) {
        Coincidences none = Coincidences.none(scale.size());
        return new StudentSums(PairSums.NONE, PairSums.NONE, none, none);
    }

    static StudentSums sum(List<StudentSums> students, Scale scale) {
        return students.stream().reduce(none(scale), StudentSums::plus);
    }

    static StudentSums of(Judgement judgement, Scale scale) {
        List<Integer> people = judgement.people().stream().map(scale::number).toList();
        int ai = scale.number(judgement.ai());
        return new StudentSums(
                pairs(people),
                people.stream()
                        .map(level -> PairSums.of(level, ai))
                        .reduce(PairSums.NONE, PairSums::plus),
                Coincidences.of(people, scale.size()),
                Coincidences.of(
                        Stream.concat(people.stream(), Stream.of(ai)).toList(), scale.size()));
    }

    private static PairSums pairs(List<Integer> people) {
        return IntStream.range(0, people.size())
                .boxed()
                .flatMap(one ->
                        IntStream.range(0, people.size())
                                .filter(other -> other != one)
                                .mapToObj(other -> PairSums.of(people.get(one), people.get(other))))
                .reduce(PairSums.NONE, PairSums::plus);
    }

    StudentSums plus(StudentSums more) {
        return new StudentSums(
                people.plus(more.people),
                ai.plus(more.ai),
                graders.plus(more.graders),
                gradersAndAi.plus(more.gradersAndAi));
    }
}
