package org.code.aiproxy.provider.adaptation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.code.aiproxy.model.ModelException;
import org.code.aiproxy.model.catalogue.ModelCard;
import org.code.aiproxy.model.catalogue.Parameter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks one provider's models in the form that each takes. Where a provider refuses a parameter, the
 * call is made again without it, and the next calls leave it out from the start.
 */
public final class Adaptation {

    private static final Logger LOG = LoggerFactory.getLogger(Adaptation.class);

    /**
     * A model or a server can learn something as well: what was refused is tried again after it.
     */
    private static final Duration MEMORY = Duration.ofDays(1);

    private static final int MOST_MODELS = 1_000;

    /** More than all parameters together; only a provider that contradicts itself gets so far. */
    private static final int MOST_REFUSALS = 12;

    /** A refusal comes at once; whoever waits longer waits for an answer. */
    private static final Duration PATIENCE_WITH_UNKNOWN = Duration.ofSeconds(5);

    /** The catalogue is seldom wrong. */
    private static final Duration PATIENCE_WITH_KNOWN = Duration.ofSeconds(2);

    private static final String OTHER = "other";

    private final Conventions conventions;
    private final MeterRegistry meters;
    private final Cache<Asked.Subject, RequestShape> learnt;
    private final FirstCalls firstCalls;
    private final ReentrantLock learning = new ReentrantLock();

    Adaptation(Conventions conventions, MeterRegistry meters, Ticker ticker) {
        this.conventions = conventions;
        this.meters = meters;
        this.learnt =
                Caffeine.newBuilder()
                        .maximumSize(MOST_MODELS)
                        .expireAfterWrite(MEMORY)
                        .ticker(ticker)
                        .build();
        this.firstCalls = new FirstCalls(MEMORY, ticker);
    }

    /**
     * Makes a call, again in another form for each parameter that is refused.
     *
     * @param asked what is asked for
     * @param call makes the call in a form; it has to see to its own time limit
     * @throws ModelException the call's own; a refusal where no other form is left
     */
    public <T> T ask(Asked asked, Function<RequestShape, T> call) {
        if (asked.parameters().isEmpty()) {
            // There is nothing in it to refuse, nor to wait for.
            return call.apply(shape(asked.subject()));
        }
        Duration patience =
                asked.subject().card().isPresent() ? PATIENCE_WITH_KNOWN : PATIENCE_WITH_UNKNOWN;
        try (FirstCalls.Ticket ticket = firstCalls.enter(asked, patience)) {
            T answer = mending(asked.subject(), call, ticket);
            ticket.succeeded();
            return answer;
        }
    }

    private <T> T mending(
            Asked.Subject subject, Function<RequestShape, T> call, FirstCalls.Ticket ticket) {
        for (int refusals = 0; ; refusals++) {
            RequestShape shape = shape(subject);
            try {
                return call.apply(shape);
            } catch (ModelException.Refused e) {
                boolean mended =
                        e.isOfParameters() && refusals < MOST_REFUSALS && learn(subject, shape, e);
                if (!mended) {
                    throw e;
                }
                ticket.goesAgain();
            }
        }
    }

    private RequestShape shape(Asked.Subject subject) {
        RequestShape known = learnt.getIfPresent(subject);
        return known != null
                ? known
                : RequestShape.of(subject.card(), subject.effort(), conventions);
    }

    /** Whether there is another form to try now. */
    private boolean learn(Asked.Subject subject, RequestShape used, ModelException.Refused fault) {
        learning.lock();
        try {
            if (!shape(subject).equals(used)) {
                // Another call was refused meanwhile, and this one can use what it learnt.
                return true;
            }
            Optional<Refusal> refusal = RefusalReader.read(fault.reason(), fault.parameter());
            Optional<RequestShape> mended =
                    refusal.flatMap(new Mending(used, conventions.provider())::after);
            mended.ifPresent(shape -> {
                learnt.put(subject, shape);
                tell(subject, refusal.orElseThrow().parameter(), shape);
            });
            return mended.isPresent();
        } finally {
            learning.unlock();
        }
    }

    private void tell(Asked.Subject subject, Parameter parameter, RequestShape shape) {
        shape.adjustments(Set.of(parameter))
                .forEach(note ->
                        LOG.info(
                                "{} rejects {} for {}; from now on it is {}.",
                                conventions.provider(),
                                parameter.wireName(),
                                subject.model(),
                                note.change()));
        meters.counter(
                        "aiproxy.parameters.refused",
                        "provider",
                        conventions.id(),
                        "model",
                        subject.card().map(ModelCard::id).orElse(OTHER),
                        "parameter",
                        parameter.wireName())
                .increment();
    }
}
