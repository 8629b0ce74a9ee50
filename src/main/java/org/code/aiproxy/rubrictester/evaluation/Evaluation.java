package org.code.aiproxy.rubrictester.evaluation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.code.aiproxy.grading.assessment.Assessment.EvidenceCounts;
import org.code.aiproxy.grading.rubric.Label;
import org.code.aiproxy.model.Adjustment;
import org.code.aiproxy.rubrictester.experiment.GradedProgram.GradedConcept;
import org.code.aiproxy.rubrictester.experiment.LessonResult;
import org.code.aiproxy.rubrictester.experiment.StudentResult.Graded;
import org.code.aiproxy.rubrictester.statistics.Figures;
import org.code.aiproxy.rubrictester.statistics.Percentiles;
import org.code.aiproxy.rubrictester.statistics.Rating;
import org.code.aiproxy.rubrictester.statistics.Scale;
import org.code.aiproxy.rubrictester.statistics.VoteFigures;
import org.code.aiproxy.rubrictester.statistics.VotedRating;
import org.code.aiproxy.rubrictester.statistics.calibration.Forecast;
import org.code.aiproxy.rubrictester.statistics.ceiling.Ceilings;
import org.code.aiproxy.rubrictester.statistics.ceiling.Judgement;
import org.code.aiproxy.rubrictester.statistics.selective.ScoredLabel;

/**
 * A lesson's result with all figures, of which each report shows some. Students without labels are
 * in no figure; how many they are stands beside it.
 *
 * @param result what was labelled, and how
 * @param ratings the AI's labels beside people's; none for a dataset that no one labelled
 * @param votes those of them that several responses voted on, or one
 * @param exact how well the AI agrees with people, label by label
 * @param passFail how well it agrees whether a program passes
 */
public record Evaluation(
        LessonResult result,
        List<Rating> ratings,
        List<VotedRating> votes,
        Figures exact,
        Figures passFail) {

    /** Of the bootstrap: any number, but always the same. */
    private static final long SEED = 20_260;

    public Evaluation {
        ratings = List.copyOf(ratings);
        votes = List.copyOf(votes);
    }

    /** Evaluates a result. */
    public static Evaluation of(LessonResult result) {
        List<Rating> ratings = new ArrayList<>();
        List<VotedRating> votes = new ArrayList<>();
        for (Graded student : result.graded()) {
            Map<String, Label> people = result.dataset().labelsOf(student.student());
            for (GradedConcept concept : student.program().concepts()) {
                Label label = people.get(concept.keyConcept());
                if (label != null) {
                    Rating rating =
                            new Rating(
                                    student.student(),
                                    concept.keyConcept(),
                                    label,
                                    concept.label());
                    ratings.add(rating);
                    if (!concept.votes().isEmpty()) {
                        votes.add(new VotedRating(rating, concept.votes()));
                    }
                }
            }
        }
        List<String> concepts = result.experiment().rubric().names();
        return new Evaluation(
                result,
                ratings,
                votes,
                Figures.of(concepts, ratings, Scale.EXACT, SEED),
                Figures.of(concepts, ratings, Scale.PASS_FAIL, SEED));
    }

    /** How well the AI agrees with people. */
    public Figures figures(Scale scale) {
        return switch (scale) {
            case EXACT -> exact;
            case PASS_FAIL -> passFail;
        };
    }

    /** How well people agree with each other, of the labels that the AI gave too. */
    public Ceilings ceilings(Scale scale) {
        return Ceilings.of(
                result.experiment().rubric().names(),
                ratings.stream()
                        .map(it ->
                                new Judgement(
                                        it.student(),
                                        it.keyConcept(),
                                        result.dataset().labelsOf(it.student(), it.keyConcept()),
                                        it.ai()))
                        .toList(),
                scale,
                SEED);
    }

    /** What the votes tell. */
    public VoteFigures voteFigures(Scale scale) {
        return VoteFigures.of(votes, scale);
    }

    /** The labels of which the AI says how probable they are. */
    public List<Forecast> forecasts() {
        Map<String, Map<String, Map<Label, Double>>> likelihoods = new HashMap<>();
        for (Graded student : result.graded()) {
            Map<String, Map<Label, Double>> own = new HashMap<>();
            student.program()
                    .concepts()
                    .forEach(concept -> own.put(concept.keyConcept(), concept.likelihood()));
            likelihoods.put(student.student(), own);
        }
        return ratings.stream()
                .map(rating ->
                        Map.entry(
                                rating,
                                likelihoods
                                        .getOrDefault(rating.student(), Map.of())
                                        .getOrDefault(rating.keyConcept(), Map.of())))
                .filter(it -> it.getValue().containsKey(it.getKey().ai()))
                .map(it -> new Forecast(it.getKey(), it.getValue()))
                .toList();
    }

    /** The same, as far as it matters to which labels need no person. */
    public List<ScoredLabel> scored() {
        return forecasts().stream()
                .map(it ->
                        new ScoredLabel(
                                it.rating().student(),
                                it.rating().keyConcept(),
                                it.confidence(),
                                it.isRight()))
                .toList();
    }

    /** How long labelling a program took; none where no model was asked. */
    public Optional<Percentiles> latencies() {
        return Percentiles.of(
                result.graded().stream()
                        .map(it -> Duration.ofMillis((long) (it.program().seconds() * 1000)))
                        .toList());
    }

    /** What became of the evidence in all responses together. */
    public EvidenceCounts evidence() {
        List<EvidenceCounts> all =
                result.graded().stream().map(it -> it.program().evidence()).toList();
        return new EvidenceCounts(
                all.stream().mapToInt(EvidenceCounts::items).sum(),
                all.stream().mapToInt(EvidenceCounts::corrected).sum(),
                all.stream().mapToInt(EvidenceCounts::unverified).sum());
    }

    /** What was done otherwise than the parameters ask, for any program. */
    public List<Adjustment> adjusted() {
        return result.graded().stream()
                .flatMap(it -> it.program().adjusted().stream())
                .distinct()
                .toList();
    }

    /** How many responses came and could not be used. */
    public int invalidResponses() {
        return result.graded().stream().mapToInt(it -> it.program().responses().invalid()).sum()
                + result.failed().stream().mapToInt(it -> it.rawResponses().size()).sum();
    }
}
