package org.code.aiproxy.rubrictester.experiment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.code.aiproxy.grading.assessment.LabelService;
import org.code.aiproxy.grading.spec.AssessmentRequest;
import org.code.aiproxy.grading.spec.AssessmentSpec;
import org.code.aiproxy.grading.spec.AssessmentSpecs;
import org.code.aiproxy.grading.spec.InvalidFieldException;
import org.code.aiproxy.model.ModelClient;
import org.code.aiproxy.model.ModelException;
import org.code.aiproxy.model.ModelRequest;
import org.code.aiproxy.model.catalogue.ModelPrice;
import org.code.aiproxy.model.catalogue.Tier;
import org.code.aiproxy.model.catalogue.Usage;
import org.code.aiproxy.model.decision.DecisionClient;
import org.code.aiproxy.model.routing.ModelRouter;
import org.code.aiproxy.rubrictester.dataset.InvalidDataException;
import org.code.aiproxy.rubrictester.dataset.LessonDataset;
import org.code.aiproxy.rubrictester.dataset.StudentProgram;
import org.code.aiproxy.rubrictester.experiment.Grader.Labelling;

/** Runs an experiment over a dataset, lesson by lesson, with the service's own parts. */
public final class ExperimentRun {

    /** What a student's labels take, to compare prices by. */
    private static final Usage TYPICAL = new Usage(4000, 1000);

    private final Service service;
    private final RunSettings settings;
    private final StopSignal stop;
    private final RunListener listener;
    private final Spending spending = new Spending();

    /**
     * The service's own parts.
     *
     * @param specs reads what is wanted
     * @param labels answers them
     * @param models knows the models
     */
    public record Service(AssessmentSpecs specs, LabelService labels, ModelRouter models) {}

    public ExperimentRun(
            Service service, RunSettings settings, StopSignal stop, RunListener listener) {
        this.service = service;
        this.settings = settings;
        this.stop = stop;
        this.listener = listener;
    }

    /**
     * What a lesson will take, without asking a model: programs with a cached response that counts
     * take nothing.
     *
     * @param cache where responses are kept
     * @throws InvalidDataException when its parameters can't be used
     */
    public RunEstimate estimate(
            LessonExperiment experiment, LessonDataset dataset, ResponseCache cache) {
        KeptResponses kept = new KeptResponses(experiment, cache, settings, (_, _) -> {});
        List<AssessmentRequest> requests =
                dataset.programs().stream()
                        .filter(program -> program.problem().isEmpty())
                        .filter(program -> kept.find(program).isEmpty())
                        .map(it -> request(experiment, it))
                        .toList();
        List<ModelRequest> questions =
                requests.stream().flatMap(it -> service.labels().question(it).stream()).toList();
        Optional<String> evidenceModel = evidenceModel(experiment);
        if (spec(experiment).choice().cascade().isEmpty() && evidenceModel.isEmpty()) {
            return estimate(experiment, questions, model(experiment), price(experiment));
        }
        // At most: as if every model were asked about everything.
        List<String> labelling =
                spec(experiment).choice().cascade().isEmpty()
                        ? List.of(model(experiment))
                        : models(experiment);
        return Stream.concat(labelling.stream(), evidenceModel.stream())
                .map(model ->
                        estimate(
                                experiment,
                                questions,
                                model,
                                client(experiment, model).price(model)))
                .reduce(RunEstimate::plus)
                .orElseThrow();
    }

    private RunEstimate estimate(
            LessonExperiment experiment,
            List<ModelRequest> questions,
            String model,
            Optional<ModelPrice> price) {
        // Models that decide do so once, and write nothing.
        boolean decides = client(experiment, model) instanceof DecisionClient;
        return RunEstimate.of(
                questions.stream().map(it -> decides ? it.withResponses(1) : it).toList(),
                decides ? 0 : spec(experiment).conceptsToAsk().size(),
                client(experiment, model).card(model),
                price,
                settings.workers());
    }

