package org.code.aiproxy.grading.assessment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.code.aiproxy.grading.response.CompletionReader;
import org.code.aiproxy.grading.response.Reading;
import org.code.aiproxy.grading.rubric.Label;
import org.code.aiproxy.grading.spec.AssessmentRequest;
import org.code.aiproxy.grading.voting.AdaptiveVoting;
import org.code.aiproxy.grading.voting.Vote;
import org.code.aiproxy.model.Completion;
import org.code.aiproxy.model.Message;
import org.code.aiproxy.model.ModelClient;
import org.code.aiproxy.model.ModelException;
import org.code.aiproxy.model.ModelRequest;
import org.code.aiproxy.model.ModelResponse;
import org.code.aiproxy.processor.ProcessorQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a model until each key concept has a vote: for all responses at once, or in steps while the
 * outcome depends on more; and once again for what no response can be used for.
 */
final class Interview {

    private static final Logger LOG = LoggerFactory.getLogger(Interview.class);

    private static final String NO_ANSWER = "(no answer)";

    private final ModelClient client;
    private final AssessmentRequest request;
    private final ModelRequest question;
    private final ProcessorQueue processors;
    private final Consumer<ModelAnswer> heard;

    /**
     * What an interview brought.
     *
     * @param model who was asked
     * @param asked the conversation
     * @param answer all that it said to the question
     * @param again what it said when it was asked again; nothing, mostly
     * @param votes on each key concept, in the rubric's order
     * @param probabilities of each label for each key concept, where the model gives some
     */
    record Result(
            String model,
            List<Message> asked,
            ModelAnswer answer,
            List<ModelAnswer> again,
            List<Vote> votes,
            SequencedMap<String, SequencedMap<Label, Double>> probabilities) {

        Result {
            asked = List.copyOf(asked);
            again = List.copyOf(again);
            votes = List.copyOf(votes);
        }

        /** All that was paid for. */
        ModelAnswer everything() {
            return again.stream().reduce(answer, ModelAnswer::plus);
        }
    }

    /**
     * @param heard told of each answer, which was paid for whatever becomes of the interview
     */
    Interview(
            ModelClient client,
            AssessmentRequest request,
            ModelRequest question,
            ProcessorQueue processors,
            Consumer<ModelAnswer> heard) {
        this.client = client;
        this.request = request;
        this.question = question;
        this.processors = processors;
        this.heard = heard;
    }

    /**
     * Asks.
     *
     * @param reask whether to ask again for what no response can be used for
     * @throws ModelException when the model can't be asked
     * @throws UnusableResponseException when a key concept is left without a vote
     */
    Result run(boolean reask) {
        List<String> concepts = request.spec().conceptsToAsk();
        ModelAnswer answer = request.spec().choice().adaptive() ? inSteps(concepts) : ask(question);
        List<Vote> votes = answer.votes(concepts);
        if (votes.size() == concepts.size()) {
            return result(answer, List.of(), votes);
        }
        if (!reask) {
            throw new UnusableResponseException(answer);
        }
        return again(answer, votes, concepts);
    }

    private ModelAnswer inSteps(List<String> concepts) {
        int wanted = question.responses();
        int step = AdaptiveVoting.first(wanted);
        ModelAnswer answer = ask(question.withResponses(step));
        int left = wanted - step;
        while (left > 0) {
            step = AdaptiveVoting.next(answer.votes(concepts), left);
            if (step == 0) {
                return answer;
            }
            left -= step;
            try {
                answer = answer.plus(ask(question.withResponses(step)));
            } catch (ModelException e) {
                // What was said before was paid for, and can be enough.
                LOG.warn("Continuing without the remaining responses: {}", e.summary());
                return answer;
            }
        }
        return answer;
    }

    private Result again(ModelAnswer answer, List<Vote> votes, List<String> concepts) {
        List<String> voted = votes.stream().map(Vote::keyConcept).toList();
        List<String> missing = concepts.stream().filter(it -> !voted.contains(it)).toList();
        ModelAnswer again = read(complete(secondQuestion(answer, missing)), missing);
        List<Vote> all = new ArrayList<>(votes);
        all.addAll(again.votes(missing));
        if (all.size() < concepts.size()) {
            throw new UnusableResponseException(answer.plus(again));
        }
        return result(answer, List.of(again), all);
    }

    private Result result(ModelAnswer answer, List<ModelAnswer> again, List<Vote> votes) {
        return new Result(
                question.model(),
                question.messages(),
                answer,
                again,
                votes,
                Collections.emptySortedMap());
    }

    private ModelAnswer ask(ModelRequest asked) {
        return read(complete(asked), request.spec().conceptsToAsk());
    }

    private ModelAnswer read(ModelResponse response, List<String> concepts) {
        ModelAnswer answer = ModelAnswer.read(response, reader(concepts));
        answer.unusable().forEach(one -> LOG.debug("Unusable response: {}", one.problem()));
        heard.accept(answer);
        if (answer.isWithheld()) {
            throw new ModelException.Filtered(
                    client.agent(question.model()),
                    "the answer ends with content_filter, or is a refusal.");
        }
        return answer;
    }

    /** Providers answer many at once; what follows is computing. */
    private ModelResponse complete(ModelRequest asked) {
        ModelResponse response = client.complete(asked);
        processors.await();
        return response;
    }

    private CompletionReader reader(List<String> concepts) {
        return new CompletionReader(request.spec().rubric(), concepts, request.program().code());
    }

    /** There is nothing to correct in an answer that had no room. */
    private ModelRequest secondQuestion(ModelAnswer answer, List<String> missing) {
        return answer.lacksRoom()
                ? question.withMoreRoom().withResponses(1)
                : correction(answer, missing);
    }

    /** The conversation so far, with what is wrong with the answer and what is still wanted. */
    private ModelRequest correction(ModelAnswer answer, List<String> missing) {
        Reading.Unusable first = answer.unusable().getFirst();
        Completion said = answer.completions().get(answer.readings().indexOf(first));
        String text = said.text().isBlank() ? NO_ANSWER : said.text();
        String wanted =
                """
                Your answer can't be used: %s. Answer again in the same format, with one row for \
                each of these key concepts and no others: %s. Each label must be one of Extensive \
                Evidence, Convincing Evidence, Limited Evidence, No Evidence. Write nothing else.\
                """
                        .formatted(first.problem(), String.join("; ", missing));
        List<Message> messages =
                Stream.concat(
                                question.messages().stream(),
                                Stream.of(Message.assistant(text), Message.user(wanted)))
                        .toList();
        // The same schema, too: providers cache it before the messages.
        return question.asking(messages).withResponses(1);
    }
}
