package org.code.aiproxy.provider.adaptation;

import java.util.List;

/**
 * How a provider is asked as long as nothing else is known of a model.
 *
 * @param provider what errors, answers and the log call the provider
 * @param id what metrics call it
 * @param limitFields the fields that limit an answer's tokens, in the order in which they are tried
 * @param takesN whether one call can ask for several completions
 * @param forms ways to make a model answer in a schema, the one to try first; the last is by the
 *     prompt
 */
public record Conventions(
        String provider,
        String id,
        List<TokenLimitField> limitFields,
        boolean takesN,
        List<AnswerForm> forms) {

    public Conventions {
        limitFields = List.copyOf(limitFields);
        forms = List.copyOf(forms);
    }

    /** With all ways to make a model answer in a schema, tried from the strongest. */
    public Conventions(
            String provider, String id, List<TokenLimitField> limitFields, boolean takesN) {
        this(provider, id, limitFields, takesN, List.of(AnswerForm.values()));
    }

    /** Whether someone has said what the provider takes, which the catalogue can't know better. */
    boolean hasOwnForms() {
        return forms.size() < AnswerForm.values().length;
    }
}
