package org.code.aiproxy.rubrictester.statistics.ceiling;

import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.code.aiproxy.rubrictester.statistics.Estimate;
import org.code.aiproxy.rubrictester.statistics.Scale;
import org.code.aiproxy.rubrictester.statistics.StudentBootstrap;

/**
 * How well people agree with each other, and the AI with them, over the same programs. The AI is
 * compared with each person, not with what they come to together, because that is what people are
 * compared with. All intervals are by bootstrap over students.
 *
 * @param students how many have a key concept that two people or more labelled
 * @param judgements how many key concepts of programs that are
 * @param people each person with each other
 * @param ai the AI with each person
 * @param difference by how much the AI's weighted kappa is greater than people's
 * @param alpha Krippendorff's, for ordered levels, of people
 * @param alphaWithAi the same with the AI as one more grader
 */
public record Ceiling(
        int students,
        int judgements,
        Pairs people,
        Pairs ai,
        Estimate difference,
        Estimate alpha,
        Estimate alphaWithAi) {

    /**
     * Agreement in pairs of labels for the same work.
     *
     * @param equal the share of pairs with the same level twice
     * @param quadraticWeightedKappa of all pairs
     */
    public record Pairs(Estimate equal, Estimate quadraticWeightedKappa) {}

    /** Compares. Judgements of fewer than two people don't take part. */
    public static Ceiling of(List<Judgement> judgements, Scale scale, long seed) {
        List<Judgement> shared = judgements.stream().filter(Judgement::isShared).toList();
        List<StudentSums> students =
                List.copyOf(
                        shared.stream()
                                .collect(
                                        Collectors.groupingBy(
                                                Judgement::student,
                                                TreeMap::new,
                                                Collectors.reducing(
                                                        StudentSums.none(scale),
                                                        it -> StudentSums.of(it, scale),
                                                        StudentSums::plus)))
                                .values());
        Estimator of = Estimator.of(students, scale, seed);
        return new Ceiling(
                students.size(),
                shared.size(),
                of.pairs(StudentSums::people),
                of.pairs(StudentSums::ai),
                of.figure(Ceiling::difference),
                of.figure(it -> it.graders().ordinalAlpha()),
                of.figure(it -> it.gradersAndAi().ordinalAlpha()));
    }

    /** Whether the AI agrees with people as well as they agree with each other. */
    public Standing standing() {
        return Standing.of(difference.interval());
    }

    private static OptionalDouble difference(StudentSums sums) {
        OptionalDouble people = sums.people().quadraticWeightedKappa();
        OptionalDouble ai = sums.ai().quadraticWeightedKappa();
        return people.isEmpty() || ai.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(ai.getAsDouble() - people.getAsDouble());
    }

    private record Estimator(StudentSums all, List<StudentSums> resamples) {

        private static Estimator of(List<StudentSums> students, Scale scale, long seed) {
            return new Estimator(
                    StudentSums.sum(students, scale),
                    StudentBootstrap.resamples(
                            students, drawn -> StudentSums.sum(drawn, scale), seed));
        }

        private Pairs pairs(Function<StudentSums, PairSums> pairs) {
            return new Pairs(
                    figure(it -> pairs.apply(it).share()),
                    figure(it -> pairs.apply(it).quadraticWeightedKappa()));
        }

        private Estimate figure(Function<StudentSums, OptionalDouble> figure) {
            OptionalDouble value = figure.apply(all);
            return new Estimate(
                    value,
                    StudentBootstrap.interval(resamples, figure).filter(_ -> value.isPresent()));
        }
    }
}
