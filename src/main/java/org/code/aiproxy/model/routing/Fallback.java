package org.code.aiproxy.model.routing;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.code.aiproxy.model.Deadline;
import org.code.aiproxy.model.ModelException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks one model after another until one answers. */
public final class Fallback {

    private static final Logger LOG = LoggerFactory.getLogger(Fallback.class);

    private final Counter fallbacks;

    /**
     * @param meters told of each next model
     */
    public Fallback(MeterRegistry meters) {
        this.fallbacks = meters.counter("aiproxy.fallbacks");
    }

    /**
     * Asks a model, and the next one while a provider has no key, limits the rate, fails or takes
     * too long. No model gets more than its share of the time that is left, so that there is time
     * for the next.
     *
     * @param models at least one
     * @param ask asks a model that has to answer by the deadline given
     * @throws ModelException the last one's that was asked, or one that no other model can mend.
     *     Where a further model can't do what is asked, it is no help, and the fault before counts.
     */
    public <T> T firstAnswer(
            List<String> models, Deadline deadline, BiFunction<String, Deadline, T> ask) {
        Optional<ModelException> before = Optional.empty();
        for (int i = 0; ; i++) {
            int left = models.size() - i;
            try {
                return ask.apply(models.get(i), deadline.share(left));
            } catch (ModelException e) {
                boolean isUnsupported = e instanceof ModelException.Unsupported;
                if (left == 1 || !e.failure().isWorthAnotherModel() || deadline.isOver()) {
                    throw isUnsupported ? before.orElse(e) : e;
                }
                before = isUnsupported ? before.or(() -> Optional.of(e)) : Optional.of(e);
                fallbacks.increment();
                LOG.warn("Falling back to the next model: {}", e.summary());
            }
        }
    }
}
