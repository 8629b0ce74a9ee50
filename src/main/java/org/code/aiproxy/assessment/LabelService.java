package org.code.aiproxy.assessment;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.code.aiproxy.assessment.Assessment.Echo;
import org.code.aiproxy.assessment.Assessment.Metadata;
import org.code.aiproxy.completion.CompletionReader;
import org.code.aiproxy.completion.Reading;
import org.code.aiproxy.consensus.Consensus;
import org.code.aiproxy.model.Deadline;
import org.code.aiproxy.model.ModelClient;
import org.code.aiproxy.model.ModelException;
import org.code.aiproxy.model.ModelRequest;
import org.code.aiproxy.model.ModelResponse;
import org.code.aiproxy.model.ModelRouter;
import org.code.aiproxy.model.Usage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Labels a program: asks a model, reads what it says, holds it to the rubric, and votes. */
@Service
public class LabelService {

    private static final Logger LOG = LoggerFactory.getLogger(LabelService.class);

    private static final String STUDENT = "student";

    private final ModelRouter models;
    private final Duration budget;

    LabelService(ModelRouter models, AssessmentProperties properties) {
        this.models = models;
        this.budget = properties.budget();
    }

    /**
     * Assesses one program; blocks until the model has answered.
     *
     * @throws ModelException when the model can't be asked, or gives no answer
     * @throws UnusableResponseException when nothing that it says can be used
     */
    public Assessment assess(AssessmentRequest request) {
        long start = System.nanoTime();
        ModelClient client = models.clientFor(request.model());
        Assessment assessment =
                request.programToGrade().isBlank()
                        ? ofBlankProgram(request, start)
                        : askAndRead(client, request, start);
        Metadata metadata = assessment.metadata();
        LOG.info(
                "Assessed {} key concepts: agent={} model={} responses={} tokens={} seconds={}",
                assessment.data().size(),
                metadata.agent(),
                request.model(),
                request.responses(),
                metadata.usage().totalTokens(),
                metadata.time());
        return assessment;
    }

    private Assessment askAndRead(ModelClient client, AssessmentRequest request, long start) {
        ModelRequest question = request.modelRequest(Deadline.in(budget));
        ModelResponse response = client.complete(question);
        List<Reading.Usable> usable = usable(response, request);
        List<AssessedConcept> data =
                Consensus.of(request.prompt().rubric().names(), usable).stream()
                        .map(AssessedConcept::of)
                        .toList();
        Echo echo =
                new Echo(
                        question.model(),
                        question.temperature(),
                        question.responses(),
                        question.messages());
        return new Assessment(
                metadata(client.agent(request.model()), start, response.usage(), echo), data);
    }

    /** What can be used of the responses; what can't is left out as long as one can. */
    private static List<Reading.Usable> usable(ModelResponse response, AssessmentRequest request) {
        CompletionReader reader = new CompletionReader(request.format(), request.prompt().rubric());
        List<Reading.Usable> usable = new ArrayList<>();
        List<Reading.Unusable> unusable = new ArrayList<>();
        for (Reading reading : response.completions().stream().map(reader::read).toList()) {
            switch (reading) {
                case Reading.Usable one -> usable.add(one);
                case Reading.Unusable other -> unusable.add(other);
            }
        }
        if (usable.isEmpty()) {
            throw new UnusableResponseException(unusable);
        }
        unusable.forEach(
                one -> LOG.warn("Left out a response of {}: {}", request.model(), one.problem()));
        return usable;
    }

    private static Assessment ofBlankProgram(AssessmentRequest request, long start) {
        Echo echo =
                new Echo(request.model(), request.temperature(), request.responses(), List.of());
        return new Assessment(
                metadata("static", start, Usage.NONE, echo),
                request.prompt().rubric().names().stream()
                        .map(AssessedConcept::ofBlankProgram)
                        .toList());
    }

    private static Metadata metadata(String agent, long start, Usage usage, Echo echo) {
        double seconds = Duration.ofNanos(System.nanoTime() - start).toMillis() / 1000.0;
        return new Metadata(agent, seconds, STUDENT, usage, echo);
    }
}
