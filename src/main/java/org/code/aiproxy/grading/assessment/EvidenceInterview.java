package org.code.aiproxy.grading.assessment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.code.aiproxy.grading.assessment.Assessment.EvidenceModel;
import org.code.aiproxy.grading.response.EvidenceReader;
import org.code.aiproxy.grading.rubric.Label;
import org.code.aiproxy.grading.spec.AssessmentField;
import org.code.aiproxy.grading.spec.AssessmentRequest;
import org.code.aiproxy.model.Adjustment;
import org.code.aiproxy.model.Completion;
import org.code.aiproxy.model.Message;
import org.code.aiproxy.model.ModelClient;
import org.code.aiproxy.model.ModelException;
import org.code.aiproxy.model.ModelRequest;
import org.code.aiproxy.model.ModelResponse;
import org.code.aiproxy.model.catalogue.Usage;
import org.code.aiproxy.processor.ProcessorQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a model that writes where a program shows what another model decided. The labels were paid
 * for, so whatever becomes of this leaves them as they are.
 */
final class EvidenceInterview {

    private static final Logger LOG = LoggerFactory.getLogger(EvidenceInterview.class);

    private final ModelClient client;
    private final AssessmentRequest request;
    private final ModelRequest question;
    private final ProcessorQueue processors;
    private final List<String> concepts;

    /**
     * What a model pointed at.
     *
     * @param asked the conversation
     * @param evidence by key concept, as the model wrote it
     * @param usage the tokens that it took
     * @param adjusted what was done otherwise than the request asks
     * @param outcome what became of it
     */
    record Result(
            List<Message> asked,
            SequencedMap<String, String> evidence,
            Usage usage,
            List<Adjustment> adjusted,
            EvidenceModel outcome) {}

    /**
     * @param question what it is asked, by when
     * @param labels the labels that were decided, by key concept
     */
    EvidenceInterview(
            ModelClient client,
            AssessmentRequest request,
            ModelRequest question,
            ProcessorQueue processors,
            SequencedMap<String, Label> labels) {
        this.client = client;
        this.request = request;
        this.question = question;
        this.processors = processors;
        this.concepts = List.copyOf(labels.keySet());
    }

    /** Asks; a model that can't be asked is a result, too. */
    Result run() {
        try {
            ModelResponse response = client.complete(question);
            processors.await();
            return read(response);
        } catch (ModelException e) {
            LOG.warn("No evidence by {}: {}", question.model(), e.summary());
            return new Result(
                    question.messages(),
                    new LinkedHashMap<>(),
                    Usage.NONE,
                    List.of(),
                    outcome(Optional.of(inWords(e))));
        }
    }

    /** What is said of a field follows its name. */
    private static String inWords(ModelException fault) {
        String message = String.valueOf(fault.getMessage());
        return fault instanceof ModelException.Unsupported
                ? "`%s` %s".formatted(AssessmentField.EVIDENCE_MODEL.text(), message)
                : message;
    }

    private Result read(ModelResponse response) {
        EvidenceReader reader =
                new EvidenceReader(request.spec().rubric(), concepts, request.program().code());
        SequencedMap<String, String> evidence = new LinkedHashMap<>();
        for (Completion completion : response.completions()) {
            reader.read(completion).forEach(evidence::putIfAbsent);
        }
        return new Result(
                question.messages(),
                evidence,
                response.usage(),
                response.adjusted(),
                outcome(problem(evidence)));
    }

    private Optional<String> problem(SequencedMap<String, String> evidence) {
        List<String> missing = concepts.stream().filter(it -> !evidence.containsKey(it)).toList();
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of("it has no row for: " + String.join(", ", missing));
    }

    private EvidenceModel outcome(Optional<String> problem) {
        return new EvidenceModel(question.model(), problem);
    }
}
