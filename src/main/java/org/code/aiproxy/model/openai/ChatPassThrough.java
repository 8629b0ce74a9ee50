package org.code.aiproxy.model.openai;

import com.openai.core.http.Headers;
import com.openai.core.http.HttpClient;
import com.openai.core.http.HttpMethod;
import com.openai.core.http.HttpRequest;
import com.openai.core.http.HttpResponse;
import com.openai.errors.OpenAIException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.code.aiproxy.model.ChatReply;
import org.code.aiproxy.model.ChatRequest;
import org.code.aiproxy.model.ModelCard;
import org.code.aiproxy.model.ModelException;
import org.code.aiproxy.model.Tier;
import org.code.aiproxy.model.Usage;
import org.code.aiproxy.resilience.ProviderCalls;
import org.code.aiproxy.telemetry.Attempt;
import org.code.aiproxy.telemetry.ModelCall;

/**
 * Hands requests for chat to a server with OpenAI's API and its answers back, byte for byte; only
 * the authorization is this service's.
 */
final class ChatPassThrough {

    /** What a server says besides the answer that is of use to who asked. */
    private static final String[] TOLD = {"x-ratelimit-", "openai-", "retry-after"};

    private final String provider;
    private final HttpClient http;
    private final URI baseUrl;
    private final ProviderCalls calls;
    private final OpenAiFaults faults;

    ChatPassThrough(String provider, HttpClient http, URI baseUrl, ProviderCalls calls) {
        this.calls = calls;
        this.provider = provider;
        this.http = http;
        this.baseUrl = baseUrl;
        this.faults = new OpenAiFaults(provider);
    }

    /**
     * Asks, and passes on what comes.
     *
     * @param card what is known of the model, if anything is
     * @param key the server's key, or the caller's own for it
     * @return the tokens that were paid for, as far as the answer tells
     */
    Usage chat(ChatRequest request, Optional<ModelCard> card, String key, ChatReply reply) {
        return calls.make(
                new ModelCall(request.model(), request.choices(), card),
                request.begin(),
                reply,
                attempt -> once(request, key, reply, attempt));
    }

    private Usage once(ChatRequest request, String key, ChatReply reply, Attempt attempt) {
        try (HttpResponse response =
                http.execute(
                        httpRequest(request, key),
                        TimeLimit.until(request.begin(), request.deadline()))) {
            return response.statusCode() == 200 && request.isStreamed()
                    ? passEvents(response, reply, attempt)
                    : passWhole(response, reply, attempt);
        } catch (OpenAIException | IOException | UncheckedIOException e) {
            throw faults.translate(e, reply.hasBegun() ? request.deadline() : request.begin());
        }
    }

    private HttpRequest httpRequest(ChatRequest request, String key) {
        HttpRequest.Builder http =
                HttpRequest.builder()
                        .method(HttpMethod.POST)
                        .baseUrl(baseUrl.toString())
                        .addPathSegments("chat", "completions")
                        .body(new JsonBody(request.sent().json()));
        request.sent().query().forEach(http::putQueryParams);
        request.sent().headers().forEach(http::putHeader);
        return http.putHeader("Authorization", "Bearer " + key)
                .putHeader(
                        "Accept", request.isStreamed() ? "text/event-stream" : "application/json")
                .build();
    }

    private Usage passEvents(HttpResponse response, ChatReply reply, Attempt attempt)
            throws IOException {
        if (!contentType(response).startsWith("text/event-stream")) {
            throw new ModelException.Garbled(
                    provider, "answered something that is not a stream of events.");
        }
        reply.begin(told(response.headers()));
        EventStream events = new EventStream(response.body());
        Usage usage = Usage.NONE;
        for (Optional<byte[]> event = events.next(); event.isPresent(); event = events.next()) {
            switch (ChatEvent.read(event.get())) {
                case ChatEvent.Fault(String message) -> throw faults.reported(message);
                case ChatEvent.Done() -> {
                    reply.event(event.get());
                    return usage;
                }
                case ChatEvent.Paid(Usage paid, Tier tier) -> {
                    reply.event(event.get());
                    usage = paid;
                    attempt.took(usage, tier);
                }
                case ChatEvent.Piece() -> reply.event(event.get());
            }
        }
        throw new ModelException.Unavailable(provider, "broke off its answer.");
    }

    private Usage passWhole(HttpResponse response, ChatReply reply, Attempt attempt)
            throws IOException {
        WholeAnswer answer = WholeAnswer.read(response.body());
        int status = response.statusCode();
        if (answer.isCompletion() && status == 200) {
            attempt.took(answer.usage(), WholeAnswer.tier(answer.root()));
            reply.whole(status, told(response.headers()), answer.json());
            return answer.usage();
        }
        if (!answer.isError() || !OpenAiFaults.isCallers(status)) {
            throw faults.translate(status, response.headers(), answer.message());
        }
        attempt.wasRefused(status);
        reply.whole(status, told(response.headers()), OpenAiFaults.withoutKeys(answer.json()));
        return Usage.NONE;
    }

    private static Map<String, String> told(Headers headers) {
        Map<String, String> told = new LinkedHashMap<>();
        for (String name : headers.names()) {
            for (String beginning : TOLD) {
                if (name.toLowerCase(Locale.ROOT).startsWith(beginning)) {
                    headers.values(name).stream()
                            .findFirst()
                            .ifPresent(value -> told.put(name, value));
                }
            }
        }
        return told;
    }

    private static String contentType(HttpResponse response) {
        return response.headers().values("Content-Type").stream()
                .findFirst()
                .orElse("")
                .toLowerCase(Locale.ROOT);
    }
}
