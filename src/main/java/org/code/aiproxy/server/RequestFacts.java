package org.code.aiproxy.server;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.code.aiproxy.model.Usage;

/**
 * What becomes known of a request while it is worked on, for the line that the log has of it. Only
 * numbers, names of models, and words of this service's own: nothing that people or models wrote.
 */
public final class RequestFacts {

    private static final String ATTRIBUTE = RequestFacts.class.getName();

    private final Map<String, Object> facts = new LinkedHashMap<>();

    /** The facts of a request, none at first. */
    public static RequestFacts of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof RequestFacts known) {
            return known;
        }
        RequestFacts facts = new RequestFacts();
        request.setAttribute(ATTRIBUTE, facts);
        return facts;
    }

    public void note(String name, Object value) {
        facts.put(name, value);
    }

    /**
     * Notes what a model's answer took.
     *
     * @param usd its cost in USD, if the model's price is known
     */
    public void paid(String model, Usage usage, OptionalDouble usd) {
        note("model", model);
        note("prompt_tokens", usage.promptTokens());
        note("completion_tokens", usage.completionTokens());
        usd.ifPresent(cost -> note("cost_usd", cost));
    }

    Map<String, Object> all() {
        return facts;
    }
}
