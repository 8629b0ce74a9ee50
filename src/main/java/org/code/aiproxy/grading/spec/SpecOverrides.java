package org.code.aiproxy.grading.spec;

import java.util.List;
import java.util.Optional;
import org.code.aiproxy.model.catalogue.Effort;
import org.code.aiproxy.model.routing.ModelNames;

/**
 * What counts in place of a lesson's own parameters, where it is there.
 *
 * @param models the models' names
 * @param responses how many responses vote
 * @param temperature how freely the model samples
 * @param effort how long the model thinks before it answers
 * @param removeComments whether the model sees the program without comments
 */
public record SpecOverrides(
        List<String> models,
        Optional<Integer> responses,
        Optional<Double> temperature,
        Optional<Effort> effort,
        Optional<Boolean> removeComments) {

    public static final SpecOverrides NONE =
            new SpecOverrides(
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());

    public SpecOverrides {
        models = List.copyOf(models);
    }

    /** The same with another model, if one is named. */
    public SpecOverrides withModel(Optional<String> model) {
        return new SpecOverrides(names(model), responses, temperature, effort, removeComments);
    }

    /** The same with another number of responses. */
    public SpecOverrides withResponses(Optional<Integer> other) {
        return new SpecOverrides(models, other, temperature, effort, removeComments);
    }

    /**
     * Reads them from fields.
     *
     * @throws InvalidFieldException for a value that can't be used
     */
    public static SpecOverrides of(RequestFields fields) {
        return new SpecOverrides(
                names(fields.text(AssessmentField.MODEL)),
                fields.whole(AssessmentField.NUM_RESPONSES),
                fields.decimal(AssessmentField.TEMPERATURE),
                effort(fields.word(AssessmentField.REASONING_EFFORT)),
                fields.flag(AssessmentField.REMOVE_COMMENTS));
    }

    /** The models that a text lists; none where there is no text. */
    static List<String> names(Optional<String> models) {
        return models.map(ModelNames::parse).orElse(List.of());
    }

    /**
     * The effort of that name.
     *
     * @throws InvalidFieldException for a word that isn't one
     */
    public static Optional<Effort> effort(Optional<String> word) {
        return word.map(
                it -> Effort.parse(it).orElseThrow(AssessmentField.REASONING_EFFORT::isNot));
    }

    ModelChoice over(ModelChoice own) {
        return new ModelChoice(
                models.isEmpty() ? own.models() : models,
                responses.orElse(own.responses()),
                own.adaptive(),
                temperature.orElse(own.temperature()),
                effort.or(own::effort),
                own.format(),
                models.isEmpty() ? own.cascade() : Optional.empty(),
                own.evidenceModel());
    }

    Layout over(Layout own) {
        return new Layout(removeComments.orElse(own.removeComments()), own.plain());
    }
}