    /**
     * Labels a lesson's programs; blocks until all are done, or those that were in flight when the
     * signal to stop came.
     *
     * @param cache where responses are kept
     * @param estimate what it is expected to take
     * @throws InvalidDataException when its parameters can't be used
     */
    public LessonResult label(
            LessonExperiment experiment,
            String datasetName,
            LessonDataset dataset,
            ResponseCache cache,
            RunEstimate estimate) {
        Instant begun = Clock.systemUTC().instant();
        long start = System.nanoTime();
        if (!stop.isGiven()) {
            listener.begins(experiment, dataset.programs().size());
        }
        Optional<ModelPrice> price = price(experiment);
        Grader grader =
                new Grader(
                        new Labelling(service.specs(), service.labels(), price, spending),
                        experiment,
                        cache,
                        new KeptResponses(experiment, cache, settings, listener::notesOf),
                        new Pace(stop));
        List<StudentResult> results =
                new LessonRun(grader, settings, stop, spending, listener).label(dataset.programs());
        listener.ends();
        return new LessonResult(
                experiment,
                datasetName,
                dataset,
                results,
                model(experiment),
                price,
                estimate,
                begun,
                Duration.ofNanos(System.nanoTime() - start));
    }

    /** What the run has paid so far. */
    public Spending spending() {
        return spending;
    }

    /**
     * What the lesson's model costs: what the command line says, or else the catalogue. Of several
     * models, any of which may answer, it is the dearest; unknown where one's price is.
     */
    private Optional<ModelPrice> price(LessonExperiment experiment) {
        if (settings.prices().isPresent()) {
            String modelId = client(experiment, model(experiment)).modelId(model(experiment));
            return settings.prices().map(it -> new ModelPrice(it, Tier.STANDARD, modelId));
        }
        return unpriced(experiment).isEmpty()
                ? paid(experiment)
                        .flatMap(model -> client(experiment, model).price(model).stream())
                        .max(Comparator.comparing(price -> price.usd(TYPICAL)))
                : Optional.empty();
    }

    /** Models of a lesson whose price is unknown. */
    public List<String> unpriced(LessonExperiment experiment) {
        return settings.prices().isPresent()
                ? List.of()
                : paid(experiment)
                        .filter(model -> client(experiment, model).price(model).isEmpty())
                        .toList();
    }

    /**
     * The models of a lesson, in the order in which they are asked.
     *
     * @throws InvalidDataException when its parameters can't be used
     */
    public List<String> models(LessonExperiment experiment) {
        return spec(experiment).choice().models();
    }

    /** All that may be asked. */
    private Stream<String> paid(LessonExperiment experiment) {
        return Stream.concat(models(experiment).stream(), evidenceModel(experiment).stream());
    }

    /** Who is asked for evidence; empty where no model decides, since others give it themselves. */
    private Optional<String> evidenceModel(LessonExperiment experiment) {
        return spec(experiment)
                .choice()
                .evidenceModel()
                .filter(_ ->
                        models(experiment).stream()
                                .anyMatch(it -> client(experiment, it) instanceof DecisionClient));
    }

    private ModelClient client(LessonExperiment experiment, String model) {
        try {
            return service.models().clientFor(model);
        } catch (ModelException.Unsupported e) {
            throw invalid(experiment, e.field(), e);
        }
    }

    private String model(LessonExperiment experiment) {
        return spec(experiment).choice().model();
    }

    private AssessmentRequest request(LessonExperiment experiment, StudentProgram program) {
        try {
            return spec(experiment).forProgram(program.code());
        } catch (InvalidFieldException e) {
            throw invalid(experiment, e.field(), e);
        }
    }

    private AssessmentSpec spec(LessonExperiment experiment) {
        try {
            return service.specs().of(experiment.spec());
        } catch (InvalidFieldException e) {
            throw invalid(experiment, e.field(), e);
        }
    }

    private static InvalidDataException invalid(
            LessonExperiment experiment, String field, RuntimeException fault) {
        return new InvalidDataException(
                "The experiment's lesson %s can't be run: `%s` %s"
                        .formatted(experiment.id(), field, fault.getMessage()),
                fault);
    }
}
