package org.code.aiproxy.provider.adaptation;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.code.aiproxy.model.Adjustment;
import org.code.aiproxy.model.OutputRoom;
import org.code.aiproxy.model.catalogue.Effort;
import org.code.aiproxy.model.catalogue.ModelCard;
import org.code.aiproxy.model.catalogue.Parameter;

/**
 * The form in which a model takes requests.
 *
 * @param refused parameters that are left out
 * @param limitFields fields that can limit an answer's tokens, the one to use first; none where the
 *     model takes none
 * @param outputLimit tokens that the model can write, if known
 * @param forms ways to make it answer in a schema, the one to use first
 * @param effort how long it is told to think, if it is told
 * @param notes what differs from what callers can ask for
 */
public record RequestShape(
        Set<Parameter> refused,
        List<TokenLimitField> limitFields,
        OptionalInt outputLimit,
        List<AnswerForm> forms,
        Optional<Effort> effort,
        List<Adjustment> notes) {

    static final String LEFT_OUT = "left out";
    private static final String CATALOGUE = "not supported, says the model catalogue";

    public RequestShape {
        refused = Set.copyOf(refused);
        limitFields = List.copyOf(limitFields);
        forms = List.copyOf(forms);
        notes = List.copyOf(notes);
    }

    /**
     * What is known before the first call.
     *
     * @param effort how long the model should think, if the caller says
     */
    static RequestShape of(
            Optional<ModelCard> card, Optional<Effort> effort, Conventions conventions) {
        RequestShape shape =
                new RequestShape(
                        conventions.takesN() ? Set.of() : Set.of(Parameter.N),
                        conventions.limitFields(),
                        OptionalInt.empty(),
                        conventions.forms(),
                        effort,
                        List.of());
        RequestShape known = card.map(it -> shape.by(it, effort)).orElse(shape);
        return conventions.hasOwnForms() ? known.answeringIn(conventions.forms()) : known;
    }

    private RequestShape by(ModelCard card, Optional<Effort> wish) {
        Set<Parameter> left = EnumSet.noneOf(Parameter.class);
        left.addAll(card.refuses());
        // Models that sample freely only while they don't think take a temperature then.
        if (wish.equals(Optional.of(Effort.NONE)) && card.efforts().contains(Effort.NONE)) {
            left.removeAll(Set.of(Parameter.TEMPERATURE, Parameter.TOP_P));
        }
        List<Adjustment> known = new ArrayList<>();
        for (Parameter sampling : List.of(Parameter.TEMPERATURE, Parameter.TOP_P)) {
            if (left.contains(sampling)) {
                known.add(new Adjustment(sampling, LEFT_OUT, CATALOGUE));
            }
        }
        Optional<Effort> nearest = wish.flatMap(it -> it.nearestOf(card.efforts()));
        if (!nearest.equals(wish)) {
            known.add(new Adjustment(Parameter.REASONING_EFFORT, sentAs(nearest), CATALOGUE));
        }
        return new RequestShape(
                left,
                limitFields,
                OptionalInt.of(card.maxOutputTokens()),
                forms(card),
                nearest,
                known);
    }

    private static List<AnswerForm> forms(ModelCard card) {
        Optional<AnswerForm> first = card.structuredOutput().map(AnswerForm::of);
        return first.isEmpty()
                ? List.of(AnswerForm.PROMPT)
                : Stream.concat(first.stream(), Stream.of(AnswerForm.values()))
                        .distinct()
                        .filter(form ->
                                form != AnswerForm.TOOL
                                        || card.forcedTools()
                                        || first.get() == form)
                        .toList();
    }

    /** Whether the parameter can be sent. */
    public boolean takes(Parameter parameter) {
        return !refused.contains(parameter);
    }

    /** How the model is made to answer in a schema. */
    public AnswerForm form() {
        return forms.getFirst();
    }

    /** The field that limits an answer's tokens, if there is one. */
    public Optional<TokenLimitField> limitField() {
        return limitFields.stream().findFirst();
    }

    /** So many tokens, or as many as the model can write. */
    public int within(int tokens) {
        return Math.min(tokens, outputLimit.orElse(Integer.MAX_VALUE));
    }

    /**
     * The limit to set for an answer, in tokens.
     *
     * @param card what is known of the model; one that nothing is known of may think
     * @param completions how many completions share the limit
     */
    public int outputTokens(OutputRoom room, Optional<ModelCard> card, int completions) {
        boolean thinks = effort.isPresent() || card.map(ModelCard::thinksUntold).orElse(true);
        return within(room.tokens(thinks, effort, completions));
    }

    /** Whether an answer that had so many tokens could have more. */
    public boolean leavesRoomAbove(int tokens) {
        return !limitFields.isEmpty() && within(Integer.MAX_VALUE) > tokens;
    }

    /**
     * What is done otherwise than a request asks.
     *
     * @param asked the parameters that it asks for
     */
    public List<Adjustment> adjustments(Set<Parameter> asked) {
        return notes.stream().filter(note -> asked.contains(note.parameter())).toList();
    }

    /** That a caller's limit was more than the catalogue says that the model can write. */
    public static Adjustment limitedByCatalogue(int tokens) {
        return new Adjustment(Parameter.MAX_TOKENS, "limited to " + tokens, CATALOGUE);
    }

    RequestShape refusing(Parameter parameter) {
        Set<Parameter> more = EnumSet.of(parameter);
        more.addAll(refused);
        return new RequestShape(more, limitFields, outputLimit, forms, effort, notes);
    }

    RequestShape limitedBy(List<TokenLimitField> others) {
        return new RequestShape(refused, others, outputLimit, forms, effort, notes);
    }

    RequestShape limitedTo(int most) {
        return new RequestShape(refused, limitFields, OptionalInt.of(most), forms, effort, notes);
    }

    RequestShape answeringIn(List<AnswerForm> others) {
        return new RequestShape(refused, limitFields, outputLimit, others, effort, notes);
    }

    RequestShape thinking(Optional<Effort> other) {
        return new RequestShape(refused, limitFields, outputLimit, forms, other, notes);
    }

    /** The newest note on a parameter is the one that counts. */
    RequestShape noting(Parameter parameter, String change, String reason) {
        List<Adjustment> others =
                Stream.concat(
                                notes.stream().filter(note -> note.parameter() != parameter),
                                Stream.of(new Adjustment(parameter, change, reason)))
                        .toList();
        return new RequestShape(refused, limitFields, outputLimit, forms, effort, others);
    }

    static String sentAs(Optional<Effort> effort) {
        return effort.map(it -> "sent as " + it.wireName()).orElse(LEFT_OUT);
    }
}
