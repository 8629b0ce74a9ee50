package org.code.aiproxy.rubrictester.experiment;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingType;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.code.aiproxy.model.Message;
import org.code.aiproxy.model.ModelRequest;
import org.code.aiproxy.model.catalogue.ModelCard;
import org.code.aiproxy.model.catalogue.ModelPrice;
import org.code.aiproxy.model.catalogue.Usage;

/**
 * What a run will take, told before it begins. Input is counted in the tokens of OpenAI's newer
 * models (o200k_base); other models' tokens differ by some ten percent.
 *
 * @param calls calls of the model
 * @param usage tokens of input and, guessed, of output
 * @param usd cost, with nothing read from a cache; empty where the model's price is unknown
 * @param time guessed
 */
public record RunEstimate(int calls, Usage usage, Optional<BigDecimal> usd, Duration time) {

    /** Observations, evidence, label and reason of a key concept, in tokens; a rule of thumb. */
    private static final int OUTPUT_PER_CONCEPT = 150;

    /** What current models write, in tokens per second; a rule of thumb. */
    private static final int OUTPUT_PER_SECOND = 60;

    /** From a request to the first token; a rule of thumb. */
    private static final Duration FIRST_TOKEN = Duration.ofSeconds(1);

    /** What goes with each message and is paid for, in tokens: OpenAI's cookbook says 3 or 4. */
    private static final int PER_MESSAGE = 4;

    /**
     * Estimates a run.
     *
     * @param questions what the model will be asked
     * @param concepts how many key concepts each of them is about, 0 where the model writes nothing
     * @param card what is known of the model
     * @param price what calls to it cost, if that is known
     * @param workers how many questions are asked at the same time
     */
    public static RunEstimate of(
            List<ModelRequest> questions,
            int concepts,
            Optional<ModelCard> card,
            Optional<ModelPrice> price,
            int workers) {
        TokenCounter tokens = new TokenCounter();
        boolean takesN = card.map(ModelCard::takesN).orElse(false);
        int calls = 0;
        Usage usage = Usage.NONE;
        Optional<BigDecimal> usd = Optional.of(BigDecimal.ZERO);
        for (ModelRequest question : questions) {
            int callsNow = takesN ? 1 : question.responses();
            Usage paid =
                    new Usage(
                            callsNow * tokens.count(question.messages()),
                            (long) question.responses() * concepts * OUTPUT_PER_CONCEPT);
            calls += callsNow;
            usage = usage.plus(paid);
            usd = usd.flatMap(sum -> price.map(it -> sum.add(it.usd(paid, callsNow))));
        }
        Duration each =
                FIRST_TOKEN.plusMillis(1000L * concepts * OUTPUT_PER_CONCEPT / OUTPUT_PER_SECOND);
        return new RunEstimate(
                calls, usage, usd, each.multipliedBy(Math.ceilDiv(questions.size(), workers)));
    }

    /** This and another run, one after the other. */
    public RunEstimate plus(RunEstimate other) {
        return new RunEstimate(
                calls + other.calls,
                usage.plus(other.usage),
                usd.flatMap(one -> other.usd.map(one::add)),
                time.plus(other.time));
    }

    /** Counts each text once: prompts and examples are the same for all programs. */
    private static final class TokenCounter {

        private final Encoding encoding =
                Encodings.newLazyEncodingRegistry().getEncoding(EncodingType.O200K_BASE);
        private final Map<String, Integer> counted = new HashMap<>();

        long count(List<Message> messages) {
            return messages.stream()
                    .mapToLong(message ->
                            PER_MESSAGE
                                    + counted.computeIfAbsent(
                                            message.content(), encoding::countTokensOrdinary))
                    .sum();
        }
    }
}
