package org.code.aiproxy.provider.openai;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.openai.core.http.HttpClient;
import com.openai.core.http.HttpMethod;
import com.openai.core.http.HttpRequest;
import com.openai.core.http.HttpResponse;
import com.openai.errors.OpenAIException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.code.aiproxy.model.ChatApi;
import org.code.aiproxy.model.ChatReply;
import org.code.aiproxy.model.ChatRequest;
import org.code.aiproxy.model.catalogue.ModelCard;
import org.code.aiproxy.model.catalogue.Usage;
import org.code.aiproxy.provider.answer.AnswerLimits;
import org.code.aiproxy.provider.answer.AnswerRoom;
import org.code.aiproxy.provider.call.ProviderCalls;
import org.code.aiproxy.provider.observation.ModelCall;
import org.code.aiproxy.provider.openai.wire.ChatFormat;
import org.code.aiproxy.provider.openai.wire.WholeAnswer;
import org.springframework.util.function.SingletonSupplier;

/**
 * Hands requests for chat to a server with OpenAI's API and its answers back, byte for byte; only
 * the authorization is this service's.
 */
final class ChatPassThrough {

    /** How servers say that they don't know the option. */
    private static final Pattern OPTION =
            Pattern.compile(
                    "stream_options|include_usage|extra (?:fields|inputs)|(?:unknown|unexpected|unrecognized) (?:field|key|property|argument|parameter)",
                    Pattern.CASE_INSENSITIVE);

    private final String provider;
    private final Supplier<HttpClient> http;
    private final URI baseUrl;
    private final ProviderCalls calls;
    private final UncountedModels uncounted;
    private final AnswerLimits limits;

    ChatPassThrough(
            String provider,
            Supplier<HttpClient> http,
            URI baseUrl,
            ProviderCalls calls,
            AnswerLimits limits) {
        this.limits = limits;
        this.uncounted = new UncountedModels();
        this.calls = calls;
        this.provider = provider;
        this.http = SingletonSupplier.of(http);
        this.baseUrl = baseUrl;
    }

    /**
     * Asks, and passes on what comes.
     *
     * @param card what is known of the model, if anything is
     * @param key the server's key, or the caller's own for it
     * @return the tokens that were paid for, as far as the answer tells
     */
    Usage chat(ChatRequest request, Optional<ModelCard> card, String key, ChatReply reply) {
        ChatFormat format = ChatFormat.of(request.api());
        return calls.make(
                new ModelCall(request.model(), request.choices(), card),
                request.begin(),
                reply,
                attempt ->
                        once(
                                request,
                                key,
                                new PassedAnswer(provider, format, reply, attempt, limits)));
    }

    /** Asks for the usage of a stream too, and without where the server doesn't take that. */
    private Usage once(ChatRequest request, String key, PassedAnswer answer) {
        boolean isCounted = request.isStreamed() && request.api() == ChatApi.COMPLETIONS;
        if (isCounted && !uncounted.has(request.model())) {
            Optional<byte[]> counted = AskedUsage.addedTo(request.sent().json());
            if (counted.isPresent()) {
                Optional<Usage> usage = counted(request, counted.get(), key, answer);
                if (usage.isPresent()) {
                    return usage.get();
                }
                uncounted.add(request.model());
            }
        }
        return plain(request, key, answer);
    }

    /** Nothing where the server refuses the option. */
    private Optional<Usage> counted(
            ChatRequest request, byte[] json, String key, PassedAnswer answer) {
        try (HttpResponse response = execute(request, json, key)) {
            int status = response.statusCode();
            if (status == 200) {
                return Optional.of(answer.passEvents(response, request.choices(), true));
            }
            try (AnswerRoom room = limits.room()) {
                WholeAnswer whole = WholeAnswer.read(response.body(), room);
                boolean isOption =
                        (status == 400 || status == 422)
                                && OPTION.matcher(new String(whole.json(), UTF_8)).find();
                return isOption
                        ? Optional.empty()
                        : Optional.of(answer.passWhole(whole, status, response.headers()));
            }
        } catch (OpenAIException | IOException | UncheckedIOException e) {
            throw answer.translate(e, request);
        }
    }

    private HttpResponse execute(ChatRequest request, byte[] json, String key) {
        return http.get()
                .execute(
                        httpRequest(request, json, key),
                        request.isStreamed()
                                ? TimeLimit.until(
                                        request.begin(), request.deadline(), limits.silence())
                                : TimeLimit.until(
                                        request.begin(),
                                        request.deadline(),
                                        request.begin().remaining()));
    }

    private Usage plain(ChatRequest request, String key, PassedAnswer answer) {
        try (HttpResponse response = execute(request, request.sent().json(), key)) {
            return response.statusCode() == 200 && request.isStreamed()
                    ? answer.passEvents(response, request.choices(), false)
                    : answer.passWhole(response);
        } catch (OpenAIException | IOException | UncheckedIOException e) {
            throw answer.translate(e, request);
        }
    }

    private HttpRequest httpRequest(ChatRequest request, byte[] json, String key) {
        HttpRequest.Builder http =
                HttpRequest.builder()
                        .method(HttpMethod.POST)
                        .baseUrl(baseUrl.toString())
                        .addPathSegments(ChatFormat.of(request.api()).path().toArray(String[]::new))
                        .body(new JsonBody(json));
        request.sent().query().forEach(http::putQueryParams);
        request.sent().headers().forEach(http::putHeader);
        return http.putHeader("Authorization", "Bearer " + key)
                .putHeader(
                        "Accept", request.isStreamed() ? "text/event-stream" : "application/json")
                .build();
    }
}
