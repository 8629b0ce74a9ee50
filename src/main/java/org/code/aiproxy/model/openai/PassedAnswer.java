package org.code.aiproxy.model.openai;

import com.openai.core.http.Headers;
import com.openai.core.http.HttpResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.code.aiproxy.model.ChatReply;
import org.code.aiproxy.model.ChatRequest;
import org.code.aiproxy.model.ModelException;
import org.code.aiproxy.model.Usage;
import org.code.aiproxy.telemetry.Attempt;

/** A server's answer on its way to who asked: whole, or event by event. */
final class PassedAnswer {

    /** What a server says besides the answer that is of use to who asked. */
    private static final String[] TOLD = {"x-ratelimit-", "openai-", "retry-after"};

    private final String provider;
    private final ChatFormat format;
    private final ChatReply reply;
    private final Attempt attempt;
    private final OpenAiFaults faults;

    PassedAnswer(String provider, ChatFormat format, ChatReply reply, Attempt attempt) {
        this.provider = provider;
        this.format = format;
        this.reply = reply;
        this.attempt = attempt;
        this.faults = new OpenAiFaults(provider, format.answerName());
    }

    /** What a fault of the connection means. */
    RuntimeException translate(Exception fault, ChatRequest request) {
        return faults.translate(fault, reply.hasBegun() ? request.deadline() : request.begin());
    }

    /** Passes a stream on, and returns what was paid for. */
    Usage passEvents(HttpResponse response) throws IOException {
        if (!contentType(response).startsWith("text/event-stream")) {
            throw new ModelException.Garbled(
                    provider, "answered something that is not a stream of events.");
        }
        reply.begin(told(response.headers()));
        EventStream events = new EventStream(response.body(), this::isLast);
        Usage usage = Usage.NONE;
        for (Optional<byte[]> event = events.next(); event.isPresent(); event = events.next()) {
            switch (format.read(event.get())) {
                case ChatEvent.Fault fault -> throw reported(fault, event.get());
                case ChatEvent.Done(Optional<ChatEvent.Paid> last) -> {
                    last.ifPresent(this::took);
                    reply.event(event.get());
                    return last.map(ChatEvent.Paid::usage).orElse(usage);
                }
                case ChatEvent.Paid paid -> {
                    reply.event(event.get());
                    usage = paid.usage();
                    took(paid);
                }
                case ChatEvent.Piece() -> reply.event(event.get());
            }
        }
        throw new ModelException.Unavailable(provider, "broke off its answer.");
    }

    private boolean isLast(byte[] event) {
        return format.read(event) instanceof ChatEvent.Done;
    }

    /** As long as nothing was passed on, the next attempt or another model may do better. */
    private ModelException reported(ChatEvent.Fault fault, byte[] event) {
        fault.paid().ifPresent(this::took);
        if (format.passesFaultsOn() && reply.hasBegun()) {
            reply.fault(OpenAiFaults.withoutKeys(event));
        }
        return faults.reported(fault.message());
    }

    /** Passes an answer in one piece on, and returns what was paid for. */
    Usage passWhole(HttpResponse response) throws IOException {
        WholeAnswer answer = WholeAnswer.read(response.body());
        int status = response.statusCode();
        if (format.isAnswer(answer.root()) && status == 200) {
            Optional<ChatEvent.Paid> paid = format.paid(answer.root());
            paid.ifPresent(this::took);
            reply.whole(status, told(response.headers()), answer.json());
            return paid.map(ChatEvent.Paid::usage).orElse(Usage.NONE);
        }
        if (!answer.isError() || !OpenAiFaults.isCallers(status)) {
            throw faults.translate(status, response.headers(), answer.message());
        }
        attempt.wasRefused(status);
        reply.whole(status, told(response.headers()), OpenAiFaults.withoutKeys(answer.json()));
        return Usage.NONE;
    }

    private void took(ChatEvent.Paid paid) {
        attempt.took(paid.usage(), paid.tier());
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
