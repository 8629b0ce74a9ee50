package org.code.aiproxy.web.log;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.code.aiproxy.model.catalogue.Usage;

/**
 * What becomes known of a request while it is worked on, for the line that the log has of it. Only
 * numbers, names of models, and words of this service's own: nothing that people or models wrote.
 * Several threads can work on one request.
 */
public final class RequestFacts {

    private static final String ATTRIBUTE = RequestFacts.class.getName();

    private static final String PROMPT_TOKENS = "prompt_tokens";
    private static final String COMPLETION_TOKENS = "completion_tokens";
    private static final String COST_USD = "cost_usd";

    private final Map<String, Object> facts = new LinkedHashMap<>();
    private final AtomicReference<Consumer<BigDecimal>> charged = new AtomicReference<>(_ -> {});

    /** The facts of a request, none at first. */
    public static RequestFacts of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof RequestFacts known) {
            return known;
        }
        RequestFacts facts = new RequestFacts();
        request.setAttribute(ATTRIBUTE, facts);
        return facts;
    }

    public synchronized void note(String name, Object value) {
        facts.put(name, value);
    }

    public synchronized void noteUnlessKnown(String name, Object value) {
        facts.putIfAbsent(name, value);
    }

    /**
     * Notes who is asked; of several, the last.
     *
     * @param model the provider's name for it
     */
    public synchronized void asked(String provider, String model) {
        note("provider", provider);
        note("model", model);
    }

    /**
     * Adds what a call took to what others took.
     *
     * @param usd its cost in USD, if the model's price is known
     */
    public synchronized void paid(Usage usage, Optional<BigDecimal> usd) {
        facts.merge(PROMPT_TOKENS, usage.promptTokens(), RequestFacts::sum);
        facts.merge(COMPLETION_TOKENS, usage.completionTokens(), RequestFacts::sum);
        usd.ifPresent(cost -> {
            facts.merge(COST_USD, cost, RequestFacts::sum);
            charged.get().accept(cost);
        });
    }

    /**
     * Has someone told of each cost, in USD, as soon as it is known.
     *
     * @param account told on the threads that make calls
     */
    public void chargeTo(Consumer<BigDecimal> account) {
        charged.set(account);
    }

    /** Whether anything was paid for. */
    public synchronized boolean isPaid() {
        return facts.containsKey(COMPLETION_TOKENS);
    }

    private static Object sum(Object one, Object other) {
        return one instanceof Long tokens && other instanceof Long more
                ? (Object) (tokens + more)
                : ((BigDecimal) one).add((BigDecimal) other);
    }

    synchronized Map<String, Object> all() {
        return new LinkedHashMap<>(facts);
    }
}
