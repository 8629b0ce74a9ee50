package org.code.aiproxy.provider.bedrock;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Ticker;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.code.aiproxy.GivenClock;
import org.code.aiproxy.aws.AwsProperties;
import org.code.aiproxy.model.ChatApi;
import org.code.aiproxy.model.ChatReply;
import org.code.aiproxy.model.ChatRequest;
import org.code.aiproxy.model.Deadline;
import org.code.aiproxy.model.ModelClient;
import org.code.aiproxy.model.ModelException;
import org.code.aiproxy.model.catalogue.ModelCard;
import org.code.aiproxy.model.catalogue.ModelCard.StructuredOutput;
import org.code.aiproxy.model.catalogue.ModelCatalogue;
import org.code.aiproxy.model.catalogue.Parameter;
import org.code.aiproxy.model.catalogue.Usage;
import org.code.aiproxy.network.Network;
import org.code.aiproxy.provider.adaptation.Adaptations;
import org.code.aiproxy.provider.answer.GivenLimits;
import org.code.aiproxy.provider.call.SingleAttempts;
import org.code.aiproxy.provider.call.WarmPrefixes;
import org.code.aiproxy.provider.lifetime.ModelLifetimes;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks for chat as the service does, with the configuration's own client. */
final class ChatClient {

    private static final JsonMapper MAPPER = new JsonMapper();

    /** Models that are constrained to a schema in the one way, the other, and not at all. */
    static final String NATIVE = "bedrock.us.anthropic.native-v1:0";

    static final String BY_TOOL = "bedrock.anthropic.tool";
    static final String PLAIN = "bedrock.meta.plain";

    private static final ModelCatalogue CATALOGUE =
            new ModelCatalogue(
                    List.of(
                            card("anthropic.native", 64_000, "SCHEMA"),
                            card("anthropic.tool", 4096, "TOOL"),
                            card("meta.plain", 2048, "")),
                    GivenClock.CLOCK);

    private final ModelClient client;

    ChatClient(URI endpoint) {
        this.client =
                new BedrockConfiguration()
                        .bedrockModelClient(
                                new BedrockProperties(
                                        Optional.of(endpoint),
                                        Optional.empty(),
                                        Optional.of(NATIVE),
                                        Optional.of("yes"),
                                        8192,
                                        100),
                                new AwsProperties(
                                        Optional.of("us-east-1"),
                                        Optional.empty(),
                                        Optional.of("AKIATEST"),
                                        Optional.of("secret"),
                                        Optional.empty()),
                                CATALOGUE,
                                new ModelLifetimes(CATALOGUE, List.of(), GivenClock.CLOCK),
                                SingleAttempts.resilience(),
                                new Adaptations(new SimpleMeterRegistry(), Ticker.systemTicker()),
                                new WarmPrefixes(Duration.ZERO, System::nanoTime),
                                Network.direct(),
                                GivenLimits.usual());
    }

    private static ModelCard card(String id, int maxOutputTokens, String structuredOutput) {
        return ModelCard.of("bedrock", id, 128_000, maxOutputTokens)
                .refusing(
                        id.equals("meta.plain")
                                ? Set.of(Parameter.N, Parameter.TEMPERATURE)
                                : Set.of(Parameter.N))
                .heldBy(
                        Optional.of(structuredOutput)
                                .filter(way -> !way.isEmpty())
                                .map(StructuredOutput::valueOf));
    }

    /** Asks with what the request says of its model and of streaming. */
    Usage chat(String json, ChatReply reply) {
        return chat(json, reply, Duration.ofSeconds(60));
    }

    Usage chat(String json, ChatReply reply, Duration budget) {
        JsonNode request = MAPPER.readTree(json);
        return send(
                json,
                request.path("model").asString(NATIVE),
                request.path("stream").asBoolean(false),
                reply,
                budget);
    }

    /** Sends a body that need not be JSON. */
    Usage send(String body, ChatReply reply) {
        return send(body, NATIVE, false, reply, Duration.ofSeconds(60));
    }

    private Usage send(
            String body, String model, boolean isStreamed, ChatReply reply, Duration budget) {
        try {
            return client.chat(
                    new ChatRequest(
                            ChatApi.COMPLETIONS,
                            model,
                            isStreamed,
                            1,
                            new ChatRequest.Sent(
                                    body.getBytes(StandardCharsets.UTF_8), Map.of(), Map.of()),
                            Deadline.in(budget),
                            Deadline.in(budget)),
                    reply);
        } catch (ModelException.BrokenOff e) {
            // What broke the stream off is what is tested.
            throw (ModelException) e.getCause();
        }
    }

    /** What a request ends with whose thread is interrupted once all its calls have arrived. */
    Throwable interrupted(String json, ChatReply reply, CountDownLatch arrived)
            throws InterruptedException {
        AtomicReference<Throwable> outcome = new AtomicReference<>(new AssertionError("no fault"));
        Thread caller =
                Thread.ofVirtual()
                        .start(() -> {
                            try {
                                chat(json, reply);
                            } catch (RuntimeException e) {
                                outcome.set(
                                        Thread.currentThread().isInterrupted()
                                                ? e
                                                : new AssertionError("no flag", e));
                            }
                        });
        assertThat(arrived.await(20, TimeUnit.SECONDS)).isTrue();
        caller.interrupt();
        caller.join();
        return outcome.get();
    }
}
