package org.code.aiproxy.model;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Asks one model after another until one answers. */
@Component
public final class Fallback {

    private static final Logger LOG = LoggerFactory.getLogger(Fallback.class);

    private static final int MOST = 5;

    /** Names are logged; longer ones than any provider's, or with line ends, could hide lines. */
    private static final Pattern NAME = Pattern.compile("[^\\s\\p{C}\\p{Z}]{1,256}");

    private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");

    private final Counter fallbacks;

    Fallback(MeterRegistry meters) {
        this.fallbacks = meters.counter("aiproxy.fallbacks");
    }

    /**
     * The models that a request names, in the order in which they are to be asked.
     *
     * @throws ModelException.Unsupported when it names none, or too many, or what is no name
     */
    public static List<String> names(String models) {
        List<String> names =
                COMMA.splitAsStream(models.strip()).filter(name -> !name.isEmpty()).toList();
        if (names.isEmpty() || names.size() > MOST) {
            throw new ModelException.Unsupported(
                    "model", "must be one name, or up to %d with commas.".formatted(MOST));
        }
        if (!names.stream().allMatch(NAME.asMatchPredicate())) {
            throw new ModelException.Unsupported(
                    "model",
                    "must be a name of up to 256 characters, without spaces or control characters.");
        }
        return names;
    }

    /**
     * Asks a model, and the next one while a provider limits the rate, fails or takes too long. No
     * model gets more than its share of the time that is left, so that there is time for the next.
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
            } catch (ModelException.Unsupported e) {
                throw before.orElse(e);
            } catch (ModelException e) {
                if (left == 1 || !e.isWorthAnotherModel() || deadline.isOver()) {
                    throw e;
                }
                before = Optional.of(e);
                fallbacks.increment();
                LOG.warn("Going on to the next model: {}", e.summary());
            }
        }
    }
}
