package org.code.aiproxy.grading.spec;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.code.aiproxy.model.ModelException;
import org.code.aiproxy.model.ResponseFormat;
import org.code.aiproxy.model.catalogue.Effort;
import org.code.aiproxy.model.routing.ModelNames;

/**
 * Which model is asked, and how.
 *
 * @param models their names, with the provider's prefix; each but the first is asked only where
 *     those before it can't answer. None of them means the service's own choice
 * @param responses how many responses vote, 1 to 10
 * @param adaptive whether to ask for no more of them than the outcome depends on
 * @param temperature how freely the model samples, 0 to 2
 * @param effort how long the model thinks before it answers, if the request says
 * @param format what the prompt asks the model to answer in
 * @param cascade how sure each model has to be, where they are asked one after another rather than
 *     in place of each other
 * @param evidenceModel who is asked for evidence of the labels that a model decided, if anyone
 */
public record ModelChoice(
        List<String> models,
        int responses,
        boolean adaptive,
        double temperature,
        Optional<Effort> effort,
        ResponseFormat format,
        Optional<Cascade> cascade,
        Optional<String> evidenceModel) {

    static final FieldKind.Whole RESPONSES = new FieldKind.Whole(1, 10, 1);
    static final FieldKind.Decimal TEMPERATURE =
            new FieldKind.Decimal(0, 2, OptionalDouble.of(0.2));

    /** What counts where a request says nothing. */
    public static final ModelChoice USUAL =
            new ModelChoice(
                    List.of(),
                    RESPONSES.usual(),
                    false,
                    TEMPERATURE.usual().orElseThrow(),
                    Optional.empty(),
                    ResponseFormat.TSV);

    /**
     * @throws InvalidFieldException for a number that is out of its range
     */
    public ModelChoice {
        models = List.copyOf(models);
        if (!RESPONSES.has(responses)) {
            throw AssessmentField.NUM_RESPONSES.isNot();
        }
        if (!TEMPERATURE.has(temperature)) {
            throw AssessmentField.TEMPERATURE.isNot();
        }
    }

    /** One model, or several of which the next is asked where one can't answer. */
    public ModelChoice(
            List<String> models,
            int responses,
            boolean adaptive,
            double temperature,
            Optional<Effort> effort,
            ResponseFormat format) {
        this(
                models,
                responses,
                adaptive,
                temperature,
                effort,
                format,
                Optional.empty(),
                Optional.empty());
    }

    /** The same as a cascade, if there is one. */
    public ModelChoice with(Optional<Cascade> steps) {
        return new ModelChoice(
                steps.map(Cascade::models).orElse(models),
                responses,
                adaptive,
                temperature,
                effort,
                format,
                steps,
                evidenceModel);
    }

    /**
     * The same with a model that is asked for evidence, if one is named.
     *
     * @throws InvalidFieldException when it isn't one name
     */
    public ModelChoice withEvidenceOf(Optional<String> name) {
        return new ModelChoice(
                models,
                responses,
                adaptive,
                temperature,
                effort,
                format,
                cascade,
                name.map(ModelChoice::one));
    }

    private static String one(String name) {
        try {
            List<String> names = ModelNames.parse(name);
            if (names.size() == 1) {
                return names.getFirst();
            }
        } catch (ModelException.Unsupported e) {
            // Its message is about the field `model`.
        }
        throw AssessmentField.EVIDENCE_MODEL.mustBe("the name of one model");
    }

    /** The model that is asked first. */
    public String model() {
        return models.getFirst();
    }

    /** The same of other models. */
    ModelChoice of(List<String> others) {
        return new ModelChoice(
                others, responses, adaptive, temperature, effort, format, cascade, evidenceModel);
    }
}
