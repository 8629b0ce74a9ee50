package org.code.aiproxy.provider.openai;

import com.openai.core.http.Headers;
import com.openai.core.http.HttpResponse;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.code.aiproxy.model.ChatReply;
import org.code.aiproxy.model.ChatRequest;
import org.code.aiproxy.model.Deadline;
import org.code.aiproxy.model.ModelException;
import org.code.aiproxy.model.catalogue.Usage;
import org.code.aiproxy.provider.answer.AnswerLimits;
import org.code.aiproxy.provider.answer.AnswerRoom;
import org.code.aiproxy.provider.answer.StreamPace;
import org.code.aiproxy.provider.observation.Attempt;
import org.code.aiproxy.provider.openai.wire.ChatEvent;
import org.code.aiproxy.provider.openai.wire.ChatFormat;
import org.code.aiproxy.provider.openai.wire.EventStream;
import org.code.aiproxy.provider.openai.wire.ServerAnswer;
import org.code.aiproxy.provider.openai.wire.WholeAnswer;

/** A server's answer on its way to who asked: whole, or event by event. */
final class PassedAnswer {

    private final String provider;
    private final ChatFormat format;
    private final ChatReply reply;
    private final Attempt attempt;
    private final OpenAiFaults faults;
    private final AnswerLimits limits;
    private final StreamPace pace;

    PassedAnswer(
            String provider,
            ChatFormat format,
            ChatReply reply,
            Attempt attempt,
            AnswerLimits limits) {
        this.limits = limits;
        this.pace = limits.pace();
        this.provider = provider;
        this.format = format;
        this.reply = reply;
        this.attempt = attempt;
        this.faults = new OpenAiFaults(provider, format.answerName());
    }

    /** What a fault of the connection means. */
    RuntimeException translate(Exception fault, ChatRequest request) {
        Deadline deadline = reply.hasBegun() ? request.deadline() : request.begin();
        boolean isSilent = request.isStreamed() && pace.left().isZero() && !deadline.isOver();
        return isSilent && isTimeout(fault)
                ? ModelException.TimedOut.silent(provider, limits.silence(), fault)
                : faults.translate(fault, deadline);
    }

    private static boolean isTimeout(Throwable fault) {
        return Stream.iterate(fault, Objects::nonNull, Throwable::getCause)
                .anyMatch(SocketTimeoutException.class::isInstance);
    }

    /**
     * Passes a stream on, and returns what was paid for.
     *
     * @param choices how many choices the caller wants
     * @param isUsageOurs whether this service asked for the usage, and the caller didn't
     */
    Usage passEvents(HttpResponse response, int choices, boolean isUsageOurs) throws IOException {
        ServerAnswer answer = ServerAnswer.of(response.body(), true, pace);
        try (AnswerRoom room = limits.room()) {
            if (!answer.isStream()) {
                return passSplit(WholeAnswer.read(answer.in(), room), response, !isUsageOurs);
            }
            reply.begin(PassedHeaders.of(response.headers()));
            return passEvents(
                    new EventStream(
                            answer.in(), this::isLast, room, () -> pace.passOn(reply::flush)),
                    response,
                    choices,
                    isUsageOurs);
        }
    }

    private Usage passEvents(
            EventStream events, HttpResponse response, int choices, boolean isUsageOurs)
            throws IOException {
        Usage usage = Usage.NONE;
        Set<Integer> finished = new HashSet<>();
        for (Optional<byte[]> event = events.next(); event.isPresent(); event = events.next()) {
            byte[] bytes = event.get();
            pace.piece(() -> format.isUseful(bytes));
            format.finished(bytes).stream().filter(it -> it < choices).forEach(finished::add);
            switch (format.read(bytes)) {
                case ChatEvent.Fault fault -> throw reported(fault, bytes, response);
                case ChatEvent.Done(Optional<ChatEvent.Paid> last) -> {
                    last.ifPresent(this::took);
                    reply.event(bytes);
                    return last.map(ChatEvent.Paid::usage).orElse(usage);
                }
                case ChatEvent.Paid paid -> {
                    if (!isUsageOurs || !format.isUsageAlone(bytes)) {
                        pace.passOn(() -> reply.eventOfSeveral(bytes));
                    }
                    usage = paid.usage();
                    took(paid);
                }
                case ChatEvent.Piece() -> pace.passOn(() -> reply.eventOfSeveral(bytes));
            }
        }
        if (finished.size() < choices) {
            throw new ModelException.Unavailable(provider, "ended its answer early.");
        }
        reply.event(EventStream.done());
        return usage;
    }

