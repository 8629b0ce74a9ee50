package org.code.aiproxy.model.openai;

import com.openai.core.http.HttpClient;
import com.openai.core.http.HttpMethod;
import com.openai.core.http.HttpRequest;
import com.openai.core.http.HttpResponse;
import com.openai.errors.OpenAIException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Optional;
import org.code.aiproxy.model.ChatReply;
import org.code.aiproxy.model.ChatRequest;
import org.code.aiproxy.model.ModelCard;
import org.code.aiproxy.model.Usage;
import org.code.aiproxy.resilience.ProviderCalls;
import org.code.aiproxy.telemetry.ModelCall;

/**
 * Hands requests for chat to a server with OpenAI's API and its answers back, byte for byte; only
 * the authorization is this service's.
 */
final class ChatPassThrough {

    private final String provider;
    private final HttpClient http;
    private final URI baseUrl;
    private final ProviderCalls calls;

    ChatPassThrough(String provider, HttpClient http, URI baseUrl, ProviderCalls calls) {
        this.calls = calls;
        this.provider = provider;
        this.http = http;
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
                attempt -> once(request, key, new PassedAnswer(provider, format, reply, attempt)));
    }

    private Usage once(ChatRequest request, String key, PassedAnswer answer) {
        try (HttpResponse response =
                http.execute(
                        httpRequest(request, key),
                        TimeLimit.until(request.begin(), request.deadline()))) {
            return response.statusCode() == 200 && request.isStreamed()
                    ? answer.passEvents(response)
                    : answer.passWhole(response);
        } catch (OpenAIException | IOException | UncheckedIOException e) {
            throw answer.translate(e, request);
        }
    }

    private HttpRequest httpRequest(ChatRequest request, String key) {
        HttpRequest.Builder http =
                HttpRequest.builder()
                        .method(HttpMethod.POST)
                        .baseUrl(baseUrl.toString())
                        .addPathSegments(ChatFormat.of(request.api()).path().toArray(String[]::new))
                        .body(new JsonBody(request.sent().json()));
        request.sent().query().forEach(http::putQueryParams);
        request.sent().headers().forEach(http::putHeader);
        return http.putHeader("Authorization", "Bearer " + key)
                .putHeader(
                        "Accept", request.isStreamed() ? "text/event-stream" : "application/json")
                .build();
    }
}
