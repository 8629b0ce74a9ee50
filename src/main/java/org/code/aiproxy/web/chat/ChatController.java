package org.code.aiproxy.web.chat;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.code.aiproxy.model.CallerGoneException;
import org.code.aiproxy.model.ChatApi;
import org.code.aiproxy.model.ChatRequest;
import org.code.aiproxy.model.ModelClient;
import org.code.aiproxy.model.ModelException;
import org.code.aiproxy.model.catalogue.Usage;
import org.code.aiproxy.model.routing.Fallback;
import org.code.aiproxy.model.routing.ModelNames;
import org.code.aiproxy.model.routing.ModelRouter;
import org.code.aiproxy.web.body.RequestBody;
import org.code.aiproxy.web.connection.HangUps;
import org.code.aiproxy.web.log.RequestFacts;
import org.code.aiproxy.web.problem.OpenAiError;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * OpenAI's APIs for asking a model: chat completions for every model, responses and decisions for
 * those that have them.
 */
@RestController
class ChatController {

    private static final Logger LOG = LoggerFactory.getLogger(ChatController.class);

    /** About what a token of English takes. */
    private static final int BYTES_PER_TOKEN = 4;

    private final RequestBody body;
    private final ChatRequestReader reader;
    private final ModelRouter models;
    private final Fallback fallback;
    private final HangUps hangUps;

    ChatController(
            RequestBody body,
            ChatRequestReader reader,
            ModelRouter models,
            Fallback fallback,
            HangUps hangUps) {
        this.body = body;
        this.reader = reader;
        this.models = models;
        this.fallback = fallback;
        this.hangUps = hangUps;
    }

    @PostMapping(path = "/v1/chat/completions", consumes = MediaType.APPLICATION_JSON_VALUE)
    void complete(HttpServletRequest caller, HttpServletResponse response) throws IOException {
        answer(ChatApi.COMPLETIONS, caller, response);
    }

    @PostMapping(path = "/v1/responses", consumes = MediaType.APPLICATION_JSON_VALUE)
    void respond(HttpServletRequest caller, HttpServletResponse response) throws IOException {
        answer(ChatApi.RESPONSES, caller, response);
    }

    @PostMapping(path = "/v1/decisions", consumes = MediaType.APPLICATION_JSON_VALUE)
    void decide(HttpServletRequest caller, HttpServletResponse response) throws IOException {
        answer(ChatApi.DECISIONS, caller, response);
    }

    private void answer(ChatApi api, HttpServletRequest caller, HttpServletResponse response)
            throws IOException {
        ChatRequest request = reader.read(api, body.read(caller), caller);
        ServletReply reply = new ServletReply(api, response);
        try {
            var _ = hangUps.whileThere(caller, () -> chat(request, reply, RequestFacts.of(caller)));
        } catch (ModelException.BrokenOff e) {
            // The status is out; only an event can still say that this is not the whole answer.
            LOG.warn("Stream aborted: {}", e.summary());
            breakOff(reply, caller, e, "provider_error");
        } catch (CallerGoneException e) {
            throw e;
        } catch (RuntimeException e) {
            if (!request.isStreamed() || !reply.hasBegun()) {
                throw e;
            }
            LOG.error("Stream aborted by an internal error", e);
            breakOff(reply, caller, e, "failed");
        }
    }

    private static void breakOff(
            ServletReply reply, HttpServletRequest caller, Exception fault, String outcome) {
        RequestFacts.of(caller).note("outcome", outcome);
        reply.error(OpenAiError.of(fault));
    }

    private Usage chat(ChatRequest request, ServletReply reply, RequestFacts facts) {
        List<String> names = ModelNames.parse(request.model());
        // A list has no model that may not be asked, be it the last; an unknown one is passed over.
        names.stream().filter(models::knows).forEach(models::clientToAsk);
        return fallback.firstAnswer(
                names,
                request.deadline(),
                (model, deadline) ->
                        counted(
                                models.clientFor(model),
                                request.to(model, deadline),
                                reply,
                                facts));
    }

    /**
     * Counts by its length what no provider told: a stream whose caller didn't stay for the end.
     */
    private static Usage counted(
            ModelClient client, ChatRequest request, ServletReply reply, RequestFacts facts) {
        try {
            return client.chat(request, reply);
        } catch (CallerGoneException e) {
            if (!facts.isPaid()) {
                Usage usage =
                        new Usage(request.sent().json().length / BYTES_PER_TOKEN, reply.events());
                facts.note("is_estimate", true);
                facts.paid(usage, client.price(request.model()).map(it -> it.usd(usage)));
            }
            throw e;
        }
    }
}
