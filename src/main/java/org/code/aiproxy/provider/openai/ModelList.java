package org.code.aiproxy.provider.openai;

import com.openai.core.http.HttpClient;
import com.openai.core.http.HttpMethod;
import com.openai.core.http.HttpRequest;
import com.openai.core.http.HttpResponse;
import com.openai.errors.OpenAIException;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;
import org.code.aiproxy.model.Deadline;
import org.code.aiproxy.model.ModelException;
import org.code.aiproxy.provider.answer.AnswerLimits;
import org.code.aiproxy.provider.answer.AnswerRoom;
import org.code.aiproxy.provider.openai.wire.WholeAnswer;
import org.springframework.util.function.SingletonSupplier;
import tools.jackson.databind.JsonNode;

/** The models that a server with OpenAI's API lists. */
final class ModelList {

    private final String provider;
    private final Supplier<HttpClient> http;
    private final URI baseUrl;
    private final OpenAiFaults faults;
    private final AnswerLimits limits;

    ModelList(String provider, Supplier<HttpClient> http, URI baseUrl, AnswerLimits limits) {
        this.limits = limits;
        this.provider = provider;
        this.http = SingletonSupplier.of(http);
        this.baseUrl = baseUrl;
        this.faults = new OpenAiFaults(provider);
    }

    /**
     * The server's model objects as it gives them.
     *
     * @return an array
     * @throws ModelException when it gives none
     */
    JsonNode get(Optional<String> key, Deadline deadline) {
        deadline.requireTimeFor(provider);
        HttpRequest.Builder request =
                HttpRequest.builder()
                        .method(HttpMethod.GET)
                        .baseUrl(baseUrl.toString())
                        .addPathSegment("models");
        key.ifPresent(it -> request.putHeader("Authorization", "Bearer " + it));
        try (HttpResponse response =
                        http.get().execute(request.build(), TimeLimit.until(deadline));
                AnswerRoom room = limits.room()) {
            WholeAnswer answer = WholeAnswer.read(response.body(), room);
            if (response.statusCode() != 200) {
                throw faults.translate(response.statusCode(), response.headers(), answer.message());
            }
            if (!answer.root().path("data").isArray()) {
                throw new ModelException.Garbled(
                        provider, "answered, but not with a list of models.");
            }
            return answer.root().path("data");
        } catch (OpenAIException | IOException e) {
            throw faults.translate(e, deadline);
        }
    }
}
