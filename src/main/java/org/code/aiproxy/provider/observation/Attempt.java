package org.code.aiproxy.provider.observation;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.code.aiproxy.model.catalogue.Tier;
import org.code.aiproxy.model.catalogue.Usage;

/** One call to a provider, which tells what became of it. */
public final class Attempt {

    private final AtomicReference<Optional<Usage>> usage = new AtomicReference<>(Optional.empty());
    private final AtomicReference<Tier> tier = new AtomicReference<>(Tier.STANDARD);
    private final AtomicReference<Optional<String>> fault = new AtomicReference<>(Optional.empty());

    /** The provider told what the call took. */
    public void took(Usage tokens) {
        usage.set(Optional.of(tokens).filter(it -> it.totalTokens() > 0));
    }

    /** The provider told what the call took, and how it was served. */
    public void took(Usage tokens, Tier servedAs) {
        tier.set(servedAs);
        took(tokens);
    }

    /**
     * The provider's answer is passed on, and is an error.
     *
     * @param status the HTTP status
     */
    public void wasRefused(int status) {
        fault.set(Optional.of(String.valueOf(status)));
    }

    void failed(Throwable e) {
        fault.set(Optional.of(ErrorType.of(e)));
    }

    /** What the call took, if the provider told: no call takes nothing. */
    public Optional<Usage> usage() {
        return usage.get();
    }

    /** How the call was served, which decides on its price. */
    Tier tier() {
        return tier.get();
    }

    /** Why the call brought no completion, as one of few words. */
    Optional<String> fault() {
        return fault.get();
    }
}
