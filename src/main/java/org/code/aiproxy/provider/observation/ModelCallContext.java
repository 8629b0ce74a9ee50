package org.code.aiproxy.provider.observation;

import io.micrometer.observation.transport.Kind;
import io.micrometer.observation.transport.SenderContext;
import java.math.BigDecimal;
import java.util.Optional;
import org.code.aiproxy.model.catalogue.ModelCard;

/** What is known of a call to a provider while it is observed. */
public final class ModelCallContext extends SenderContext<Attempt> {

    private final String provider;
    private final ModelCall call;
    private final Attempt attempt;

    ModelCallContext(String provider, ModelCall call, Attempt attempt) {
        // The HTTP clients write the headers (CallerIds): each provider's in its own way.
        super((_, _, _) -> {}, Kind.CLIENT);
        this.provider = provider;
        this.call = call;
        this.attempt = attempt;
        setCarrier(attempt);
    }

    public String provider() {
        return provider;
    }

    public ModelCall call() {
        return call;
    }

    public Attempt attempt() {
        return attempt;
    }

    /** What the call cost in USD, if that and the model's price are known. */
    public Optional<BigDecimal> usd() {
        return call.card()
                .flatMap(ModelCard::prices)
                .flatMap(prices ->
                        attempt.usage()
                                .map(usage -> prices.usd(usage, attempt.tier(), call.model())));
    }
}