    /** Many servers end a stream when each choice is finished, without the word that says so. */
    private boolean isLast(byte[] event) {
        return format.read(event) instanceof ChatEvent.Done || !format.finished(event).isEmpty();
    }

    /** An answer that came in one piece, though it was asked for as a stream. */
    private Usage passSplit(WholeAnswer answer, HttpResponse response, boolean withUsage) {
        if (answer.json().length == 0) {
            throw new ModelException.Unavailable(provider, "ended its answer early.");
        }
        List<byte[]> events =
                format.isAnswer(answer.root())
                        ? format.events(answer.root(), withUsage)
                        : List.of();
        if (events.isEmpty()) {
            throw answer.isError()
                    ? faults.reported(answer.error(), response.headers())
                    : new ModelException.Garbled(
                            provider, "answered, but not with a stream of events.");
        }
        Optional<ChatEvent.Paid> paid = format.paid(answer.root());
        paid.ifPresent(this::took);
        reply.begin(PassedHeaders.of(response.headers()));
        events.forEach(reply::event);
        return paid.map(ChatEvent.Paid::usage).orElse(Usage.NONE);
    }

    /** As long as nothing was passed on, the next attempt or another model may do better. */
    private ModelException reported(ChatEvent.Fault fault, byte[] event, HttpResponse response) {
        fault.paid().ifPresent(this::took);
        if (format.passesFaultsOn() && reply.hasBegun()) {
            reply.fault(OpenAiFaults.withoutKeys(event));
        }
        return faults.reported(fault.error(), response.headers());
    }

    /** Passes an answer in one piece on, and returns what was paid for. */
    Usage passWhole(HttpResponse response) throws IOException {
        int status = response.statusCode();
        try (AnswerRoom room = limits.room()) {
            WholeAnswer answer =
                    status == 200
                            ? WholeAnswer.joinedToPass(response.body(), room, limits, pace)
                            : WholeAnswer.read(response.body(), room);
            return passWhole(answer, status, response.headers());
        }
    }

    /** Passes on an answer that has been read. */
    Usage passWhole(WholeAnswer answer, int status, Headers headers) {
        if (format.isAnswer(answer.root()) && status == 200) {
            Optional<ChatEvent.Paid> paid = format.paid(answer.root());
            paid.ifPresent(this::took);
            reply.whole(status, PassedHeaders.of(headers), answer.json());
            return paid.map(ChatEvent.Paid::usage).orElse(Usage.NONE);
        }
        if (status == 200 && answer.isError()) {
            return passError(answer, headers);
        }
        if (!answer.isError() || !OpenAiFaults.isCallers(status)) {
            throw faults.translate(status, headers, answer.message());
        }
        attempt.wasRefused(status);
        reply.whole(status, PassedHeaders.of(headers), OpenAiFaults.withoutKeys(answer.json()));
        return Usage.NONE;
    }

    /** An error with status 200 counts as what it says it is. */
    private Usage passError(WholeAnswer answer, Headers headers) {
        OptionalInt status = answer.error().status();
        if (status.isEmpty() || !OpenAiFaults.isCallers(status.getAsInt())) {
            throw faults.reported(answer.error(), headers);
        }
        return passWhole(answer, status.getAsInt(), headers);
    }

    private void took(ChatEvent.Paid paid) {
        attempt.took(paid.usage(), paid.tier());
    }
}
