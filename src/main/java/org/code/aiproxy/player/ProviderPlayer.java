package org.code.aiproxy.player;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.code.aiproxy.player.Misconduct.ByTheModel;
import org.code.aiproxy.player.Misconduct.OnTheWire;
import org.code.aiproxy.player.model.Author;
import org.code.aiproxy.player.model.PlayedModel;
import org.code.aiproxy.player.model.PlayedQuestion;
import org.code.aiproxy.player.model.Reply;
import org.code.aiproxy.player.model.TokenUse;
import org.code.aiproxy.player.wire.Call;
import org.code.aiproxy.player.wire.PlayedAnswer;
import org.code.aiproxy.player.wire.Problem;
import org.code.aiproxy.player.wire.Script;
import org.code.aiproxy.player.wire.Wire;
import tools.jackson.core.JacksonException;

/**
 * Plays OpenAI and Amazon Bedrock at one address: chat completions, responses, decisions, Converse
 * and ConverseStream, and a list of models.
 *
 * @param author who writes the replies
 * @param rules what requests to a model must keep to
 * @param faults what goes wrong
 * @param latency how long answers take; errors and broken answers come at once
 * @param meter how tokens are counted
 * @param audience told of each question and what becomes of it
 */
public record ProviderPlayer(
        Author author,
        Function<String, List<Rule>> rules,
        Faults faults,
        Latency latency,
        TokenMeter meter,
        BiConsumer<PlayedQuestion, String> audience)
        implements Script {

    private static final String MODELS =
            """
            {"object": "list", "data": [{"id": "gpt-play", "object": "model", "created": 1, "owned_by": "aiproxy"}]}\
            """;

    /** A provider that answers everything at once, and as it should. */
    public ProviderPlayer() {
        this(
                new PlayedModel(),
                _ -> List.of(),
                _ -> Optional.empty(),
                Latency.NONE,
                TokenUse::estimate,
                (_, _) -> {});
    }

    /** The same with another model. */
    public ProviderPlayer writtenBy(Author other) {
        return new ProviderPlayer(other, rules, faults, latency, meter, audience);
    }

    /** The same with rules for each model by its name. */
    public ProviderPlayer ruledBy(Function<String, List<Rule>> other) {
        return new ProviderPlayer(author, other, faults, latency, meter, audience);
    }

    /** The same with other faults. */
    public ProviderPlayer failing(Faults other) {
        return new ProviderPlayer(author, rules, other, latency, meter, audience);
    }

    /** The same with another latency. */
    public ProviderPlayer taking(Latency other) {
        return new ProviderPlayer(author, rules, faults, other, meter, audience);
    }

    /** The same with another count of tokens. */
    public ProviderPlayer countedBy(TokenMeter other) {
        return new ProviderPlayer(author, rules, faults, latency, other, audience);
    }

    /** The same with an audience. */
    public ProviderPlayer watchedBy(BiConsumer<PlayedQuestion, String> other) {
        return new ProviderPlayer(author, rules, faults, latency, meter, other);
    }

    @Override
    public void play(Call call) throws Exception {
        Optional<Wire> wire = Wire.of(call);
        if (wire.isPresent()) {
            play(call, wire.get());
        } else if (call.method().equals("GET") && call.path().endsWith("/models")) {
            call.answer(200, Wire.JSON, MODELS);
        } else {
            call.answer(404, Wire.JSON, "{\"error\": {\"message\": \"This route isn't played.\"}}");
        }
    }

    private void play(Call call, Wire wire) throws Exception {
        Optional<PlayedQuestion> question = read(call, wire);
        if (question.isEmpty()) {
            wire.refuse(call, Problem.of(400, "The body must be a JSON object."));
            return;
        }
        try {
            play(call, wire, question.get());
        } catch (UnknownFaultException e) {
            wire.refuse(
                    call, Problem.of(404, String.valueOf(e.getMessage())).coded("model_not_found"));
        } catch (IllegalArgumentException e) {
            wire.refuse(call, Problem.of(400, String.valueOf(e.getMessage())));
        }
    }

    private static Optional<PlayedQuestion> read(Call call, Wire wire) {
        try {
            return Optional.of(wire.read(call)).filter(question -> question.json().isObject());
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private void play(Call call, Wire wire, PlayedQuestion question) throws Exception {
        Optional<Problem> refusal =
                rules.apply(question.model()).stream()
                        .flatMap(rule -> rule.check(question.json()).stream())
                        .findFirst();
        if (refusal.isPresent()) {
            audience.accept(question, "refused: " + refusal.get().message());
            wire.refuse(call, refusal.get());
            return;
        }
        Optional<PlayedFault> fault = faults.of(question);
        audience.accept(question, fault.map(PlayedFault::word).orElse("answered"));
        switch (fault.map(PlayedFault::misconduct).orElse(Misconduct.NONE)) {
            case ByTheModel(var spoiled) ->
                    exchange(call, wire, question, spoiled.apply(author)).send();
            case OnTheWire onTheWire -> onTheWire.play(exchange(call, wire, question, author));
        }
    }

    private Exchange exchange(Call call, Wire wire, PlayedQuestion question, Author writer) {
        List<Reply> replies =
                IntStream.range(0, question.choices())
                        .mapToObj(choice -> writer.write(question, choice))
                        .toList();
        Duration time = latency.at(ThreadLocalRandom.current().nextDouble());
        return new Exchange(
                call,
                wire,
                new PlayedAnswer(question, replies, meter.count(question, replies)),
                time);
    }
}
